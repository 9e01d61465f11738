/** The logs, to read. */

import type { SpaceId } from '@covisa/protocol';

export interface LogEntryView {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly index: number;
  readonly bytes: Uint8Array;
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
  /** Reads a whole log again and checks each hash, the root and the signature. */
  verify(space: SpaceId): Promise<{
    readonly size: number;
    readonly root: string;
    readonly ok: boolean;
    readonly problem: string | null;
  }>;
}
