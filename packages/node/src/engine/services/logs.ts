/** The logs, to read. */

import type { Seconds, SpaceId } from '@covisa/protocol';

export interface LogEntryView {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** A held log, hashed again. */
export interface LogCheck {
  readonly size: number;
  readonly root: string;
  readonly ok: boolean;
  readonly problem: string | null;
}

/** What a space shows to the public, beside what is held of it. */
export interface PublishedLog {
  readonly url: string | null;
  readonly size: number | null;
  readonly root: string | null;
  readonly relation:
    | 'equal'
    | 'published-is-longer'
    | 'held-is-longer'
    /** Two histories under one key. */
    | 'other-history'
    /** The node has no public address. */
    | 'not-public'
    /** It did not answer, or not with a log; `error` says why. */
    | 'not-read';
  readonly error: string | null;
}

/** What an audit of a space's logs found. */
export interface AuditReport {
  readonly space: SpaceId;
  readonly name: string | null;
  readonly heartbeat: Seconds | null;
  readonly incarnations: readonly (LogCheck & {
    readonly incarnation: number;
    /** How many of its entries the next incarnation accepts; null: there is none. */
    readonly accepted: number | null;
  })[];
  readonly published: PublishedLog;
  /** Nothing contradicts what is held. */
  readonly ok: boolean;
}

/** The log and its replicas, to read. */
export interface Logs {
  /** The bytes of the first entries of our own incarnations: the inception, and resumes. */
  openings(): Promise<readonly Uint8Array[]>;
  /** The public checkpoint note of our own log. */
  checkpoint(): string;
  /** The hashes of a public tile, by its C2SP path below `/tile/`. @throws NodeError NOT_FOUND */
  tile(path: string): Promise<Uint8Array>;
  entries(space: SpaceId, from: number, count: number): Promise<readonly LogEntryView[]>;
  /**
   * The receipt of an entry of a held log's latest incarnation: a `.tlog-proof` file.
   * @throws NodeError NOT_FOUND
   */
  receipt(space: SpaceId, index: number): Promise<string>;
  /** Reads a whole log again and checks each hash, the root and the signature. */
  verify(space: SpaceId): Promise<LogCheck>;
  /**
   * Checks all that is held of a space's logs, and compares it with what its node shows to the
   * public now.
   * @throws NodeError NOT_FOUND
   */
  audit(space: SpaceId): Promise<AuditReport>;
}
