/**
 * Requests to other nodes over HTTP: signed, with signed answers, and the unsigned look at a node
 * that is not known yet. The network itself is the Transport port; the signatures are those of
 * signature.ts.
 */

import {
  INCARNATIONS_MAX,
  openingChain,
  ProtocolError,
  parseBase64url,
  parseUtf8,
  type Seconds,
  type Sha256,
  type SignatureBackend,
  SYNC_BYTES_MAX,
  shape,
  spaceId,
  verifyAll,
} from '@covisa/protocol';
import { secondsOf } from '../engine/context.js';
import {
  type Connect,
  type Discovery,
  type PeerAddress,
  PeerRefusal,
  type PeerRequestOptions,
  type PeerSelf,
} from '../engine/gossip/peer-client.js';
import { NodeError } from '../errors.js';
import {
  type Clock,
  type IncomingResponse,
  type Random,
  type Transport,
  TransportError,
} from '../ports.js';
import { decodeContent, encodeContent } from './content.js';
import { parseAnswer, prepareRequest, REQUEST_NONCE_BYTES } from './signature.js';

/** Through what is asked. */
export interface HttpClientParts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly signatures: SignatureBackend;
  readonly sha256: Sha256;
  /** For a whole exchange, unless a request says otherwise. */
  readonly timeoutMilliseconds: number;
}

/** First entries in base64url and a few names. */
const DISCOVERY_BYTES_MAX = 128 * 1024;
/** Of an error that is read: the rest of it is of no use. */
const SENTENCE_CHARACTERS_MAX = 300;

/** An entry's bytes. */
const line = shape.text({
  min: 1,
  max: 22_000,
  pattern: /^[A-Za-z0-9_-]+$/,
  what: 'base64url',
});
const discoveryShape = shape.open({
  covisa: shape.literal(1),
  space: spaceId,
  incarnation: shape.integer(0, 0xffff_ffff),
  name: shape.text({ min: 0, max: 80 }),
  url: shape.nullable(shape.text({ min: 8, max: 200 })),
  inception: line,
  /** The first entries of its later incarnations. */
  resumes: shape.optional(shape.list(line, INCARNATIONS_MAX)),
});
const errorShape = shape.open({
  error: shape.open({
    code: shape.text({ min: 1, max: 60, pattern: /^[A-Z0-9_]+$/, what: 'an error code' }),
    message: shape.text({ min: 0, max: 10_000 }),
  }),
});

interface HttpClient extends HttpClientParts, PeerSelf {}

/** Connects a node to others over the Transport port. */
export function connectOverHttp(parts: HttpClientParts): Connect {
  return (self) => {
    const client: HttpClient = { ...parts, ...self };
    return {
      send: (peer, path, body, settings = {}) => send(client, peer, path, body, settings),
      discover: (url) => discover(client, url),
      read: (url, path, bytesMax) => read(client, url, path, bytesMax),
    };
  };
}

async function send(
  client: HttpClient,
  peer: PeerAddress,
  path: string,
  body: Uint8Array,
  settings: PeerRequestOptions,
): Promise<Uint8Array> {
  const bytesMax = settings.bytesMax ?? SYNC_BYTES_MAX;
  const url = addressOf(peer.url, path);
  const content = encodeContent(body, true);
  const prepared = prepareRequest(
    {
      method: 'POST',
      url,
      content: content.body,
      keyid: client.space,
      recipient: peer.space,
      created: secondsOf(client.clock),
      nonce: client.random.bytes(REQUEST_NONCE_BYTES),
    },
    client.sha256,
  );
  const answer = await client.transport.post({
    url,
    headers: {
      'content-type': settings.contentType ?? 'application/covisa-sync',
      'accept-encoding': 'gzip',
      ...content.headers,
      ...prepared.headers(await client.signAsPeer(prepared.base)),
    },
    body: content.body,
    timeoutMilliseconds: settings.timeoutMilliseconds ?? client.timeoutMilliseconds,
    bytesMax,
  });
  const signed = await signedTime(client, peer, answer, prepared.nonce);
  if (signed instanceof NodeError) {
    if (answer.status === 200) throw signed;
    throw refusalOf(answer, false);
  }
  settings.observe?.({
    bytesOut: content.body.length,
    bytesIn: answer.body.length,
    skewSeconds: signed - secondsOf(client.clock),
  });
  if (answer.status !== 200) throw refusalOf(answer, true);
  return bodyOf(answer, bytesMax);
}

/** When the peer signed the answer, or why it did not. */
async function signedTime(
  client: HttpClient,
  peer: PeerAddress,
  answer: IncomingResponse,
  requestNonce: string,
): Promise<Seconds | NodeError> {
  try {
    const received = { status: answer.status, headers: answer.headers, content: answer.body };
    const read = parseAnswer(received, { keyid: peer.space, requestNonce }, client.sha256);
    if (await client.signatures.verify(read.check(peer.peerKey))) return read.created;
    const message = 'answer: expected a signature by the key of the space that was asked';
    return new NodeError('PEER_SIGNATURE_INVALID', message);
  } catch (error) {
    if (error instanceof NodeError) return error;
    throw error;
  }
}

async function read(
  client: HttpClient,
  url: string,
  path: string,
  bytesMax: number,
): Promise<Uint8Array> {
  const answer = await client.transport.get({
    url: addressOf(url, path),
    headers: { accept: '*/*' },
    timeoutMilliseconds: client.timeoutMilliseconds,
    bytesMax,
  });
  if (answer.status !== 200) throw refusalOf(answer, false);
  return bodyOf(answer, bytesMax);
}

async function discover(client: HttpClient, url: string): Promise<Discovery> {
  const body = await read(client, url, '/.well-known/covisa', DISCOVERY_BYTES_MAX);
  try {
    return await parseDiscovery(body, client);
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw new NodeError('PEER_ANSWER_INVALID', `${url}: is no covisa node (${cause.message})`, {
      remedy: 'Check the address: it is the one that the other space gives for its node.',
      cause,
    });
  }
}

/** @throws ProtocolError SHAPE_INVALID, RESUME_INVALID */
async function parseDiscovery(body: Uint8Array, client: HttpClient): Promise<Discovery> {
  const said = discoveryShape.parse(parseJson(body));
  // The space id is the SHA-256 of the inception, and resumes are signed by the recovery keys, so
  // nobody can speak of another space's keys.
  const openings = [said.inception, ...(said.resumes ?? [])].map(parseBase64url);
  const { space, name, url } = said;
  const { latest, checks } = openingChain(space, openings, client.sha256);
  if (!(await verifyAll(client.signatures, checks))) {
    throw new ProtocolError('RESUME_INVALID', "/resumes: expected the recovery key's signatures");
  }
  const incarnation = openings.length - 1;
  return { space, incarnation, name, url, openings, peerKey: parseBase64url(latest.peer) };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('JSON_INVALID', 'body: expected JSON', { cause });
  }
}

/** `path` below the node's address. */
function addressOf(base: string, path: string): string {
  if (!URL.canParse(base)) throw new TransportError('PEER_UNREACHABLE', 'peer: its URL is none');
  const url = new URL(base);
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${path}`;
}

function bodyOf(answer: IncomingResponse, bytesMax: number): Uint8Array {
  try {
    return decodeContent(answer.headers['content-encoding'], answer.body, bytesMax);
  } catch (cause) {
    if (!(cause instanceof NodeError)) throw cause;
    if (cause.code !== 'BODY_TOO_LARGE') {
      throw new NodeError('PEER_ANSWER_INVALID', `answer: ${cause.message}`, { cause });
    }
    throw new TransportError('PEER_ANSWER_TOO_LARGE', `answer: ${cause.message}`, { cause });
  }
}

function refusalOf(answer: IncomingResponse, isSigned: boolean): PeerRefusal {
  try {
    const { error } = errorShape.parse(parseJson(bodyOf(answer, DISCOVERY_BYTES_MAX)));
    const sentence = error.message.slice(0, SENTENCE_CHARACTERS_MAX);
    return new PeerRefusal(answer.status, error.code, sentence, isSigned);
  } catch {
    // Not one of ours: a proxy's page, or cut short. The status says it all.
    return new PeerRefusal(answer.status, null, null, isSigned);
  }
}
