/** Error codes by what brings them about. That they exist the compiler checks. */

import type { ErrorCode } from '@covisa/protocol';
import type { NodeErrorCode } from '#node/errors.js';

export type Code = ErrorCode | NodeErrorCode;

const all = <const T extends readonly Code[]>(...codes: T): T => codes;

/** Any request may be answered so. */
export const ANY = all('REQUEST_INVALID', 'RATE_LIMITED', 'INTERNAL', 'NOT_READY');
/** A JSON body that is none. */
export const BODY = all('JSON_INVALID', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED');
/** A signed request (HTTP-2 to HTTP-15). */
export const SIGNED = all(
  'REQUEST_SIGNATURE_INVALID',
  'REQUEST_STALE',
  'REQUEST_REPLAYED',
  'PEER_UNKNOWN',
  'BODY_TOO_LARGE',
  'MEDIA_TYPE_UNSUPPORTED',
);
/** A sync body. */
export const SYNC = all('SYNC_INVALID', 'SYNC_TOO_LARGE', 'ENTRY_TOO_LONG');
/** Entries that do not hold. */
export const ENTRIES = all(
  'ENTRY_INVALID',
  'RANGE_INVALID',
  'RANGE_EARLY',
  'CHECKPOINT_INVALID',
  'NOTE_INVALID',
  'RESUME_INVALID',
  'LOG_FORKED',
  'LOG_FLOODED',
);
/** A token that does not read. */
const TOKEN = all(
  'TOKEN_TOO_LONG',
  'TOKEN_INVALID',
  'BASE45_INVALID',
  'UTF8_INVALID',
  'LENGTH_INVALID',
  'CBOR_INVALID',
  'CBOR_NOT_DETERMINISTIC',
  'COSE_INVALID',
  'VISA_INVALID',
);
/** A proof that is not for this, now. */
const PROOF = all(
  'PRESENTATION_STALE',
  'PRESENTATION_FROM_FUTURE',
  'PRESENTATION_OTHER_HOST',
  'PRESENTATION_OTHER_PURPOSE',
  'PRESENTATION_FORGED',
);
/** What a member's phone asks of its home (WALLET-2 to WALLET-4). */
export const HOLDER = all(...TOKEN, ...PROOF, 'VISA_STATIC', 'NOT_FOUND');
/** What serves once (PRES-8). */
export const ONCE = all('PRESENTATION_USED');
/** A presentation that does not hold. */
export const PRESENTATION = all(
  ...TOKEN,
  ...PROOF,
  'VISA_EXPIRED',
  'VISA_NOT_YET_VALID',
  'VISA_REVOKED',
  'VISA_FORGED',
  'ISSUING_KEY_UNKNOWN',
  'ISSUING_KEY_REVOKED',
);
/** A desk's or door's check. */
export const CHECK = all(
  ...PRESENTATION,
  'PRESENTATION_USED',
  'OWN_MEMBER',
  'SPACE_UNKNOWN',
  'SPACE_LEFT',
  'SPACE_CLOSED',
  'NOT_FOUND',
);
/** A visa that is not to be had. */
export const VISA = all('MEMBER_INACTIVE', 'MEMBERSHIP_ENDED', 'CONFLICT');
/** A sealed message that is not taken (MSG-1 to MSG-13). */
export const MESSAGE = all(
  'FORBIDDEN',
  'MESSAGES_REFUSED',
  'MESSAGES_FULL',
  'MESSAGE_UNREADABLE',
  'MESSAGE_INVALID',
  'MESSAGE_FORGED',
  'MESSAGE_STALE',
);
/** Another node is asked. */
export const PEER = all(
  'PEER_UNREACHABLE',
  'PEER_TIMEOUT',
  'PEER_ANSWER_TOO_LARGE',
  'PEER_ANSWER_INVALID',
  'PEER_ADDRESS_PRIVATE',
  'PEER_REDIRECT',
  'PEER_SIGNATURE_INVALID',
  'PEER_REFUSED',
);
/** Who calls a people's route (ACCESS-1 to ACCESS-5). */
export const CALLER = all('UNAUTHORISED', 'FORBIDDEN', 'CONNECTION_INSECURE');
