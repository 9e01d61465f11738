/** What all parts of the engine share: the ports, the settings, and who this node is. */

import type { Entry, NodeKeys, Seconds, Sha256, SignatureBackend, SpaceId } from '@covisa/protocol';
import type { LogHead, LogId, Store } from '@covisa/store';
import type { Clock, HeadFile, Logger, Mail, Random } from '../ports.js';
import type { Connect } from './gossip/peer-client.js';

/** Reads the bytes of an entry. */
export type ParseEntry = (bytes: Uint8Array) => Entry;

/** Everything through which the engine touches the world. */
export interface EnginePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly connect: Connect;
  readonly headFile: HeadFile;
  /** Null: this node sends none. */
  readonly mail: Mail | null;
  readonly logger: Logger;
  /**
   * Lets whatever else waits in this process have its turn before work that takes long. Missing
   * where nothing waits, as in virtual time.
   */
  readonly turn?: () => Promise<void>;
  readonly signatures: SignatureBackend;
  readonly sha256: Sha256;
  /** Reads stored entries: for many nodes in one process, which share what they have read. */
  readonly parseEntry?: ParseEntry;
  /** The same head, held once for many nodes in one process. */
  readonly shareHead?: (head: LogHead) => LogHead;
}

export interface EngineSettings {
  /** Where other nodes reach this one; null for a node that only calls out. */
  readonly publicUrl: string | null;
  /** Mean time between two syncs with a random peer. */
  readonly syncIntervalSeconds: Seconds;
  readonly heartbeatIntervalSeconds: Seconds;
  /** How long the desk waits for a home's grant. */
  readonly grantBudgetMilliseconds: number;
  /** The explicit test clock's offset in seconds; null when it is off. */
  readonly testClockOffset: () => Seconds | null;
}

/** Who this node is, and the keys by which it speaks. */
export interface Identity {
  readonly space: SpaceId;
  readonly log: LogId;
  /** Seeds, 32 bytes each. */
  readonly keys: NodeKeys;
  readonly public: {
    readonly log: Uint8Array;
    readonly witness: Uint8Array;
    readonly peer: Uint8Array;
  };
}

/** Ports, settings and identity together. */
export interface Context {
  readonly ports: EnginePorts;
  readonly settings: EngineSettings;
  readonly identity: Identity;
  readonly now: () => Seconds;
}

/** The instant of a clock in whole seconds. */
export function secondsOf(clock: Clock): Seconds {
  return Math.floor(clock.nowMilliseconds() / 1000);
}
