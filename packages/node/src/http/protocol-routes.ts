/** Routes between nodes, and for wallets and auditors: `/covisa/v1/…` and `/.well-known/covisa`. */

import {
  encodeUtf8,
  MESSAGE_BYTES_MAX,
  MESSAGE_OVERHEAD_BYTES,
  ProtocolError,
  parseUtf8,
} from '@covisa/protocol';
import { Router } from 'express';
import { collection } from '../engine/messages/collecting.js';
import type { GrantRequest } from '../engine/services.js';
import type { AppOptions } from './context.js';
import { endpoint, JSON_BYTES_MAX, limited } from './edge.js';
import type { DescribeError } from './errors.js';
import { applicantKey, recoveryKeyIn, resumedKey } from './opening-keys.js';
import { publicRoutes } from './public-routes.js';
import { ReplayGuard } from './replay.js';
import { grantRequest, spokenCollectRequest } from './schemas/index.js';
import { signedRoutes } from './signed.js';
import { validator } from './validate.js';
import { grantView } from './views.js';
import { walletRoutes } from './wallet-routes.js';

const MESSAGE_TYPE = 'application/covisa-message';
const SYNC_TYPE = 'application/covisa-sync';
/**
 * Bytes of an application: an opening of 512 KiB, with its header. Bounds what a stranger sends.
 */
const APPLICATION_BYTES_MAX = 600 * 1024;
/** A resume with its first entries, and a checkpoint. */
const RESUME_BYTES_MAX = 64 * 1024;
/** A sealed message of the longest kind. */
const MESSAGE_SEALED_BYTES_MAX = MESSAGE_BYTES_MAX + MESSAGE_OVERHEAD_BYTES;
const parseCollection = validator(collection, 'body');
const parseGrant = validator(grantRequest, 'body');
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
  endpoint(router, '/covisa/v1/resume', {
    post: [
      limit,
      signed({
        contentType: SYNC_TYPE,
        bytesMax: RESUME_BYTES_MAX,
        keyInBody: resumedKey,
        isKeyNew: true,
        answer: (caller, body) => engine.resumes.take(caller, body),
      }),
    ],
  });
  endpoint(router, '/covisa/v1/recovery', {
    post: [
      limit,
      signed({
        contentType: SYNC_TYPE,
        bytesMax: JSON_BYTES_MAX,
        keyInBody: recoveryKeyIn,
        isKeyNew: true,
        answer: (caller, body) => engine.resumes.give(caller, body),
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
  endpoint(router, '/covisa/v1/messages', {
    post: [
      limit,
      signed({
        contentType: MESSAGE_TYPE,
        answerType: 'application/json',
        bytesMax: MESSAGE_SEALED_BYTES_MAX,
        answer: (caller, body) => engine.messages.take(caller, body),
      }),
    ],
  });
  endpoint(router, '/covisa/v1/messages/collect', {
    post: [
      limit,
      signed({
        contentType: 'application/json',
        bytesMax: JSON_BYTES_MAX,
        answer(caller, body) {
          parseCollection(parseJson(body));
          return engine.messages.giveOut(caller, body);
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

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('JSON_INVALID', 'body: expected JSON', { cause });
  }
}
