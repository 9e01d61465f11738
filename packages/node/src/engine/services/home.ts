/** The home's side: members and their visas, for the owner, and what hosts ask. */

import type { CalendarDate, ProgrammeId, Seconds, SpaceId, WalletVisit } from '@covisa/protocol';
import type { Member, MemberStatus } from '@covisa/store';

export interface NewMember {
  readonly name: string;
  readonly displayName: string | null;
  readonly contact: string | null;
  readonly plan: string;
  readonly since: CalendarDate | null;
  readonly paidUntil: CalendarDate | null;
  readonly isStatic: boolean;
}

/** What changes of a member; unchanged what is missing. */
export interface MemberChange {
  readonly name?: string;
  readonly displayName?: string | null;
  readonly contact?: string | null;
  readonly plan?: string;
  readonly since?: CalendarDate;
  readonly paidUntil?: CalendarDate | null;
}

/** What one row of a list says of a member; nothing where a cell is empty. */
export interface MemberFields extends MemberChange {
  readonly name: string;
  readonly isStatic?: boolean;
}

/** One row of a list that is to be imported. */
export interface ImportRow {
  readonly line: number;
  readonly fields: MemberFields;
  /** Why it could not be read; null if it could. */
  readonly problem: string | null;
  /** The column of the problem. */
  readonly path: string | null;
}

/** What a row of a list does, or would. */
export interface ImportedRow {
  readonly line: number;
  /** `skip`: left out, since a membership that ended gets no visa. */
  readonly action: 'add' | 'update' | 'unchanged' | 'skip' | 'error';
  readonly name: string;
  readonly problem: string | null;
  /** What kind of problem it is, for pages that say it in other languages. */
  readonly reason?: ImportReason;
  readonly path?: string;
  /** Of `repeated`: the line with the same member. */
  readonly otherLine?: number;
  /** Of `update`: the fields that change. */
  readonly changes?: readonly ChangedField[];
}

/** Why a row is not taken. `cell`: that of `path` cannot be read; `other`: see `problem`. */
export type ImportReason =
  | 'cell'
  | 'plan-missing'
  | 'repeated'
  | 'ambiguous'
  | 'card-change'
  | 'text'
  | 'ended'
  | 'other';

/** What an owner may change of a member. */
export type ChangedField = 'name' | 'displayName' | 'contact' | 'plan' | 'since' | 'paidUntil';

export interface ImportReport {
  readonly rows: readonly ImportedRow[];
  readonly counts: { readonly [action in ImportedRow['action']]: number };
}

/** A member with a fresh one-time claim code, which is shown once. */
export interface ClaimInvitation {
  readonly member: Member;
  /** Null for a static visa, whose token is printed instead. */
  readonly claimCode: string | null;
  readonly claimLapses: Seconds | null;
}

/** A visit of a visa, as its home and its holder see it. */
export type VisaVisit = WalletVisit;

/** Whether this node sends mail. */
export interface MailStatus {
  readonly configured: boolean;
  readonly from: string | null;
}

/** A claim link that the mail server has taken. */
export interface SentInvitation {
  readonly sentTo: string;
  readonly lapses: Seconds;
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

/** The home's side: members and their visas. */
export interface Home {
  add(member: NewMember): Promise<ClaimInvitation>;
  list(): Promise<readonly Member[]>;
  show(id: string): Promise<Member>;
  /** A visa that would live past what is now paid up is revoked; the phone renews it. */
  change(id: string, change: MemberChange): Promise<Member>;
  /**
   * Adds and changes members by a list: matched by contact, else by name. Writes nothing in a dry
   * run, nor if a row is wrong.
   */
  import(rows: readonly ImportRow[], dryRun: boolean): Promise<ImportReport>;
  setStatus(id: string, status: MemberStatus): Promise<Member>;
  /** A new one-time code, for a new phone: the claim makes the old key dead and keeps the count. */
  reissue(id: string): Promise<ClaimInvitation>;
  /**
   * As `reissue`, and mails the link to the member's contact.
   * @throws NodeError MAIL_OFF, MAIL_FAILED, CONFLICT without a mail address
   */
  send(id: string): Promise<SentInvitation>;
  mail(): MailStatus;
  /** A new visa number at once; the phone hears of it when it renews. */
  renumber(id: string): Promise<Member>;
  /** Revokes the visa and erases all that is kept of the member, for good. */
  erase(id: string): Promise<void>;
  /** The token of a static visa, to be printed. */
  staticToken(id: string): Promise<string>;
  visits(id: string): Promise<readonly VisaVisit[]>;

  /** From a host: a grant, or the verdict by which it is not given. */
  grant(host: SpaceId, request: GrantRequest): Promise<GrantAnswer>;
}
