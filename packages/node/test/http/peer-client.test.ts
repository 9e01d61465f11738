/** The engine's calls to other nodes: a round trip over loopback, and answers that lie. */

import { encodeBase64url, encodeUtf8, sha256 } from '@covisa/protocol';
import { expect } from 'chai';
import { createHttpTransport, type HttpTransport } from '../../dist/adapters/transport-http.js';
import { isSentAway } from '../../dist/engine/gossip/failure.js';
import {
  type PeerClient,
  type PeerExchange,
  PeerRefusal,
} from '../../dist/engine/gossip/peer-client.js';
import { connectOverHttp } from '../../dist/http/peer-client.js';
import {
  type IncomingResponse,
  type OutgoingGet,
  type OutgoingRequest,
  type Transport,
  TransportError,
} from '../../dist/ports.js';
import { codeOfAsync } from '../support/errors.js';
import { ManualClock } from '../support/manual-clock.js';
import { type RunningApp, runningApps } from './support/running-app.js';
import { NOW, signatures, testNode } from './support/test-node.js';

const caller = testNode('caller');
const BODY = encodeUtf8('{}\n');
const SYNC = '/covisa/v1/sync';

/** Nonces drawn by all clients together: none comes twice. */
let drawn = 0;

function clientOver(transport: Transport, created = NOW): PeerClient {
  const connect = connectOverHttp({
    transport,
    clock: new ManualClock(created * 1000),
    random: { bytes: (length) => sha256(encodeUtf8(`nonce ${drawn++}`)).slice(0, length) },
    signatures,
    sha256,
    timeoutMilliseconds: 10_000,
  });
  return connect({ space: caller.space, signAsPeer: caller.sign });
}

const addressOf = (app: RunningApp) => ({
  space: app.node.space,
  url: app.url,
  peerKey: app.node.peerKey,
});

/** A transport that changes the answers of another. */
function tampering(
  inner: Transport,
  change: (answer: IncomingResponse) => IncomingResponse,
): Transport {
  return {
    get: async (request: OutgoingGet) => change(await inner.get(request)),
    post: async (request: OutgoingRequest) => change(await inner.post(request)),
  };
}

async function refusal(promise: Promise<unknown>): Promise<PeerRefusal> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof PeerRefusal) return error;
    throw error;
  }
  throw new Error('expected a refusal, got an answer');
}

describe('calls to another node', () => {
  const start = runningApps();
  let transport: HttpTransport;
  beforeEach(() => {
    transport = createHttpTransport({ allowPrivateAddresses: true });
  });
  afterEach(() => transport.close());

  it('a request and its answer go round, small and large', async () => {
    const gossipAnswer = async (body: Uint8Array): Promise<Uint8Array> => body.slice().reverse();
    const app = await start({ known: [caller], gossipAnswer });
    const client = clientOver(transport);
    const small = await client.send(addressOf(app), SYNC, encodeUtf8('abc'));
    expect(small).to.deep.equal(encodeUtf8('cba'));
    const large = new Uint8Array(200_000).map((_, index) => index % 7);
    expect(await client.send(addressOf(app), SYNC, large)).to.deep.equal(large.slice().reverse());
    expect(app.engine.asked).to.deep.equal(['gossip.answer peer 3', 'gossip.answer peer 200000']);
  });

  it('it says what an exchange cost after compression, and how far the clocks are apart', async () => {
    const seen: PeerExchange[] = [];
    const app = await start({ known: [caller], gossipAnswer: async (body) => body });
    const body = new Uint8Array(200_000);
    const observe = (exchange: PeerExchange): void => void seen.push(exchange);
    await clientOver(transport, NOW - 7).send(addressOf(app), SYNC, body, { observe });
    expect(seen).to.have.length(1);
    expect(seen[0]?.skewSeconds).to.equal(7);
    expect(seen[0]?.bytesOut).to.be.lessThan(1000);
    expect(seen[0]?.bytesIn).to.equal(seen[0]?.bytesOut);
  });

  it("a refusal carries the peer's own code, and says that the peer signed it", async () => {
    const app = await start();
    const error = await refusal(clientOver(transport).send(addressOf(app), SYNC, BODY));
    expect([error.code, error.peerCode, error.peerStatus, error.isSigned]).to.deep.equal([
      'PEER_REFUSED',
      'PEER_UNKNOWN',
      403,
      true,
    ]);
  });

  it('HTTP-17: a refusal that anybody may have made is marked so, and needs no code', async () => {
    const page = { status: 502, headers: {}, body: encodeUtf8('<html>Bad gateway</html>') };
    const client = clientOver(tampering(transport, () => page));
    const app = await start();
    const error = await refusal(client.send(addressOf(app), SYNC, BODY));
    expect([error.peerCode, error.peerStatus, error.isSigned]).to.deep.equal([null, 502, false]);
  });

  it('HTTP-17: only a signed refusal sends a space away, and only one that says so', () => {
    const away = [
      new PeerRefusal(403, 'FORBIDDEN', null, true),
      new PeerRefusal(403, 'FORBIDDEN', null, false),
      new PeerRefusal(503, 'NOT_READY', null, true),
      { isSigned: true, peerCode: 'FORBIDDEN' },
    ].map(isSentAway);
    expect(away).to.deep.equal([true, false, false, false]);
  });

  it('a code that another put into a signed refusal is not taken for the word of the peer', async () => {
    const app = await start();
    const forged = encodeUtf8('{"error":{"code":"SPACE_CLOSED","message":""}}');
    const client = clientOver(tampering(transport, (answer) => ({ ...answer, body: forged })));
    const error = await refusal(client.send(addressOf(app), SYNC, BODY));
    expect([error.peerCode, error.isSigned]).to.deep.equal(['SPACE_CLOSED', false]);
  });

  it('an answer that is changed, unsigned, or by another space is not taken', async () => {
    const app = await start({ known: [caller] });
    const changes: readonly ((answer: IncomingResponse) => IncomingResponse)[] = [
      (answer) => ({ ...answer, body: encodeUtf8('{"x":1}\n') }),
      (answer) => ({ ...answer, headers: {} }),
    ];
    for (const change of changes) {
      const client = clientOver(tampering(transport, change));
      const sent = client.send(addressOf(app), SYNC, BODY);
      expect(await codeOfAsync(sent)).to.equal('PEER_SIGNATURE_INVALID');
    }
    const impostor = { ...addressOf(app), peerKey: testNode('other').peerKey };
    const sent = clientOver(transport).send(impostor, SYNC, BODY);
    expect(await codeOfAsync(sent)).to.equal('PEER_SIGNATURE_INVALID');
  });

  it('an answer to an earlier request is not taken for the answer to this one', async () => {
    const app = await start({ known: [caller] });
    let first: IncomingResponse | null = null;
    const replaying = tampering(transport, (answer) => {
      first ??= answer;
      return first;
    });
    const client = clientOver(replaying);
    expect(await client.send(addressOf(app), SYNC, BODY)).to.deep.equal(BODY);
    expect(await codeOfAsync(client.send(addressOf(app), SYNC, BODY))).to.equal(
      'PEER_SIGNATURE_INVALID',
    );
  });

  it('an answer that unpacks to more than was allowed is not taken', async () => {
    const gossipAnswer = async (): Promise<Uint8Array> => new Uint8Array(100_000);
    const app = await start({ known: [caller], gossipAnswer });
    const sent = clientOver(transport).send(addressOf(app), SYNC, BODY, { bytesMax: 10_000 });
    expect(await codeOfAsync(sent)).to.equal('PEER_ANSWER_TOO_LARGE');
  });

  it('a node that does not answer fails by the code of the transport', async () => {
    const silent: Transport = {
      get: () => Promise.reject(new TransportError('PEER_TIMEOUT', 'silent')),
      post: () => Promise.reject(new TransportError('PEER_UNREACHABLE', 'silent')),
    };
    const client = clientOver(silent);
    const peer = { space: caller.space, url: 'http://a.example', peerKey: caller.peerKey };
    expect(await codeOfAsync(client.send(peer, SYNC, BODY))).to.equal('PEER_UNREACHABLE');
    expect(await codeOfAsync(client.discover('http://a.example'))).to.equal('PEER_TIMEOUT');
    const nowhere = { ...peer, url: 'nonsense' };
    expect(await codeOfAsync(client.send(nowhere, SYNC, BODY))).to.equal('PEER_UNREACHABLE');
  });

  it('a refusal names the code and the sentence of the peer', async () => {
    const app = await start();
    const sent = clientOver(transport).send(addressOf(app), '/covisa/v1/apply', BODY);
    expect((await refusal(sent)).message).to.match(/^peer: refused with PEER_UNKNOWN \(/);
  });
});

describe('discovery of a node', () => {
  const start = runningApps();
  let transport: HttpTransport;
  beforeEach(() => {
    transport = createHttpTransport({ allowPrivateAddresses: true });
  });
  afterEach(() => transport.close());

  it('finds who stands behind an address, with the peer key of its inception', async () => {
    const app = await start();
    expect(await clientOver(transport).discover(`${app.url}/`)).to.deep.equal({
      space: app.node.space,
      incarnation: 0,
      name: 'Harbour & Co <script>',
      url: 'https://node.example',
      openings: [app.node.inception],
      peerKey: app.node.peerKey,
    });
  });

  it('believes no space id that is not the hash of the inception, and no other nonsense', async () => {
    const { space, inception } = testNode('true');
    const good = {
      covisa: 1,
      space,
      incarnation: 0,
      name: 'x',
      url: null,
      inception: encodeBase64url(inception),
    };
    const note = encodeUtf8('{"type":"note"}');
    const cases: readonly (readonly [unknown, string | null])[] = [
      [good, null],
      [{ ...good, more: 'later' }, null],
      [{ ...good, space: caller.space }, 'PEER_ANSWER_INVALID'],
      [{ ...good, covisa: 2 }, 'PEER_ANSWER_INVALID'],
      [{ ...good, inception: 'AA=' }, 'PEER_ANSWER_INVALID'],
      [
        { ...good, inception: encodeBase64url(note), space: encodeBase64url(sha256(note)) },
        'PEER_ANSWER_INVALID',
      ],
      ['<html>', 'PEER_ANSWER_INVALID'],
    ];
    for (const [value, code] of cases) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const answer = { status: 200, headers: {}, body: encodeUtf8(text) };
      const fixed: Transport = { get: async () => answer, post: async () => answer };
      expect(await codeOfAsync(clientOver(fixed).discover('http://a.example'))).to.equal(code);
    }
  });

  it('a page that is not there is a refusal', async () => {
    const missing = { status: 404, headers: {}, body: encodeUtf8('Not found') };
    const fixed: Transport = { get: async () => missing, post: async () => missing };
    const error = await refusal(clientOver(fixed).discover('http://a.example'));
    expect([error.peerCode, error.peerStatus, error.isSigned]).to.deep.equal([null, 404, false]);
  });
});
