/**
 * Signed routes between nodes: who may call, what is refused before anything is unpacked, and that
 * answers are signed.
 */

import { request } from 'node:http';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { encodeBase64url, encodeUtf8, sha256 } from '@covisa/protocol';
import { expect } from 'chai';
import fetch, { type Response } from 'node-fetch';
import { parseAnswer, prepareRequest } from '../../dist/http/signature.js';
import { APPLIED, DATE, PROGRAMME } from './support/engine-double.js';
import { rawExchange, summary } from './support/raw.js';
import { resumeBody } from './support/resume.js';
import { codeIn, type RunningApp, runningApps } from './support/running-app.js';
import { NOW, signatures, type TestNode, testNode } from './support/test-node.js';

const caller = testNode('caller');
const stranger = testNode('stranger');

interface Call {
  readonly by?: TestNode;
  readonly path?: string;
  readonly recipient?: TestNode;
  readonly created?: number;
  readonly nonce?: string;
  readonly body?: Uint8Array;
  readonly contentType?: string;
  /** Added, or put in place of what was signed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent in place of the body that was signed. */
  readonly sent?: Uint8Array;
}

const BODY = encodeUtf8('{}\n');
const nonceOf = (label: string): Uint8Array => sha256(encodeUtf8(label)).slice(0, 16);

async function call(app: RunningApp, options: Call = {}): Promise<Response> {
  const { path = '/covisa/v1/sync', body = BODY } = options;
  return fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: await headersOf(app, options),
    body: Buffer.from(options.sent ?? body),
    compress: false,
  });
}

async function headersOf(app: RunningApp, options: Call): Promise<Record<string, string>> {
  const { by = caller, path = '/covisa/v1/sync', body = BODY } = options;
  const prepared = prepareRequest({
    method: 'POST',
    url: `${app.url}${path}`,
    content: body,
    keyid: by.space,
    recipient: (options.recipient ?? app.node).space,
    created: options.created ?? NOW,
    nonce: nonceOf(options.nonce ?? 'nonce'),
  });
  return {
    'content-type': options.contentType ?? 'application/covisa-sync',
    'accept-encoding': 'identity',
    ...prepared.headers(await by.sign(prepared.base)),
    ...options.headers,
  };
}

/** The answer to a request whose body never comes. */
async function callWithoutBody(app: RunningApp, options: Call): Promise<string> {
  const headers = Object.entries({
    ...(await headersOf(app, options)),
    host: 'node.example',
    connection: 'close',
    'content-length': '1000',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const path = options.path ?? '/covisa/v1/sync';
  return rawExchange(app.url, `POST ${path} HTTP/1.1\r\n${headers.join('')}\r\n`);
}

interface Begun {
  /** Sends the body; resolves with the status of the answer. */
  readonly finish: () => Promise<number | undefined>;
}

/** Sends a request's head; resolves when the node waits for the body. */
async function begin(app: RunningApp, options: Call & { body: Uint8Array }): Promise<Begun> {
  const headers = { ...(await headersOf(app, options)), expect: '100-continue' };
  const sent = request(`${app.url}${options.path}`, { method: 'POST', headers });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sent.on('response', (response) => resolve(response.resume().statusCode));
    sent.on('error', reject);
  });
  sent.flushHeaders();
  await new Promise((resolve) => sent.once('continue', resolve));
  return {
    finish: () => {
      sent.end(options.body);
      return answered;
    },
  };
}

const applicationOf = (node: TestNode): Uint8Array =>
  Buffer.concat([encodeUtf8('{}\n'), node.inception, encodeUtf8('\n')]);

/** Whether the node of the app signed this answer to the request with this nonce. */
async function isSigned(app: RunningApp, response: Response, nonce = 'nonce'): Promise<boolean> {
  const content = new Uint8Array(await response.clone().arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const expected = { keyid: app.node.space, requestNonce: encodeBase64url(nonceOf(nonce)) };
  const read = parseAnswer({ status: response.status, headers, content }, expected);
  return signatures.verify(read.check(app.node.peerKey));
}

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  expect([response.status, await codeIn(response)]).to.deep.equal([status, code]);
}

describe('signed routes', () => {
  const start = runningApps();

  it('a request of a known space is answered, and the answer is signed for it', async () => {
    const app = await start({ known: [caller] });
    const response = await call(app);
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.equal('application/covisa-sync');
    expect(app.engine.asked).to.deep.equal(['gossip.answer peer 3']);
    expect(await isSigned(app, response)).to.equal(true);
    expect(await response.text()).to.equal('{}\n');
  });

  it('HTTP-16: what is refused after the signature could be read is refused by a signed answer', async () => {
    const app = await start({ known: [caller] });
    const response = await call(app, { created: NOW - 301 });
    expect(await isSigned(app, response)).to.equal(true);
  });

  it('a request without a signature is refused', async () => {
    const app = await start({ known: [caller] });
    for (const path of ['sync', 'apply']) {
      const response = await fetch(`${app.url}/covisa/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/covisa-sync' },
        body: '{}\n',
      });
      await expectRefusal(response, 401, 'REQUEST_SIGNATURE_INVALID');
    }
    const grant = await app.post('/covisa/v1/grant', {});
    await expectRefusal(grant, 401, 'REQUEST_SIGNATURE_INVALID');
    expect(app.engine.asked).to.deep.equal([]);
  });

  it("HTTP-12: a signature by another key than the caller's is refused", async () => {
    const app = await start({ known: [caller] });
    const forger: TestNode = { ...caller, sign: stranger.sign };
    await expectRefusal(await call(app, { by: forger }), 401, 'REQUEST_SIGNATURE_INVALID');
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('a body, digest, path or recipient that was changed on the way is refused', async () => {
    const app = await start({ known: [caller] });
    const changed: readonly Call[] = [
      { sent: encodeUtf8('{"x":1}\n') },
      { headers: { 'content-digest': 'sha-256=:AAAA:' } },
      { recipient: stranger },
      { headers: { 'covisa-recipient': stranger.space } },
    ];
    for (const one of changed) {
      await expectRefusal(await call(app, one), 401, 'REQUEST_SIGNATURE_INVALID');
    }
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('HTTP-10: a request is taken once: again it is a replay', async () => {
    const app = await start({ known: [caller] });
    expect((await call(app)).status).to.equal(200);
    await expectRefusal(await call(app), 401, 'REQUEST_REPLAYED');
    await expectRefusal(await call(app, { path: '/covisa/v1/apply' }), 401, 'REQUEST_REPLAYED');
    expect((await call(app, { nonce: 'another' })).status).to.equal(200);
  });

  it('HTTP-10: a forged request does not use up the nonce of a true one', async () => {
    const app = await start({ known: [caller] });
    await call(app, { by: { ...caller, sign: stranger.sign } });
    expect((await call(app)).status).to.equal(200);
  });

  it('HTTP-9: a request that is more than five minutes old, or ahead, is stale', async () => {
    const app = await start({ known: [caller] });
    for (const created of [NOW - 301, NOW + 301]) {
      await expectRefusal(await call(app, { created }), 401, 'REQUEST_STALE');
    }
    expect((await call(app, { created: NOW - 300 })).status).to.equal(200);
  });

  it('HTTP-12: a space that is not known is refused, but for an application that brings its inception', async () => {
    const app = await start();
    await expectRefusal(await call(app, { by: stranger }), 403, 'PEER_UNKNOWN');
    const bodyWith = (...lines: readonly Uint8Array[]): Uint8Array =>
      Buffer.concat([encodeUtf8('{}\n'), ...lines.flatMap((line) => [line, encodeUtf8('\n')])]);
    const apply = (label: string, body: Uint8Array): Promise<Response> =>
      call(app, { by: stranger, path: '/covisa/v1/apply', nonce: label, body });

    await expectRefusal(await apply('a', bodyWith()), 403, 'PEER_UNKNOWN');
    await expectRefusal(await apply('b', bodyWith(caller.inception)), 403, 'PEER_UNKNOWN');
    const far = Array.from({ length: 8 }, () => encodeUtf8('{"type":"x"}'));
    await expectRefusal(
      await apply('c', bodyWith(...far, stranger.inception)),
      403,
      'PEER_UNKNOWN',
    );
    expect(app.engine.asked).to.deep.equal([]);

    const response = await apply('d', bodyWith(stranger.inception));
    expect(await response.json()).to.deep.equal(APPLIED);
    expect(app.engine.asked).to.deep.equal([
      `programmes.apply "${stranger.space}" ${bodyWith(stranger.inception).length}`,
    ]);
  });

  it('HTTP-12: a known space that has resumed calls by the key of its resume', async () => {
    const app = await start({ known: [caller] });
    const body = resumeBody(caller.space, stranger.peerKey);
    const by = { ...caller, sign: stranger.sign };
    expect((await call(app, { by, body, path: '/covisa/v1/resume' })).status).to.equal(200);
  });

  it('who is not known, is late, means another node or forges is refused before the body is read', async () => {
    const app = await start({ known: [caller] });
    const refused = async (options: Call): Promise<unknown> =>
      summary(await callWithoutBody(app, options));
    const unauthorised = 'HTTP/1.1 401 Unauthorized';
    const grant = { path: '/covisa/v1/grant', contentType: 'application/json' };
    const apply = { path: '/covisa/v1/apply' };
    const forger: TestNode = { ...caller, sign: stranger.sign };
    for (const route of [{}, grant]) {
      expect(await refused({ ...route, by: stranger })).to.deep.equal([
        'HTTP/1.1 403 Forbidden',
        'PEER_UNKNOWN',
      ]);
    }
    for (const route of [{}, grant, apply]) {
      const stale = await refused({ ...route, created: NOW - 301 });
      expect(stale).to.deep.equal([unauthorised, 'REQUEST_STALE']);
      for (const bad of [{ recipient: stranger }, { by: forger }]) {
        const answer = await refused({ ...route, ...bad });
        expect(answer).to.deep.equal([unauthorised, 'REQUEST_SIGNATURE_INVALID']);
      }
    }
  });

  it('four applications of strangers are read at once, and the next is told to come again', async () => {
    const app = await start({ known: [caller] });
    const applying = (label: string): Call & { body: Uint8Array } => {
      const by = testNode(label);
      return { by, path: '/covisa/v1/apply', body: applicationOf(by) };
    };
    const begun: Begun[] = [];
    for (const label of ['a', 'b', 'c', 'd']) begun.push(await begin(app, applying(label)));
    await expectRefusal(await call(app, applying('e')), 429, 'RATE_LIMITED');
    // Who is known takes no place.
    const known = { path: '/covisa/v1/apply', body: applicationOf(caller) };
    expect((await call(app, known)).status).to.equal(200);
    expect(await begun[0]?.finish()).to.equal(200);
    expect((await call(app, applying('e'))).status).to.equal(200);
    for (const one of begun.slice(1)) expect(await one.finish()).to.equal(200);
  });

  it('an application over 600 KiB is refused, as sent and as unpacked', async () => {
    const app = await start();
    const path = '/covisa/v1/apply';
    const body = gzipSync(Buffer.alloc(600 * 1024 + 1));
    const headers = { 'content-encoding': 'gzip' };
    const unpacked = await call(app, { by: stranger, path, body, headers });
    await expectRefusal(unpacked, 413, 'BODY_TOO_LARGE');
    const length = { 'content-length': String(600 * 1024 + 1) };
    const sent = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { ...(await headersOf(app, { by: stranger, path })), ...length },
      body: Readable.from([Buffer.alloc(600 * 1024 + 1)]),
    });
    await expectRefusal(sent, 413, 'BODY_TOO_LARGE');
  });

  it("an application signed by another key than the inception's is refused", async () => {
    const app = await start();
    const body = Buffer.concat([encodeUtf8('{}\n'), stranger.inception, encodeUtf8('\n')]);
    const forger: TestNode = { ...stranger, sign: caller.sign };
    const response = await call(app, { by: forger, path: '/covisa/v1/apply', body });
    await expectRefusal(response, 401, 'REQUEST_SIGNATURE_INVALID');
  });

  it('HTTP-15: a body may be gzip, and the digest is that of the gzip', async () => {
    const app = await start({ known: [caller] });
    const body = gzipSync(Buffer.from('x'.repeat(5000)));
    const response = await call(app, { body, headers: { 'content-encoding': 'gzip' } });
    expect(response.status).to.equal(200);
    expect(app.engine.asked).to.deep.equal(['gossip.answer peer 5000']);
  });

  it('a gzip bomb is cut off at the bound, and one of a stranger is not opened at all', async () => {
    const app = await start({ known: [caller] });
    const body = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(body.length).to.be.lessThan(100_000);
    const headers = { 'content-encoding': 'gzip' };
    await expectRefusal(await call(app, { body, headers }), 413, 'BODY_TOO_LARGE');
    const stranger403 = await call(app, { by: stranger, body, headers });
    await expectRefusal(stranger403, 403, 'PEER_UNKNOWN');
    const path = '/covisa/v1/apply';
    const applied = await call(app, { by: stranger, path, body, headers });
    await expectRefusal(applied, 413, 'BODY_TOO_LARGE');
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('HTTP-15: a body over 4 MiB is refused by its length', async () => {
    const app = await start({ known: [caller] });
    const body = new Uint8Array(4 * 1024 * 1024 + 1);
    // The answer may come before the whole body is sent: then the connection breaks, which is as
    // good.
    const outcome = await call(app, { body }).then(
      (response) => response.status,
      (error: Error) => error.name,
    );
    expect(outcome).to.be.oneOf([413, 'FetchError']);
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('a body that does not say its length is cut off at the bound, and the node goes on', async () => {
    const app = await start({ known: [caller] });
    const outcome = await fetch(`${app.url}/covisa/v1/sync`, {
      method: 'POST',
      headers: await headersOf(app, { nonce: 'long' }),
      body: Readable.from(Array.from({ length: 10 }, () => Buffer.alloc(1024 * 1024))),
    }).then(
      (response) => response.status,
      (error: Error) => error.name,
    );
    expect(outcome).to.be.oneOf([413, 'FetchError']);
    expect((await call(app)).status).to.equal(200);
    expect(app.logged).to.deep.equal([]);
  });

  it('HTTP-14, HTTP-15: another content type or coding is refused', async () => {
    const app = await start({ known: [caller] });
    const type = await call(app, { contentType: 'application/json' });
    await expectRefusal(type, 415, 'MEDIA_TYPE_UNSUPPORTED');
    const coding = await call(app, { headers: { 'content-encoding': 'br' } });
    await expectRefusal(coding, 415, 'MEDIA_TYPE_UNSUPPORTED');
    const broken = await call(app, { nonce: 'b', headers: { 'content-encoding': 'gzip' } });
    await expectRefusal(broken, 400, 'REQUEST_INVALID');
  });

  it('EDGE-6: a fault of the engine is told as INTERNAL, in a signed answer', async () => {
    const gossipAnswer = (): Promise<Uint8Array> => Promise.reject(new Error('secret'));
    const app = await start({ known: [caller], gossipAnswer });
    const response = await call(app);
    expect(response.status).to.equal(500);
    expect(await isSigned(app, response)).to.equal(true);
    const text = await response.text();
    expect(text).to.include('"code":"INTERNAL"');
    expect(text).not.to.include('secret');
  });

  it('a grant is asked for by the host that signs, and given in base64url', async () => {
    const app = await start({ known: [caller] });
    const ask = (label: string, value: unknown): Promise<Response> =>
      call(app, {
        path: '/covisa/v1/grant',
        contentType: 'application/json',
        nonce: label,
        body: encodeUtf8(JSON.stringify(value)),
      });
    const good = {
      token: 'CV1:X',
      k: 0,
      date: DATE,
      venue: 'main',
      programme: PROGRAMME,
      halfDay: false,
    };
    const response = await ask('a', good);
    expect(await isSigned(app, response, 'a')).to.equal(true);
    expect(await response.json()).to.deep.equal({ granted: true, grant: 'Bwg', k: 2 });
    expect(app.engine.asked[0]).to.match(new RegExp(`^home\\.grant "${caller.space}" `));
    await expectRefusal(await ask('b', { ...good, k: -1 }), 400, 'REQUEST_INVALID');
    await expectRefusal(await ask('c', { ...good, host: caller.space }), 400, 'REQUEST_INVALID');
    await expectRefusal(await ask('d', 'x'.repeat(70_000)), 413, 'BODY_TOO_LARGE');
  });

  it('EDGE-2: a question for messages that misses its schema is refused as any other', async () => {
    const app = await start({ known: [caller] });
    const path = '/covisa/v1/messages/collect';
    for (const body of ['{}', '{"have":[],"more":1}']) {
      const sent = { path, nonce: body, body: encodeUtf8(body), contentType: 'application/json' };
      await expectRefusal(await call(app, sent), 400, 'REQUEST_INVALID');
    }
  });
});
