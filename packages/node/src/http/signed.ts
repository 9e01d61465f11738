/**
 * Signed routes: checks by its head who signed a request, reads the content, runs the handler, and
 * signs the answer, errors included. Before the signature holds nothing is read and nothing is
 * remembered; but for requests whose key is in their body.
 */

import { encodeUtf8, SYNC_BYTES_MAX } from '@covisa/protocol';
import type { Request, RequestHandler, Response } from 'express';
import { NodeError } from '../errors.js';
import { addressOf } from './access/gate.js';
import { acceptsGzip, decodeContent, encodeContent } from './content.js';
import type { AppOptions } from './context.js';
import type { DescribeError } from './errors.js';
import type { PeerRoute } from './peer-routes.js';
import type { ReplayGuard } from './replay.js';
import { checkContent, parseRequestHead, prepareAnswer, type ReadRequest } from './signature.js';
import { StrangerPlaces } from './stranger-places.js';

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** What all signed routes share, and the places of one. */
interface Shared {
  readonly options: AppOptions;
  readonly replays: ReplayGuard;
  readonly strangers: StrangerPlaces;
}

/** Makes signed routes that share one memory of nonces. */
export function signedRoutes(
  options: AppOptions,
  describe: DescribeError,
  replays: ReplayGuard,
): (route: PeerRoute) => RequestHandler {
  const isShared = options.settings.rateLimits.peers === null;
  return (route) => {
    // One route that strangers fill leaves the others open.
    const shared = { options, replays, strangers: new StrangerPlaces(options.clock, isShared) };
    return answering(shared, describe, route);
  };
}

function answering(shared: Shared, describe: DescribeError, route: PeerRoute): RequestHandler {
  const { options } = shared;
  return async (request, response) => {
    requireContentType(request, route.contentType);
    const { method, originalUrl: target, headers } = request;
    const read = parseRequestHead({ method, target, headers }, options.engine.space);
    // HTTP-16: once its head could be read, every answer to a request is signed, refusals too.
    const answer = await admitted(shared, route, read, request).catch((error: unknown) =>
      errorAnswer(describe, error),
    );
    await sendSigned(options, read, answer, request, response);
  };
}

/** The head alone tells who calls: of a caller that is not known, or is late, no body is read. */
async function admitted(
  shared: Shared,
  route: PeerRoute,
  read: ReadRequest,
  request: Request,
): Promise<Answer> {
  const { options, replays, strangers } = shared;
  replays.checkTime(read, options.now());
  // HTTP-12: a request is signed by the peer key that is known of its caller. `apply` brings that
  // key in the caller's inception, `resume` in its resume, `recovery` as the recovery key.
  const key = options.engine.peerKey(read.keyid);
  if (key !== null && route.isKeyNew !== true) {
    await verify(options, read, key);
    return answered(shared, route, read, await readBody(options, route, read, request));
  }
  const { keyInBody } = route;
  if (!keyInBody) throw unknownCaller();
  // Only such a caller is taken at the word of its own body, and that needs the body.
  return strangers.hold(addressOf(request), async () => {
    // Nothing more is read of a body that is late.
    const end = () => void request.res?.set('connection', 'close');
    const body = await strangers.inTime(readBody(options, route, read, request), end);
    const keyFound = keyInBody(read.keyid, body);
    if (keyFound === null) throw unknownCaller();
    await verify(options, read, keyFound);
    return answered(shared, route, read, body);
  });
}

async function answered(
  { options, replays }: Shared,
  route: PeerRoute,
  read: ReadRequest,
  content: Uint8Array,
): Promise<Answer> {
  // The body may have taken a minute, in which the nonce may have been forgotten.
  replays.admit(read, options.now());
  const body = await route.answer(read.keyid, content);
  return { status: 200, contentType: route.answerType ?? route.contentType, body };
}

async function verify(options: AppOptions, read: ReadRequest, key: Uint8Array): Promise<void> {
  if (await options.signatures.verify(read.check(key))) return;
  throw new NodeError('REQUEST_SIGNATURE_INVALID', "signature: expected the caller's peer key");
}

/** The body, unpacked; its content is what the head's digest says. */
async function readBody(
  options: AppOptions,
  route: PeerRoute,
  read: ReadRequest,
  request: Request,
): Promise<Uint8Array> {
  const bytesMax = route.bytesMax ?? SYNC_BYTES_MAX;
  const content = await readContent(request, bytesMax);
  checkContent(read, content, options.sha256);
  return decodeContent(request.get('content-encoding'), content, bytesMax);
}

function unknownCaller(): NodeError {
  return new NodeError('PEER_UNKNOWN', 'caller: expected a space of a programme of this node', {
    remedy: 'Join a programme by a link first, or wait until this node has heard of you.',
  });
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
  // HTTP-14: a request has the content type of its route, with whatever parameters.
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
