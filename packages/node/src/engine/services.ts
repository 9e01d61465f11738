/**
 * What the engine offers to its shells (HTTP routes, command line, simulator): one interface a
 * topic. Everything here is in the protocol's words and types; encodings for HTTP are made at the
 * edge.
 */

import type {
  CalendarDate,
  Offer,
  ProfileEntry,
  ProgrammeId,
  Seconds,
  SpaceId,
  Terms,
  Verdict,
} from '@covisa/protocol';
import type { Member, MemberStatus, Peer, StampTotal, Visit } from '@covisa/store';

/** Whether the node may append to its log. */
export type LogMode =
  /** Entries are appended at once. */
  | 'ready'
  /**
   * A restored or copied node: it asks its peers for its own lost entries first; visits wait in the
   * journal.
   */
  | 'recovering';

/** The node at a glance. */
export interface Status {
  readonly space: SpaceId;
  readonly name: string;
  readonly incarnation: number;
  readonly now: Seconds;
  /** Seconds by which the explicit test clock is ahead; null when it is off. */
  readonly testClockOffset: Seconds | null;
  readonly mode: LogMode;
  readonly logSize: number;
  readonly logRoot: string;
  readonly lastHeartbeat: Seconds | null;
  readonly pendingVisits: number;
  readonly members: number;
  readonly programmes: readonly ProgrammeSummary[];
  readonly peers: number;
  readonly publicUrl: string | null;
}

export type Standing = 'founder-pending' | 'applicant' | 'admitted' | 'member' | 'left' | 'removed';

/** One programme, as this node sees it. */
export interface ProgrammeSummary {
  readonly id: ProgrammeId;
  readonly name: string;
  readonly founded: boolean;
  readonly rosterVersion: number;
  readonly standing: Standing;
  readonly members: number;
  readonly admitted: number;
}

export interface ProgrammeSpace {
  readonly space: SpaceId;
  readonly name: string | null;
  readonly standing: Standing | 'closed';
}

/** What waits for the owner's decision. */
export interface ProgrammeView extends ProgrammeSummary {
  readonly purpose: string;
  readonly terms: Terms;
  readonly termsInWords: readonly string[];
  readonly spaces: readonly ProgrammeSpace[];
  readonly applicants: readonly {
    readonly space: SpaceId;
    readonly name: string | null;
    readonly endorsements: number;
    readonly needed: number;
    readonly endorsedByUs: boolean;
  }[];
  readonly drafts: readonly {
    readonly roster: string;
    readonly version: number;
    readonly add: readonly SpaceId[];
    readonly remove: readonly SpaceId[];
    readonly changesTerms: boolean;
    readonly votes: number;
    readonly needed: number;
    readonly signedByUs: boolean;
  }[];
}

/** What a new programme starts with. */
export interface Founding {
  readonly name: string;
  readonly purpose: string;
  readonly terms: Terms;
  /** Other founders: space ids, or addresses of their nodes. */
  readonly founders: readonly string[];
}

/** A change that the owner proposes; unchanged what is missing. */
export interface Amendment {
  /** Seats every admitted space. */
  readonly seatAdmitted: boolean;
  readonly add: readonly SpaceId[];
  readonly remove: readonly SpaceId[];
  readonly terms?: Terms;
  readonly name?: string;
  readonly purpose?: string;
}

export interface Programmes {
  list(): Promise<readonly ProgrammeView[]>;
  show(programme: ProgrammeId): Promise<ProgrammeView>;
  /** Writes roster 0 with our signature. */
  create(founding: Founding): Promise<ProgrammeView>;
  /** The link by which others join through this node. */
  invite(programme: ProgrammeId): Promise<string>;
  /** Follows a link: signs roster 0 where we are a founder, else applies. */
  join(link: string): Promise<ProgrammeView>;
  endorse(programme: ProgrammeId, space: SpaceId): Promise<ProgrammeView>;
  /** Writes the next roster with our signature. */
  amend(programme: ProgrammeId, amendment: Amendment): Promise<ProgrammeView>;
  /** Our vote for a roster that waits; with none named, for the only one that waits. */
  sign(programme: ProgrammeId, roster: string | null): Promise<ProgrammeView>;
  leave(programme: ProgrammeId): Promise<void>;
  /** Another space's application, taken over HTTP. */
  apply(applicant: SpaceId, body: Uint8Array): Promise<Uint8Array>;
}

export interface NewMember {
  readonly name: string;
  readonly displayName: string | null;
  readonly contact: string | null;
  readonly plan: string;
  readonly since: CalendarDate | null;
  readonly paidUntil: CalendarDate | null;
  readonly isStatic: boolean;
}

/** A member with a fresh one-time claim code, which is shown once. */
export interface ClaimInvitation {
  readonly member: Member;
  /** Null for a static visa, whose token is printed instead. */
  readonly claimCode: string | null;
  readonly claimLapses: Seconds | null;
}

/** A visit of a visa, as its home and its holder see it. */
export interface VisaVisit {
  readonly host: SpaceId;
  readonly hostName: string | null;
  readonly venue: string;
  readonly date: CalendarDate;
  readonly kind: 'free' | 'paid' | 'courtesy';
  readonly weight: 1 | 0.5;
  readonly voided: boolean;
  /** Other hosts that used the same index under a partition. */
  readonly doubledWith: readonly SpaceId[];
}

/** The home's side: members and their visas. */
export interface Home {
  add(member: NewMember): Promise<ClaimInvitation>;
  list(): Promise<readonly Member[]>;
  show(id: string): Promise<Member>;
  setStatus(id: string, status: MemberStatus): Promise<Member>;
  /** A new one-time code, for a new phone: the claim makes the old key dead and keeps the count. */
  reissue(id: string): Promise<ClaimInvitation>;
  /** The token of a static visa, to be printed. */
  staticToken(id: string): Promise<string>;
  visits(id: string): Promise<readonly VisaVisit[]>;

  /**
   * From a wallet: exchanges the code for a visa bound to the holder key. Returns the visa's bytes.
   */
  claim(code: string, holderKey: Uint8Array): Promise<Uint8Array>;
  /** From a wallet: a token with purpose renew for a fresh visa. */
  renew(token: string): Promise<Uint8Array>;
  /** From a wallet: a token with purpose renew for the visits of its visa. */
  visitsOfToken(token: string): Promise<readonly VisaVisit[]>;
  /** From a host: a grant, or the verdict by which it is not given. */
  grant(host: SpaceId, request: GrantRequest): Promise<GrantAnswer>;
}

/** What a host asks of a home. */
export interface GrantRequest {
  readonly token: string;
  readonly k: number;
  readonly date: CalendarDate;
  readonly venue: string;
  readonly programme: ProgrammeId;
  readonly halfDay: boolean;
}

export type GrantAnswer =
  | { readonly granted: true; readonly grant: Uint8Array; readonly k: number }
  | { readonly granted: false; readonly code: string; readonly sentence: string };

export interface CheckRequest {
  readonly token: string;
  /** Null: the space's first venue. */
  readonly venue: string | null;
  readonly halfDay: boolean;
  /** Persons who came along. */
  readonly party: number;
  readonly notice: boolean;
}

/** A presentation that was judged at this desk. It can be stamped for 15 minutes. */
export interface CheckResult {
  readonly id: string;
  readonly home: SpaceId;
  readonly homeName: string | null;
  readonly displayName: string | null;
  readonly plan: string;
  readonly date: CalendarDate;
  readonly verdict: Verdict;
  readonly sentence: string;
  /** The visit of today that this visa has here already. */
  readonly visit: Visit | null;
  readonly grant: 'none' | 'had' | 'refused' | 'unreachable' | 'not-asked';
}

export interface StampRequest {
  readonly check: string;
  readonly kind: 'free' | 'paid' | 'courtesy';
  /** Minor units of the host's currency. */
  readonly amount: number | null;
  readonly note: string | null;
}

/** Reception's side. */
export interface Desk {
  /**
   * Judges by what is held; asks nobody.
   * @throws ProtocolError, NodeError with the reason for refusing the token
   */
  check(request: CheckRequest): Promise<CheckResult>;
  /** Asks the home of a check for a grant within the time budget, and judges again. */
  askGrant(check: string): Promise<CheckResult>;
  /**
   * Records the visit: a stamp, or the journal while the log may not be appended to. A second stamp
   * of one day is the first.
   */
  stamp(request: StampRequest): Promise<Visit>;
  visits(from: CalendarDate, to: CalendarDate): Promise<readonly Visit[]>;
  void(visit: string): Promise<Visit>;
}

/** One line of the account between two spaces. */
export interface Statement {
  readonly us: SpaceId;
  readonly them: SpaceId;
  readonly themName: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** By us to their members. */
  readonly given: readonly StampTotal[];
  /** By them to our members. */
  readonly received: readonly StampTotal[];
}

/**
 * A visit of one of our members or at our desk, of which the index was used at another host too.
 */
export interface DoubleVisit {
  readonly side: 'home' | 'host';
  readonly member: string | null;
  readonly k: number;
  readonly hosts: readonly {
    readonly host: SpaceId;
    readonly date: CalendarDate;
    readonly kind: string;
  }[];
}

export interface Accounts {
  statement(them: SpaceId, from: CalendarDate, to: CalendarDate): Promise<Statement>;
  doubleVisits(): Promise<readonly DoubleVisit[]>;
}

export interface ListedSpace {
  readonly space: SpaceId;
  readonly state: 'listed' | 'quiet' | 'unlisted' | 'closed';
  readonly programmes: readonly ProgrammeId[];
  readonly lastHeartbeat: Seconds | null;
  readonly profile: ProfileEntry | null;
}

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

export interface LogEntryView {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** The log and its replicas, to read. */
export interface Logs {
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

/** What the owner says of the space. */
export interface ProfileChange {
  readonly name?: string;
  readonly open?: boolean;
  readonly venues?: ProfileEntry['venues'];
  readonly rate?: ProfileEntry['rate'];
  readonly offer?: Offer;
  readonly languages?: readonly string[];
  readonly mailbox?: string;
  readonly site?: string;
}

/** The running node. */
export interface Engine {
  readonly space: SpaceId;
  readonly programmes: Programmes;
  readonly home: Home;
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly gossip: Gossip;
  readonly logs: Logs;
  /** Opens the log, looks at the head file, starts timers, catches up. */
  start(): Promise<void>;
  /** Cancels timers, lets running work end. Does not close the store. */
  stop(): Promise<void>;
  status(): Promise<Status>;
  directory(): Promise<readonly ListedSpace[]>;
  profile(): ProfileEntry;
  changeProfile(change: ProfileChange): Promise<ProfileEntry>;
  /** Closes the space for good. */
  closeSpace(): Promise<void>;
  /** The peer key (32 bytes) of another space, to check its requests; null if unknown. */
  peerKey(space: SpaceId): Uint8Array | null;
  /** Signs with our own peer key. */
  signAsPeer(message: Uint8Array): Promise<Uint8Array>;
}
