/** The home's side: members, their visas, and what wallets and hosts ask of their home. */

import type { CalendarDate, ProgrammeId, Seconds, SpaceId } from '@covisa/protocol';
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
