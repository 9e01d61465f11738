/**
 * The node's own errors: a closed list of codes and the one class that carries them. Protocol
 * errors are in @covisa/protocol.
 */

import type { TransportErrorCode } from './ports.js';

/**
 * Every code that the node adds to the protocol's. Codes are stable; messages are for people and
 * may change.
 */
export type NodeErrorCode =
  // starting
  | 'NODE_ALREADY_RUNNING'
  | 'NODE_REPLACED'
  | 'RECOVERY_KEY_UNKNOWN'
  | 'ACCEPTED_SIZE_INVALID'
  | 'DATA_FOLDER_MISSING'
  | 'DATA_FOLDER_UNWRITABLE'
  | 'CONFIG_INVALID'
  | 'HEAD_FILE_CORRUPT'
  | 'HEAD_FILE_UNWRITABLE'
  | 'SECRETS_INVALID'
  | 'SCHEMA_TOO_NEW'
  | 'ADDRESS_IN_USE'
  | 'RECOVERY_WORDS_INVALID'
  // requests
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'UNAUTHORISED'
  | 'FORBIDDEN'
  | 'CREDENTIALS_WRONG'
  | 'PIN_TOO_EASY'
  | 'PASSWORD_TOO_EASY'
  | 'CONNECTION_INSECURE'
  | 'REQUEST_INVALID'
  | 'REQUEST_SIGNATURE_INVALID'
  | 'REQUEST_STALE'
  | 'REQUEST_REPLAYED'
  | 'BODY_TOO_LARGE'
  | 'MEDIA_TYPE_UNSUPPORTED'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'NOT_READY'
  | 'TEST_CLOCK_OFF'
  // members and visits
  | 'MEMBER_INACTIVE'
  | 'MEMBERSHIP_ENDED'
  | 'NOT_FREE'
  | 'OWN_MEMBER'
  | 'SELF_CHECK_IN_OFF'
  | 'MESSAGES_REFUSED'
  | 'MESSAGES_FULL'
  | 'DAY_OVER'
  | 'ROSTER_OLD'
  | 'MAIL_OFF'
  | 'MAIL_FAILED'
  | 'INTERNAL'
  // peers
  | TransportErrorCode
  | 'PEER_ANSWER_INVALID'
  | 'PEER_SIGNATURE_INVALID'
  | 'PEER_UNKNOWN'
  | 'PEER_REFUSED';

/** What an error carries besides its message. */
export interface NodeErrorDetail {
  /** HTTP status, where it is another than the code's own (see http/status.ts). */
  readonly status?: number;
  /** What the operator or caller can do about it, as a sentence. */
  readonly remedy?: string;
  /** Seconds after which the caller may try again. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/**
 * Something that the node cannot do, or will not. The message says the thing, what was expected and
 * what came.
 */
export class NodeError extends Error {
  override readonly name = 'NodeError';
  readonly code: NodeErrorCode;
  readonly status: number | undefined;
  readonly remedy: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: NodeErrorCode, message: string, detail: NodeErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.status = detail.status;
    this.remedy = detail.remedy;
    this.retryAfterSeconds = detail.retryAfterSeconds;
  }
}

/** What went wrong and what to do about it, as two sentences. */
export function withRemedy(message: string, remedy: string | undefined): string {
  if (remedy === undefined || remedy === '' || message.includes(remedy)) return message;
  return `${message.replace(/[.\s]*$/, '')}. ${remedy}`;
}
