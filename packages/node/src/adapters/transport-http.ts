/**
 * The network, outward: HTTP and HTTPS by node-fetch. Bodies pass as they are: content codings
 * belong to who signs the content (http/content.ts), since the digest covers the bytes as sent.
 * Redirects are refused, since they would carry a signed request to another node; time, size and
 * addresses are bounded.
 */

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { type RequestInit, type Response } from 'node-fetch';
import {
  type IncomingResponse,
  type OutgoingGet,
  type Transport,
  TransportError,
  type TransportErrorCode,
} from '../ports.js';
import {
  isPublicAddress,
  type LookupAll,
  literalAddress,
  PRIVATE_CODE,
  publicLookup,
} from './addresses.js';

/**
 * Idle connections are given up before the usual five seconds of a server: else a request meets a
 * connection that just closed.
 */
const IDLE_MILLISECONDS = 4000;
const SOCKETS_PER_PEER_MAX = 4;
const SOCKETS_MAX = 256;

/** What the operator decides. */
export interface HttpTransportOptions {
  /**
   * Whether peers may be in private networks: for a programme inside of one, and for trying things
   * out.
   */
  readonly allowPrivateAddresses: boolean;
  /** Another look-up of names. */
  readonly lookup?: LookupAll;
}

/** A transport with connections that it keeps open until `close`. */
export interface HttpTransport extends Transport {
  close(): void;
}

/** The transport over the machine's network. */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const agents = createAgents(options);
  const send = (request: OutgoingGet, init: RequestInit): Promise<IncomingResponse> =>
    exchange(request, options.allowPrivateAddresses, {
      ...init,
      agent: (url) => (url.protocol === 'https:' ? agents.https : agents.http),
    });
  return {
    get: (request) => send(request, { method: 'GET' }),
    post: (request) => send(request, { method: 'POST', body: asBuffer(request.body) }),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function createAgents(options: HttpTransportOptions): { http: HttpAgent; https: HttpsAgent } {
  const settings = {
    keepAlive: true,
    timeout: IDLE_MILLISECONDS,
    maxSockets: SOCKETS_PER_PEER_MAX,
    maxTotalSockets: SOCKETS_MAX,
    ...(!options.allowPrivateAddresses && { lookup: publicLookup(options.lookup) }),
  };
  return { http: new HttpAgent(settings), https: new HttpsAgent(settings) };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function exchange(
  request: OutgoingGet,
  allowPrivate: boolean,
  init: RequestInit,
): Promise<IncomingResponse> {
  const url = checkUrl(request.url, allowPrivate);
  // The whole exchange's time, from the look-up to the last byte: a peer that drips bytes gains
  // nothing.
  const signal = AbortSignal.timeout(request.timeoutMilliseconds);
  try {
    const response = await fetch(url, {
      ...init,
      headers: {
        'user-agent': 'covisa',
        'accept-encoding': 'identity',
        ...request.headers,
      },
      redirect: 'manual',
      compress: false,
      signal,
    });
    refuseRedirect(response, url);
    const body = await readBody(response, request.bytesMax, url);
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch (cause) {
    throw asTransportError(cause, url, signal, request.timeoutMilliseconds);
  }
}

function checkUrl(text: string, allowPrivate: boolean): URL {
  if (!URL.canParse(text)) throw new TransportError('PEER_UNREACHABLE', 'peer: its URL is none');
  const url = new URL(text);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password) {
    const expected = 'expected http or https without a user name';
    throw new TransportError('PEER_UNREACHABLE', `peer ${url.host}: ${expected}`);
  }
  const literal = literalAddress(url);
  if (!allowPrivate && literal !== null && !isPublicAddress(literal)) throw privateAddress(url);
  return url;
}

function refuseRedirect(response: Response, url: URL): void {
  if (response.status < 300 || response.status > 399 || response.status === 304) return;
  discard(response);
  throw new TransportError(
    'PEER_REDIRECT',
    `peer ${url.host}: answered with a redirect (${response.status}), which is not followed`,
  );
}

async function readBody(response: Response, bytesMax: number, url: URL): Promise<Uint8Array> {
  const tooLarge = (): TransportError => {
    discard(response);
    const expected = `expected an answer of at most ${bytesMax} bytes`;
    return new TransportError('PEER_ANSWER_TOO_LARGE', `peer ${url.host}: ${expected}`);
  };
  if (Number(response.headers.get('content-length') ?? 0) > bytesMax) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > bytesMax) throw tooLarge();
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}

/** Ends the connection: what is left of the answer is not read. */
function discard(response: Response): void {
  const body = response.body;
  if (body === null || !('destroy' in body) || typeof body.destroy !== 'function') return;
  body.on('error', () => {});
  body.destroy();
}

function asTransportError(
  cause: unknown,
  url: URL,
  signal: AbortSignal,
  timeoutMilliseconds: number,
): TransportError {
  if (cause instanceof TransportError) return cause;
  const fail = (code: TransportErrorCode, what: string): TransportError =>
    new TransportError(code, `peer ${url.host}: ${what}`, { cause });
  if (signal.aborted) return fail('PEER_TIMEOUT', `no whole answer in ${timeoutMilliseconds} ms`);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
  if (code === PRIVATE_CODE) return privateAddress(url, cause);
  return fail('PEER_UNREACHABLE', `cannot be reached (${code})`);
}

function privateAddress(url: URL, cause?: unknown): TransportError {
  const message =
    `peer ${url.host}: its address is private. For a trial on one machine, or nodes in one ` +
    'building, run covisa start with --allow-private-addresses; between real spaces do without it';
  return new TransportError('PEER_ADDRESS_PRIVATE', message, { cause });
}
