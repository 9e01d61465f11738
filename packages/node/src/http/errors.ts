/**
 * Errors on their way out: every one becomes a status and `{ error: { code, message, path? } }`.
 * What is not ours, or is our own fault, is logged under an incident number and leaves as INTERNAL:
 * no stack, no message of a library, no path of a file.
 */

import { ProtocolError, type Seconds } from '@covisa/protocol';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { NodeError, withRemedy } from '../errors.js';
import { type Logger, TransportError } from '../ports.js';
import { statusOf } from './status.js';

/** A part of a request does not fit its shape. */
export class RequestInvalid extends NodeError {
  /** A JSON-pointer-like path into the part. */
  readonly path: string;

  constructor(message: string, path: string, cause?: unknown) {
    super('REQUEST_INVALID', message, { cause });
    this.path = path;
  }
}

/** The one body of all errors. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly path?: string };
}

export interface ErrorAnswer {
  readonly status: number;
  /** When to try again, where that is known. */
  readonly retryAfterSeconds?: number;
  readonly body: ErrorBody;
}

/** Turns whatever was thrown into the answer to it. */
export type DescribeError = (error: unknown) => ErrorAnswer;

/** The describer of one app: logs what is our own fault, numbered from the start on. */
export function errorDescriber(logger: Logger, now: () => Seconds): DescribeError {
  const started = now().toString(36);
  let incidents = 0;
  return (thrown) => {
    const error = fromLibrary(thrown);
    if (isKnown(error) && statusOf(error) !== 500) return answerOf(error);
    // EDGE-6: of a fault of the node nothing leaves it but the number under which its log tells
    // more.
    incidents += 1;
    const incident = `${started}-${incidents}`;
    logger.error('http.internal-error', { incident, error: detailOf(thrown) });
    const message = `The node failed; its log says more under incident ${incident}.`;
    return { status: 500, body: { error: { code: 'INTERNAL', message } } };
  };
}

/** Express's error middleware. */
export function errorMiddleware(describe: DescribeError): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const { status, body, retryAfterSeconds } = describe(error);
    // Too late for another answer: Express ends the connection.
    if (response.headersSent) return next(error);
    if (status === 401) response.set('www-authenticate', 'Bearer realm="covisa"');
    if (retryAfterSeconds !== undefined) response.set('retry-after', String(retryAfterSeconds));
    // What is left of a body that is too large is not waited for.
    if (status === 413) response.set('connection', 'close');
    response.status(status).set('cache-control', 'no-store').json(body);
  };
}

/** The end of the line: no such path. */
export const notFound: RequestHandler = () => {
  throw new NodeError('NOT_FOUND', 'path: there is nothing here');
};

type KnownError = NodeError | ProtocolError | TransportError;

function isKnown(error: unknown): error is KnownError {
  return (
    error instanceof NodeError || error instanceof ProtocolError || error instanceof TransportError
  );
}

function answerOf(error: KnownError): ErrorAnswer {
  const path = 'path' in error && error.path !== '' ? error.path : undefined;
  const { code } = error;
  const { remedy, retryAfterSeconds } = error instanceof NodeError ? error : {};
  const message = withRemedy(error.message, remedy);
  return {
    status: statusOf(error),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    body: { error: { code, message, ...(path !== undefined && { path }) } },
  };
}

/** Errors of Express and body-parser carry `type` and `status`; ours take their place. */
function fromLibrary(error: unknown): unknown {
  if (!(error instanceof Error) || isKnown(error)) return error;
  const type = 'type' in error ? error.type : undefined;
  const status = 'status' in error ? error.status : undefined;
  if (type === 'entity.too.large') {
    const limit = 'limit' in error ? ` of at most ${String(error.limit)} bytes` : '';
    return new NodeError('BODY_TOO_LARGE', `body: expected one${limit}, got more`);
  }
  if (type === 'entity.parse.failed')
    return new ProtocolError('JSON_INVALID', 'body: expected JSON');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new NodeError('MEDIA_TYPE_UNSUPPORTED', 'body: expected JSON in UTF-8, not compressed');
  }
  // An address whose percent-encoding is broken, a body that was cut off.
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new NodeError('REQUEST_INVALID', 'request: it is malformed', { cause: error });
  }
  return error;
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
