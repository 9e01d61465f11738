/** Routes between nodes, and for wallets and auditors: `/covisa/v1/…` and `/.well-known/covisa`. */

import {
  encodeBase64url,
  encodeUtf8,
  isShown,
  type Listing,
  ProtocolError,
  parseBase64url,
  parseUtf8,
} from '@covisa/protocol';
import { type RequestHandler, Router } from 'express';
import type { GrantRequest } from '../engine/services.js';
import { NodeError } from '../errors.js';
import { applicantKey } from './applicant.js';
import type { AppOptions } from './context.js';
import { endpoint, JSON_BYTES_MAX, jsonBody, limited, noStore, reply } from './edge.js';
import type { DescribeError } from './errors.js';
import { ReplayGuard } from './replay.js';
import { claimRequest, grantRequest, tokenRequest } from './schemas/index.js';
import { signedRoutes } from './signed.js';
import { validator } from './validate.js';
import { grantView } from './views.js';

const SYNC_TYPE = 'application/covisa-sync';
/**
 * Bytes of an application: an opening of 512 KiB, with its header. Bounds what a stranger sends.
 */
const APPLICATION_BYTES_MAX = 600 * 1024;
const parseGrant = validator(grantRequest, 'body');
const parseClaim = validator(claimRequest, 'body');
const parseToken = validator(tokenRequest, 'body');

/** All protocol routes. */
export function protocolRoutes(options: AppOptions, describe: DescribeError): Router {
  const router = Router({ caseSensitive: true, strict: true });
  peerRoutes(router, options, describe);
  walletRoutes(router, options);
  publicRoutes(router, options);
  return router;
}

/** Between nodes: signed both ways. */
function peerRoutes(router: Router, options: AppOptions, describe: DescribeError): void {
  const { engine, sha256, settings } = options;
  const limit = limited(settings.rateLimits.peers);
  const signed = signedRoutes(options, describe, new ReplayGuard());
  endpoint(router, '/covisa/v1/sync', {
    post: [
      limit,
      signed({
        contentType: SYNC_TYPE,
        answer: (caller, body) => engine.gossip.answer(caller, body),
      }),
    ],
  });
  endpoint(router, '/covisa/v1/apply', {
    post: [
      limit,
      signed({
        contentType: SYNC_TYPE,
        bytesMax: APPLICATION_BYTES_MAX,
        keyInBody: (caller, body) => applicantKey(caller, body, sha256),
        answer: (caller, body) => engine.programmes.apply(caller, body),
      }),
    ],
  });
  endpoint(router, '/covisa/v1/grant', {
    post: [
      limit,
      signed({
        contentType: 'application/json',
        bytesMax: JSON_BYTES_MAX,
        async answer(caller, body) {
          const request: GrantRequest = parseGrant(parseJson(body));
          const answer = await engine.home.grant(caller, request);
          return encodeUtf8(JSON.stringify(grantView(answer)));
        },
      }),
    ],
  });
}

/** Any page may call these: they take no cookies, and what they need stands in the request. */
const anyOrigin: RequestHandler = (request, response, next) => {
  response.set('access-control-allow-origin', '*');
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

/** From wallets. */
function walletRoutes(router: Router, { engine, settings }: AppOptions): void {
  const limit = limited(settings.rateLimits.wallet);
  const wallet = (path: string, answer: (body: unknown) => Promise<object>): void => {
    router.use(path, anyOrigin);
    const handler = reply((request) => answer(request.body));
    endpoint(router, path, { post: [limit, noStore, ...jsonBody, handler] });
  };
  wallet('/covisa/v1/claim', async (body) => {
    const { code, holderKey } = parseClaim(body);
    const visa = await engine.home.claim(code, parseBase64url(holderKey));
    return { visa: encodeBase64url(visa) };
  });
  wallet('/covisa/v1/renew', async (body) => {
    const visa = await engine.home.renew(parseToken(body).token);
    return { visa: encodeBase64url(visa) };
  });
  wallet('/covisa/v1/visits', async (body) => ({
    visits: await engine.home.visitsOfToken(parseToken(body).token),
  }));
}

/** To read by anybody: who this is, the directory, and what auditors of the log need. */
function publicRoutes(router: Router, options: AppOptions): void {
  const { engine } = options;
  const limit = limited(options.settings.rateLimits.people);
  router.use(['/.well-known/covisa', '/covisa/v1/directory', '/covisa/v1/log'], anyOrigin);
  endpoint(router, '/.well-known/covisa', { get: [limit, reply(() => discovery(options))] });
  endpoint(router, '/covisa/v1/directory', { get: [limit, reply(() => publicDirectory(options))] });
  endpoint(router, '/covisa/v1/log/checkpoint', {
    get: [
      limit,
      (_request, response) => {
        response.type('text/plain; charset=utf-8').set('cache-control', 'no-cache');
        response.send(engine.logs.checkpoint());
      },
    ],
  });
  endpoint(router, '/covisa/v1/log/tile/*path', {
    get: [
      limit,
      async (request, response) => {
        const tile = await engine.logs.tile(tilePath(request.params.path));
        // A tile never changes: a longer log has wider ones, under other paths.
        response.type('application/octet-stream');
        response.set('cache-control', 'public, max-age=31536000, immutable');
        response.send(Buffer.from(tile));
      },
    ],
  });
}

/** DIR-1, DIR-3: what is closed or unlisted is shown to owners only. */
async function publicDirectory({ engine }: AppOptions): Promise<readonly Listing[]> {
  const all = await engine.directory();
  return all.filter(isShown);
}

async function discovery({ engine, settings }: AppOptions): Promise<object> {
  const { space } = engine;
  const [first] = await engine.logs.entries(space, 0, 1);
  if (first === undefined) throw new NodeError('NOT_READY', 'node: its log is not open yet');
  const { incarnation, bytes } = first;
  const { name } = engine.profile();
  const inception = encodeBase64url(bytes);
  return { covisa: 1, space, incarnation, name, url: settings.publicUrl, inception };
}

const TILE_PATH = /^(0|[1-9]\d?)\/(x\d{3}\/){0,4}\d{3}(\.p\/[1-9]\d{0,2})?$/;

function tilePath(segments: unknown): string {
  const path = Array.isArray(segments) ? segments.join('/') : '';
  if (!TILE_PATH.test(path)) throw new NodeError('NOT_FOUND', 'tile: there is none at this path');
  return path;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('JSON_INVALID', 'body: expected JSON', { cause });
  }
}
