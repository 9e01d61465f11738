/**
 * The one table from error codes to HTTP status, for the protocol's errors, the node's and the
 * transport's.
 */

import { type ErrorCode, ProtocolError } from '@covisa/protocol';
import { NodeError, type NodeErrorCode } from '../errors.js';
import { TransportError } from '../ports.js';

/**
 * Codes by status. 400: not what the format says. 403: understood and not allowed. 409: well
 * formed, at odds with what is known. 410: was good once. 422: well formed, breaks a rule. 502 and
 * 504: a peer's fault. 503: come back later.
 */
const CODES_BY_STATUS = {
  400: [
    'BASE64URL_INVALID',
    'BASE45_INVALID',
    'UTF8_INVALID',
    'JSON_INVALID',
    'SHAPE_INVALID',
    'CBOR_INVALID',
    'CBOR_NOT_DETERMINISTIC',
    'COSE_INVALID',
    'LENGTH_INVALID',
    'KEY_INVALID',
    'TOKEN_INVALID',
    'TOKEN_TOO_LONG',
    'VISA_INVALID',
    'NOTE_INVALID',
    'SYNC_INVALID',
    'PIN_TOO_EASY',
    'PASSWORD_TOO_EASY',
    'REQUEST_INVALID',
    'RECOVERY_WORDS_INVALID',
  ],
  401: [
    'UNAUTHORISED',
    'CREDENTIALS_WRONG',
    'REQUEST_SIGNATURE_INVALID',
    'REQUEST_STALE',
    'REQUEST_REPLAYED',
  ],
  403: [
    'FORBIDDEN',
    'CONNECTION_INSECURE',
    'SELF_CHECK_IN_OFF',
    'MESSAGES_REFUSED',
    'PEER_UNKNOWN',
    'SPACE_LEFT',
    'SPACE_CLOSED',
  ],
  404: ['NOT_FOUND', 'SPACE_UNKNOWN', 'RECOVERY_KEY_UNKNOWN'],
  405: ['METHOD_NOT_ALLOWED'],
  409: [
    'CONFLICT',
    'DAY_OVER',
    'ROSTER_OLD',
    'MAIL_OFF',
    'MEMBER_INACTIVE',
    'MEMBERSHIP_ENDED',
    'NOT_FREE',
    'OWN_MEMBER',
    'LOG_FORKED',
    'TEST_CLOCK_OFF',
  ],
  410: ['VISA_EXPIRED', 'VISA_REVOKED'],
  413: ['BODY_TOO_LARGE', 'SYNC_TOO_LARGE', 'ENTRY_TOO_LONG'],
  415: ['MEDIA_TYPE_UNSUPPORTED'],
  422: [
    'SIGNATURE_INVALID',
    'VISA_NOT_YET_VALID',
    'VISA_FORGED',
    'VISA_STATIC',
    'PRESENTATION_STALE',
    'PRESENTATION_FROM_FUTURE',
    'PRESENTATION_OTHER_HOST',
    'PRESENTATION_OTHER_PURPOSE',
    'PRESENTATION_FORGED',
    'PRESENTATION_USED',
    'ISSUING_KEY_UNKNOWN',
    'ISSUING_KEY_REVOKED',
    'GRANT_INVALID',
    'ENTRY_INVALID',
    'PROOF_INVALID',
    'CHECKPOINT_INVALID',
    'HEARTBEAT_INVALID',
    'HEARTBEAT_FROM_FUTURE',
    'RANGE_INVALID',
    'RANGE_EARLY',
    'FORK_INVALID',
    'STRAY_INVALID',
    'RESUME_INVALID',
    'RECEIPT_INVALID',
    'TERMS_INVALID',
    'ROSTER_INVALID',
    'MESSAGE_INVALID',
    'MESSAGE_UNREADABLE',
    'MESSAGE_FORGED',
    'MESSAGE_STALE',
  ],
  429: ['RATE_LIMITED', 'LOG_FLOODED', 'MESSAGES_FULL'],
  500: [
    'INTERNAL',
    'NODE_ALREADY_RUNNING',
    'NODE_REPLACED',
    'ACCEPTED_SIZE_INVALID',
    'DATA_FOLDER_MISSING',
    'DATA_FOLDER_UNWRITABLE',
    'CONFIG_INVALID',
    'HEAD_FILE_CORRUPT',
    'HEAD_FILE_UNWRITABLE',
    'SECRETS_INVALID',
    'SCHEMA_TOO_NEW',
    'ADDRESS_IN_USE',
  ],
  502: [
    'PEER_UNREACHABLE',
    'MAIL_FAILED',
    'PEER_ENDLESS',
    'PEER_ANSWER_TOO_LARGE',
    'PEER_ADDRESS_PRIVATE',
    'PEER_REDIRECT',
    'PEER_ANSWER_INVALID',
    'PEER_SIGNATURE_INVALID',
    'PEER_REFUSED',
  ],
  503: ['NOT_READY'],
  504: ['PEER_TIMEOUT'],
} as const satisfies Readonly<Record<number, readonly (ErrorCode | NodeErrorCode)[]>>;

/** Code → HTTP status. */
export const STATUS_OF_CODE: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_STATUS).flatMap(([status, codes]) =>
    codes.map((code): [string, number] => [code, Number(status)]),
  ),
);

/**
 * The HTTP status of an error; 500 for one that is not ours, whose message must not leave the node.
 */
export function statusOf(error: unknown): number {
  if (error instanceof NodeError && error.status !== undefined) return error.status;
  if (
    error instanceof NodeError ||
    error instanceof ProtocolError ||
    error instanceof TransportError
  ) {
    return STATUS_OF_CODE.get(error.code) ?? 500;
  }
  return 500;
}
