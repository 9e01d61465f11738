/**
 * The routes between nodes, by their paths: what a request is, and how the engine answers it. The
 * HTTP server puts them behind signatures; whoever carries requests in another way finds the same
 * ones here.
 */

import {
  encodeUtf8,
  MESSAGE_BYTES_MAX,
  MESSAGE_OVERHEAD_BYTES,
  ProtocolError,
  parseUtf8,
  type Sha256,
  type SpaceId,
} from '@covisa/protocol';
import { collection } from '../engine/messages/collecting.js';
import type { Engine, GrantRequest } from '../engine/services.js';
import { JSON_BYTES_MAX } from './edge.js';
import { applicantKey, recoveryKeyIn, resumedKey } from './opening-keys.js';
import { grantRequest, spokenCollectRequest } from './schemas/index.js';
import { validator } from './validate.js';
import { grantView } from './views.js';

const SYNC_TYPE = 'application/covisa-sync';
const MESSAGE_TYPE = 'application/covisa-message';
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

/** A route between nodes: signed both ways. */
export interface PeerRoute {
  readonly contentType: string;
  /** Default: that of the request. */
  readonly answerType?: string;
  /** Of the request's body, before and after decompression. Default: SYNC_BYTES_MAX. */
  readonly bytesMax?: number;
  /** The key (32 bytes) of a caller from the body of its request. */
  readonly keyInBody?: (caller: SpaceId, body: Uint8Array) => Uint8Array | null;
  /** Whether that key goes before the one that the engine knows of the caller. */
  readonly isKeyNew?: boolean;
  /** Answers a caller whose signature holds. */
  readonly answer: (caller: SpaceId, body: Uint8Array) => Promise<Uint8Array>;
}

/** All routes between nodes, by their paths. */
export function peerRoutes(engine: Engine, sha256: Sha256): Readonly<Record<string, PeerRoute>> {
  return {
    '/covisa/v1/sync': {
      contentType: SYNC_TYPE,
      answer: (caller, body) => engine.gossip.answer(caller, body),
    },
    '/covisa/v1/apply': {
      contentType: SYNC_TYPE,
      bytesMax: APPLICATION_BYTES_MAX,
      keyInBody: (caller, body) => applicantKey(caller, body, sha256),
      answer: (caller, body) => engine.programmes.apply(caller, body),
    },
    '/covisa/v1/resume': {
      contentType: SYNC_TYPE,
      bytesMax: RESUME_BYTES_MAX,
      keyInBody: resumedKey,
      isKeyNew: true,
      answer: (caller, body) => engine.resumes.take(caller, body),
    },
    '/covisa/v1/recovery': {
      contentType: SYNC_TYPE,
      bytesMax: JSON_BYTES_MAX,
      keyInBody: recoveryKeyIn,
      isKeyNew: true,
      answer: (caller, body) => engine.resumes.give(caller, body),
    },
    ...deskRoutes(engine),
    ...messageRoutes(engine),
  };
}

/** What a host's desk asks of a home. */
function deskRoutes(engine: Engine): Readonly<Record<string, PeerRoute>> {
  const json = { contentType: 'application/json', bytesMax: JSON_BYTES_MAX };
  return {
    '/covisa/v1/grant': {
      ...json,
      async answer(caller, body) {
        const request: GrantRequest = parseGrant(parseJson(body));
        const answer = await engine.home.grant(caller, request);
        return encodeUtf8(JSON.stringify(grantView(answer)));
      },
    },
    '/covisa/v1/spoken/collect': {
      ...json,
      async answer(caller, body) {
        const { code } = parseCollect(parseJson(body));
        return encodeUtf8(JSON.stringify({ token: engine.spoken.collect(caller, code) }));
      },
    },
  };
}

function messageRoutes(engine: Engine): Readonly<Record<string, PeerRoute>> {
  return {
    '/covisa/v1/messages': {
      contentType: MESSAGE_TYPE,
      answerType: 'application/json',
      bytesMax: MESSAGE_SEALED_BYTES_MAX,
      answer: (caller, body) => engine.messages.take(caller, body),
    },
    '/covisa/v1/messages/collect': {
      contentType: 'application/json',
      bytesMax: JSON_BYTES_MAX,
      answer(caller, body) {
        parseCollection(parseJson(body));
        return engine.messages.giveOut(caller, body);
      },
    },
  };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('JSON_INVALID', 'body: expected JSON', { cause });
  }
}
