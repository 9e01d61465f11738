/** The running node. */

import type { Listing, Offer, ProfileEntry, Seconds, SpaceId } from '@covisa/protocol';
import type { Accounts } from './accounts.js';
import type { Desk } from './desk.js';
import type { Gossip } from './gossip.js';
import type { Home } from './home.js';
import type { Keys } from './keys.js';
import type { Logs } from './logs.js';
import type { Messages } from './messages.js';
import type { ProgrammeSummary, Programmes } from './programmes.js';
import type { Requests } from './requests.js';
import type { Resumes } from './resumes.js';
import type { SpokenCodes } from './spoken.js';
import type { Wallets } from './wallets.js';

/** Whether the node may append to its log. */
export type LogMode =
  /** Entries are appended at once. */
  | 'ready'
  /**
   * A restored or copied node: it asks its peers for its own lost entries first; visits wait in the
   * journal.
   */
  | 'recovering'
  /**
   * Another copy of this node has written to the log. This one appends nothing any more until it is
   * started again, and after a fork not even then.
   */
  | 'superseded';

/** The node at a glance. */
export interface Status {
  readonly space: SpaceId;
  readonly name: string;
  readonly incarnation: number;
  readonly now: Seconds;
  /** Seconds by which the explicit test clock is ahead; null when it is off. */
  readonly testClockOffset: Seconds | null;
  readonly mode: LogMode;
  /** A sentence for the owner, with what to do; null while the mode is `ready`. */
  readonly modeReason: string | null;
  readonly logSize: number;
  readonly logRoot: string;
  readonly lastHeartbeat: Seconds | null;
  readonly pendingVisits: number;
  readonly members: number;
  readonly programmes: readonly ProgrammeSummary[];
  readonly peers: number;
  /** Of other owners, not read yet. */
  readonly unreadMessages: number;
  readonly publicUrl: string | null;
}

/** What the owner says of the space. */
export interface ProfileChange {
  readonly name?: string;
  readonly open?: boolean;
  readonly venues?: ProfileEntry['venues'];
  readonly rate?: ProfileEntry['rate'];
  readonly offer?: Offer;
  readonly languages?: readonly string[];
  /** Null takes it away; so for the two below. */
  readonly mailbox?: string | null;
  readonly site?: string | null;
  readonly houseRules?: string | null;
}

/** The running node. */
export interface Engine {
  readonly space: SpaceId;
  readonly programmes: Programmes;
  readonly keys: Keys;
  readonly home: Home;
  readonly wallets: Wallets;
  readonly requests: Requests;
  readonly spoken: SpokenCodes;
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly gossip: Gossip;
  readonly resumes: Resumes;
  readonly logs: Logs;
  readonly messages: Messages;
  /** Opens the log, looks at the head file, starts timers, catches up. */
  start(): Promise<void>;
  /** Cancels timers, lets running work end. Does not close the store. */
  stop(): Promise<void>;
  status(): Promise<Status>;
  directory(): Promise<readonly Listing[]>;
  profile(): ProfileEntry;
  changeProfile(change: ProfileChange): Promise<ProfileEntry>;
  /** Closes the space for good. */
  closeSpace(): Promise<void>;
  /** The peer key (32 bytes) of another space, to check its requests; null if unknown. */
  peerKey(space: SpaceId): Uint8Array | null;
  /** Signs with our own peer key. */
  signAsPeer(message: Uint8Array): Promise<Uint8Array>;
}
