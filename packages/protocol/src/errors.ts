/**
 * The protocol's errors: a closed list of codes (spec/errors.md) and the one class that carries
 * them.
 */

/**
 * Every code that this package can throw. Codes are stable; messages are for people and may change.
 */
export type ErrorCode =
  // bytes and encodings
  | 'BASE64URL_INVALID'
  | 'BASE45_INVALID'
  | 'UTF8_INVALID'
  | 'JSON_INVALID'
  | 'SHAPE_INVALID'
  | 'CBOR_INVALID'
  | 'CBOR_NOT_DETERMINISTIC'
  | 'COSE_INVALID'
  | 'LENGTH_INVALID'
  // keys and signatures
  | 'SIGNATURE_INVALID'
  | 'KEY_INVALID'
  // visa and presentation
  | 'TOKEN_INVALID'
  | 'TOKEN_TOO_LONG'
  | 'VISA_INVALID'
  | 'VISA_EXPIRED'
  | 'VISA_NOT_YET_VALID'
  | 'VISA_REVOKED'
  | 'VISA_FORGED'
  | 'VISA_STATIC'
  | 'PRESENTATION_STALE'
  | 'PRESENTATION_FROM_FUTURE'
  | 'PRESENTATION_OTHER_HOST'
  | 'PRESENTATION_OTHER_PURPOSE'
  | 'PRESENTATION_FORGED'
  | 'PRESENTATION_USED'
  | 'SPACE_UNKNOWN'
  | 'SPACE_LEFT'
  | 'SPACE_CLOSED'
  | 'ISSUING_KEY_UNKNOWN'
  | 'ISSUING_KEY_REVOKED'
  | 'GRANT_INVALID'
  // log
  | 'ENTRY_INVALID'
  | 'ENTRY_TOO_LONG'
  | 'PROOF_INVALID'
  | 'NOTE_INVALID'
  | 'CHECKPOINT_INVALID'
  | 'HEARTBEAT_INVALID'
  | 'HEARTBEAT_FROM_FUTURE'
  | 'RANGE_INVALID'
  | 'RANGE_EARLY'
  | 'RESUME_INVALID'
  | 'RECEIPT_INVALID'
  | 'LOG_FORKED'
  | 'FORK_INVALID'
  | 'STRAY_INVALID'
  | 'LOG_FLOODED'
  // programme
  | 'TERMS_INVALID'
  | 'ROSTER_INVALID'
  // messages
  | 'MESSAGE_INVALID'
  | 'MESSAGE_UNREADABLE'
  | 'MESSAGE_FORGED'
  | 'MESSAGE_STALE'
  // sync
  | 'SYNC_INVALID'
  | 'SYNC_TOO_LARGE';

/** Where in a document an error sits, and what caused it. */
export interface ErrorDetail {
  /** A JSON-pointer-like path into the document, for example `/venues/0/id`. */
  readonly path?: string;
  readonly cause?: unknown;
}

/**
 * Something from outside broke a rule. The code is stable; the message says the thing, what was
 * expected and what came.
 */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: ErrorCode;
  readonly path: string | undefined;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.path = detail.path;
  }
}
