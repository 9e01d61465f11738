/** The dealings between nodes. */

import type { Seconds, SpaceId } from '@covisa/protocol';
import type { Peer } from '@covisa/store';

export interface PeerView extends Peer {
  readonly name: string | null;
  readonly address: string | null;
  readonly retryAt: Seconds | null;
}

export interface SyncReport {
  readonly peer: SpaceId;
  readonly ok: boolean;
  readonly error: string | null;
  readonly received: number;
  readonly sent: number;
  readonly rounds: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
}

/** The dealings between nodes. */
export interface Gossip {
  /** Answers another node's sync. */
  answer(caller: SpaceId, body: Uint8Array): Promise<Uint8Array>;
  /** Syncs now: with one peer, or with all. */
  syncNow(peer: SpaceId | null): Promise<readonly SyncReport[]>;
  peers(): Promise<readonly PeerView[]>;
}
