/**
 * The engine's ports: time, chance, network, the head file and the log of events enter by these and
 * by the store only, so that the simulator runs the very engine that ships. Adapters live in
 * `adapters/`, one effect a file.
 */

/** A timer that was set; cancelling one that fired already does nothing. */
export interface Timer {
  cancel(): void;
}

/** Time. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z, perhaps with a fraction. */
  nowMilliseconds(): number;
  /** Calls `run` once, at the earliest `milliseconds` from now on this clock. */
  after(milliseconds: number, run: () => void): Timer;
}

/** Chance, good enough for keys. */
export interface Random {
  /** `length` fresh bytes. */
  bytes(length: number): Uint8Array;
}

/** Slow hashes of what people remember: passwords and PINs. */
export interface Passwords {
  /** What to keep of a secret; another text each time. */
  hash(secret: string): Promise<string>;
  /** Whether `kept` was made of this secret. */
  verify(secret: string, kept: string): Promise<boolean>;
}

/** A request without a body. Bounds are part of it: nothing from the network is unbounded. */
export interface OutgoingGet {
  /** http or https, absolute. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For the whole exchange, from the look-up of the name to the last byte. */
  readonly timeoutMilliseconds: number;
  /** Of the answer's body, after decompression. */
  readonly bytesMax: number;
}

/** A request with a body. */
export interface OutgoingRequest extends OutgoingGet {
  readonly body: Uint8Array;
}

/** An answer, whatever its status. */
export interface IncomingResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The network, outward. */
export interface Transport {
  /** @throws TransportError */
  post(request: OutgoingRequest): Promise<IncomingResponse>;
  /** @throws TransportError */
  get(request: OutgoingGet): Promise<IncomingResponse>;
}

/** Why there was no answer, or none that ended it. */
export type TransportErrorCode =
  | 'PEER_UNREACHABLE'
  | 'PEER_TIMEOUT'
  | 'PEER_ENDLESS'
  | 'PEER_ANSWER_TOO_LARGE'
  | 'PEER_ADDRESS_PRIVATE'
  | 'PEER_REDIRECT';

/** There was no answer that may be used. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly code: TransportErrorCode;

  constructor(code: TransportErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
  }
}

/** A letter in plain text to one person. */
export interface Letter {
  /** A mail address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Mail, outward. */
export interface Mail {
  /** The sender, as people see it. */
  readonly from: string;
  /** Resolves when the server has taken the letter. @throws NodeError MAIL_FAILED */
  send(letter: Letter): Promise<void>;
}

/** The small record outside of the database and of its backups that knows the log's true head. */
export interface HeadFile {
  /** The bytes last written, or null if none ever were. @throws NodeError HEAD_FILE_CORRUPT */
  read(): Promise<Uint8Array | null>;
  /**
   * Overwrites the record in place and flushes it; at most 400 bytes. Returns when it is on the
   * disk.
   */
  write(bytes: Uint8Array): Promise<void>;
}

/** The log of events, for the operator. Never a token, a key, a visa number or a person's name. */
export interface Logger {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}
