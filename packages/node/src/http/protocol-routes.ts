/** Routes between nodes, and for wallets and auditors: `/covisa/v1/…` and `/.well-known/covisa`. */

import {
  encodeBase64url,
  encodeUtf8,
  ProtocolError,
  parseBase64url,
  parseUtf8,
} from '@covisa/protocol';
import { Router } from 'express';
import type { GrantRequest } from '../engine/services.js';
import { applicantKey } from './applicant.js';
import type { AppOptions } from './context.js';
import { anyOrigin, endpoint, JSON_BYTES_MAX, jsonBody, limited, noStore, reply } from './edge.js';
import type { DescribeError } from './errors.js';
import { publicRoutes } from './public-routes.js';
import { ReplayGuard } from './replay.js';
import {
  arrivalRequest,
  claimRequest,
  grantRequest,
  spokenCollectRequest,
  tokenRequest,
} from './schemas/index.js';
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
const parseArrival = validator(arrivalRequest, 'body');
const parseCollect = validator(spokenCollectRequest, 'body');

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
  endpoint(router, '/covisa/v1/spoken/collect', {
    post: [
      limit,
      signed({
        contentType: 'application/json',
        bytesMax: JSON_BYTES_MAX,
        async answer(caller, body) {
          const { code } = parseCollect(parseJson(body));
          return encodeUtf8(JSON.stringify({ token: engine.spoken.collect(caller, code) }));
        },
      }),
    ],
  });
}

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
    const visa = await engine.wallets.claim(code, parseBase64url(holderKey));
    return { visa: encodeBase64url(visa) };
  });
  wallet('/covisa/v1/renew', async (body) => {
    const visa = await engine.wallets.renew(parseToken(body).token);
    return { visa: encodeBase64url(visa) };
  });
  wallet('/covisa/v1/visits', async (body) => ({
    visits: await engine.wallets.visits(parseToken(body).token),
  }));
  wallet('/covisa/v1/overview', (body) => engine.wallets.overview(parseToken(body).token));
  wallet('/covisa/v1/arrival', (body) => engine.desk.arrive(parseArrival(body)));
  wallet('/covisa/v1/spoken', (body) => engine.spoken.leave(parseToken(body).token));
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('JSON_INVALID', 'body: expected JSON', { cause });
  }
}
