/** What the node answers to the owner, as JSON. Its own node is believed: nothing is checked. */

import type {
  CalendarDate,
  Offer,
  Rate,
  Seconds,
  SpaceId,
  Venue,
  VisitKind,
  Weight,
} from '@covisa/protocol';

export interface StatusView {
  readonly incarnation: number;
  readonly space: SpaceId;
  readonly name: string;
  readonly now: Seconds;
  readonly mode: 'ready' | 'recovering' | 'superseded';
  readonly modeReason: string | null;
  readonly logSize: number;
  readonly lastHeartbeat: Seconds | null;
  readonly pendingVisits: number;
  readonly members: number;
  readonly peers: number;
  readonly unreadMessages: number;
  readonly publicUrl: string | null;
}

export interface ProfileView {
  readonly name: string;
  readonly open: boolean;
  readonly venues: readonly Venue[];
  readonly rate: Rate | null;
  readonly offer: Offer;
  readonly languages: readonly string[];
  readonly mailbox?: string;
  readonly site?: string;
  readonly houseRules?: string;
}

export interface MemberView {
  readonly id: string;
  readonly status: 'active' | 'paused' | 'revoked';
  readonly plan: string;
  readonly name: string;
  readonly displayName: string | null;
  readonly contact: string | null;
  readonly since: CalendarDate;
  readonly paidUntil: CalendarDate | null;
  readonly visaYearStart: CalendarDate;
  readonly holderKey: string | null;
  readonly isStatic: boolean;
  readonly ask: boolean;
  readonly claim: { readonly lapses: Seconds } | null;
}

/** A member with a fresh claim code, which is shown once. */
export interface InvitationView {
  readonly member: MemberView;
  readonly claimCode: string | null;
  readonly claimLapses: Seconds | null;
  readonly claimLink: string | null;
}

/** A visit of a member of ours. */
export interface VisaVisitView {
  readonly host: SpaceId;
  readonly hostName: string | null;
  readonly date: CalendarDate;
  readonly kind: VisitKind;
  readonly weight: Weight;
  readonly voided: boolean;
}

/** Days by kind; a half day is 0.5. */
export interface DayCounts {
  readonly free: number;
  readonly paid: number;
  readonly courtesy: number;
}

export interface PartnerView {
  readonly space: SpaceId;
  readonly name: string | null;
  /** By us to their members. */
  readonly given: DayCounts;
  /** By them to our members. */
  readonly received: DayCounts;
  readonly firstDate: CalendarDate;
  readonly lastDate: CalendarDate;
}

export interface MonthView {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly given: DayCounts;
  readonly received: DayCounts;
}

export interface ExchangeView {
  readonly partners: readonly PartnerView[];
  readonly months: readonly MonthView[];
}

export interface DoubleVisitView {
  readonly side: 'home' | 'host';
  readonly member: string | null;
  readonly k: number;
  readonly hosts: readonly {
    readonly host: SpaceId;
    readonly date: CalendarDate;
    readonly kind: string;
  }[];
}

export interface StatementView {
  readonly them: SpaceId;
  readonly themName: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly given: readonly StampTotalView[];
  readonly received: readonly StampTotalView[];
  readonly unproven: number;
}

export interface StampTotalView {
  readonly kind: VisitKind;
  readonly weight: Weight;
  readonly count: number;
}

export interface PeerView {
  readonly space: SpaceId;
  readonly name: string | null;
  readonly address: string | null;
  readonly lastSuccess: Seconds | null;
  readonly firstFailure: Seconds | null;
  readonly failures: number;
  readonly lastError: string | null;
  readonly skew: number | null;
  readonly retryAt: Seconds | null;
}

export interface SyncReportView {
  readonly peer: SpaceId;
  readonly ok: boolean;
  readonly error: string | null;
}

/** A key by which the space signs visas. */
export interface IssuingKeyView {
  readonly incarnation: number;
  readonly generation: number;
  readonly issuing: string;
  readonly from: Seconds;
  readonly until: Seconds;
  /** Null: it was not revoked. */
  readonly deadSince: Seconds | null;
}

/** What a member asked for from the wallet. */
export interface RequestView {
  readonly id: string;
  readonly kind: 'objection' | 'erasure';
  readonly member: string;
  readonly memberName: string | null;
  readonly recorded: Seconds;
  readonly host: SpaceId | null;
  readonly hostName: string | null;
  readonly date: CalendarDate | null;
  readonly note: string | null;
  /** Null: it waits. */
  readonly done: Seconds | null;
}

export type MemberField = 'name' | 'displayName' | 'contact' | 'plan' | 'since' | 'paidUntil';

export interface ImportRow {
  readonly line: number;
  readonly action: 'add' | 'update' | 'unchanged' | 'skip' | 'error';
  readonly name: string | null;
  readonly problem: string | null;
  readonly reason?:
    | 'cell'
    | 'plan-missing'
    | 'repeated'
    | 'ambiguous'
    | 'card-change'
    | 'text'
    | 'ended'
    | 'other';
  /** The column of the problem. */
  readonly path?: string;
  readonly otherLine?: number;
  readonly changes?: readonly MemberField[];
}

export interface ImportView {
  readonly rows: readonly ImportRow[];
  /** Heads of columns that the node does not know. */
  readonly passedOver: readonly string[];
}

export interface MailView {
  readonly configured: boolean;
  readonly from: string | null;
}
