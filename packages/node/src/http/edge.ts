/**
 * The edge's building blocks: endpoints that know their methods, JSON bodies, single headers, rate
 * limits.
 */

import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { rateLimit } from 'express-rate-limit';
import { NodeError } from '../errors.js';

/** Bytes of a JSON body. */
export const JSON_BYTES_MAX = 64 * 1024;

type Method = 'get' | 'post' | 'patch';
/** What answers at one path, by method. */
export type Endpoint = { readonly [method in Method]?: RequestHandler | RequestHandler[] };

/** Puts an endpoint on a path; every other method is answered by 405. */
export function endpoint(router: Router, path: string, handlers: Endpoint): void {
  const route = router.route(path);
  if (handlers.get) route.get(handlers.get);
  if (handlers.post) route.post(handlers.post);
  if (handlers.patch) route.patch(handlers.patch);
  const allowed = Object.keys(handlers).map((name) => name.toUpperCase());
  // EDGE-4: another method than those of the path is refused, and `allow` names them.
  route.all((request, response) => {
    response.set('allow', allowed.join(', '));
    throw new NodeError(
      'METHOD_NOT_ALLOWED',
      `method: expected ${allowed.join(' or ')}, got ${request.method}`,
    );
  });
}

/** Answers by what `answer` gives, as JSON. */
export function reply(
  answer: (request: Request, response: Response) => unknown | Promise<unknown>,
  status = 200,
): RequestHandler {
  return async (request, response) => {
    const value = await answer(request, response);
    response.status(status).json(value);
  };
}

/** Reads a JSON body into `request.body`; no body at all reads as `{}`. */
export const jsonBody = jsonBodyUpTo(JSON_BYTES_MAX);

/** As `jsonBody`, with another bound: for what people upload. */
export function jsonBodyUpTo(bytesMax: number): RequestHandler[] {
  return [isJson, express.json({ limit: bytesMax, inflate: false, strict: true }), orEmpty];
}

function isJson(request: Request, _response: Response, next: NextFunction): void {
  const type = request.get('content-type') ?? '';
  const isOne = request.is('application/json') !== false;
  // JSON is UTF-8 (RFC 8259): another character set would only be another way to say the same.
  // EDGE-3: a JSON body is `application/json` in UTF-8, not compressed, and has at most 64 KiB.
  if (!isOne || (/charset/i.test(type) && !/charset="?utf-8"?\s*($|;)/i.test(type))) {
    throw new NodeError('MEDIA_TYPE_UNSUPPORTED', 'content-type: expected application/json');
  }
  next();
}

function orEmpty(request: Request, _response: Response, next: NextFunction): void {
  request.body ??= {};
  next();
}

/** Headers of which a second one could mean something else to a proxy than to us. */
const SINGLE_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'content-type',
  'content-encoding',
  'content-digest',
  'covisa-recipient',
  'host',
]);

/** Refuses requests that say one of these twice. */
export const singleHeaders: RequestHandler = (request, _response, next) => {
  const seen = new Set<string>();
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at]?.toLowerCase() ?? '';
    if (!SINGLE_HEADERS.has(name)) continue;
    // EDGE-1: `authorization`, `content-type`, `content-encoding`, `content-digest`,
    // `covisa-recipient` and `host` stand at most once in a request.
    if (seen.has(name)) {
      throw new NodeError('REQUEST_INVALID', `${name}: expected once, came more often`);
    }
    seen.add(name);
  }
  next();
};

/** At most `perMinute` requests of one address; no limit for null. */
export function limited(perMinute: number | null): RequestHandler {
  if (perMinute === null) return (_request, _response, next) => next();
  // EDGE-5: an address (of IPv6: a /56) gets no more answers in a minute than the settings say.
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // `trust proxy` is bounded by the configuration; the library's own guess at it would only log.
    validate: false,
    handler: (_request, _response, next) => {
      const message = 'requests: too many from this address in one minute';
      next(new NodeError('RATE_LIMITED', message, { remedy: 'Wait a minute, then try again.' }));
    },
  });
}

/** Nothing on the way keeps the answer. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

/** Any page may call these: they take no cookies, and what they need stands in the request. */
export const anyOrigin: RequestHandler = (request, response, next) => {
  response.set('access-control-allow-origin', '*');
  // By the date a wallet sees that its own clock is wrong.
  response.set('access-control-expose-headers', 'date, retry-after');
  response.set('cross-origin-resource-policy', 'cross-origin');
  if (request.method !== 'OPTIONS') return next();
  response
    .set({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    })
    .status(204)
    .end();
};
