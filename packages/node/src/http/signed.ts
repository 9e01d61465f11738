/**
 * Signed routes: reads the content as sent, checks who signed it, runs the handler, and signs the
 * answer, errors included. Before the signature holds nothing is unpacked, and nothing is
 * remembered.
 */

import { encodeUtf8, type SpaceId, SYNC_BYTES_MAX } from '@covisa/protocol';
import type { Request, RequestHandler, Response } from 'express';
import { NodeError } from '../errors.js';
import { acceptsGzip, decodeContent, encodeContent } from './content.js';
import type { AppOptions } from './context.js';
import type { DescribeError } from './errors.js';
import type { ReplayGuard } from './replay.js';
import { parseRequest, prepareAnswer, type ReadRequest } from './signature.js';

/** What a signed route is. */
export interface SignedRoute {
  readonly contentType: string;
  /** Of the request's body, before and after decompression. */
  readonly bytesMax?: number;
  /**
   * The peer key (32 bytes) of a caller that the engine does not know, from the body of its
   * request.
   */
  readonly keyInBody?: (caller: SpaceId, body: Uint8Array) => Uint8Array | null;
  /** Answers a caller whose signature holds. */
  readonly answer: (caller: SpaceId, body: Uint8Array) => Promise<Uint8Array>;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Makes signed routes that share one memory of nonces. */
export function signedRoutes(
  options: AppOptions,
  describe: DescribeError,
  replays: ReplayGuard,
): (route: SignedRoute) => RequestHandler {
  return (route) => async (request, response) => {
    requireContentType(request, route.contentType);
    const bytesMax = route.bytesMax ?? SYNC_BYTES_MAX;
    const content = await readContent(request, bytesMax);
    const { method, originalUrl: target, headers } = request;
    const received = { method, target, headers, content };
    const read = parseRequest(received, options.engine.space, options.sha256);
    const answer = await admitted(options, route, replays, read, () =>
      decodeContent(request.get('content-encoding'), content, bytesMax),
    ).catch((error: unknown) => errorAnswer(describe, error));
    await sendSigned(options, read, answer, request, response);
  };
}

async function admitted(
  options: AppOptions,
  route: SignedRoute,
  replays: ReplayGuard,
  read: ReadRequest,
  decode: () => Uint8Array,
): Promise<Answer> {
  const now = options.now();
  replays.checkTime(read, now);
  const known = options.engine.peerKey(read.keyid);
  // Only who applies is taken at the word of its own inception, and that needs the body.
  const early = known === null && route.keyInBody ? decode() : null;
  const key = known ?? (early && route.keyInBody ? route.keyInBody(read.keyid, early) : null);
  if (key === null) {
    throw new NodeError('PEER_UNKNOWN', 'caller: expected a space of a programme of this node', {
      remedy: 'Join a programme by a link first, or wait until this node has heard of you.',
    });
  }
  if (!(await options.signatures.verify(read.check(key)))) {
    throw new NodeError('REQUEST_SIGNATURE_INVALID', "signature: expected the caller's peer key");
  }
  replays.admit(read, now);
  const body = await route.answer(read.keyid, early ?? decode());
  return { status: 200, contentType: route.contentType, body };
}

function errorAnswer(describe: DescribeError, error: unknown): Answer {
  const { status, body } = describe(error);
  return { status, contentType: 'application/json', body: encodeUtf8(JSON.stringify(body)) };
}

async function sendSigned(
  options: AppOptions,
  read: ReadRequest,
  answer: Answer,
  request: Request,
  response: Response,
): Promise<void> {
  const content = encodeContent(answer.body, acceptsGzip(request.get('accept-encoding')));
  const toSign = {
    status: answer.status,
    content: content.body,
    keyid: options.engine.space,
    created: options.now(),
    requestNonce: read.nonce,
  };
  const prepared = prepareAnswer(toSign, options.sha256);
  const signature = await options.engine.signAsPeer(prepared.base);
  response
    .status(answer.status)
    .set({
      'content-type': answer.contentType,
      ...content.headers,
      ...prepared.headers(signature),
    })
    .end(content.body);
}

function requireContentType(request: Request, expected: string): void {
  if (request.is(expected) === expected) return;
  throw new NodeError('MEDIA_TYPE_UNSUPPORTED', `content-type: expected ${expected}`);
}

/** The content as sent. Stops reading at the bound. */
async function readContent(request: Request, bytesMax: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new NodeError('BODY_TOO_LARGE', `body: expected at most ${bytesMax} bytes, got more`);
  if (Number(request.get('content-length') ?? 0) > bytesMax) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early must not destroy the socket: the refusal has to go out on it.
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += chunk.length;
      if (length > bytesMax) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof NodeError) throw cause;
    throw new NodeError('REQUEST_INVALID', 'body: it was cut off', { cause });
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}
