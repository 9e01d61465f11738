/**
 * What the node answers to the desk, as JSON. Its own node is believed: nothing is checked again.
 */

import type {
  CalendarDate,
  Offer,
  ProgrammeId,
  Rate,
  Seconds,
  SpaceId,
  Terms,
  Verdict,
  VisitKind,
  Weight,
} from '@covisa/protocol';
import type { WifiAccess } from '../qr/wifi-text.js';

/** Who recorded something at this node; who has no name is told by the kind. */
export type RecorderView =
  | { readonly kind: 'person' | 'token'; readonly name: string }
  | { readonly kind: 'owner' | 'self' | 'command-line'; readonly name: null };

/** A visit at this desk. */
export interface VisitView {
  readonly id: string;
  readonly home: SpaceId;
  readonly homeName: string | null;
  readonly venue: string;
  readonly date: CalendarDate;
  readonly kind: VisitKind;
  readonly weight: Weight;
  readonly recorded: Seconds;
  readonly displayName: string | null;
  /** Minor units of the space's currency. */
  readonly amount: number | null;
  readonly note: string | null;
  /** Who recorded it, by this node's own record; never in the log. */
  readonly recordedBy: RecorderView | null;
  readonly published: boolean;
  readonly voided: boolean;
  /** Until when it can be undone; null: no longer. */
  readonly undoUntil: Seconds | null;
}

/** A visit at our desk, as the owner sees those of a period. */
export interface DeskVisitView {
  readonly id: string;
  readonly home: SpaceId;
  readonly homeName?: string | null;
  readonly date: CalendarDate;
  readonly kind: VisitKind;
  readonly weight: Weight;
  readonly displayName: string | null;
  /** Minor units of our currency. */
  readonly amount: number | null;
  readonly note: string | null;
  readonly recordedBy: RecorderView | null;
  readonly published: boolean;
  readonly voided: boolean;
  /** The visa year is over for a month: it is no longer kept who it was. */
  readonly erased: boolean;
}

/** Why a visit can be refused: what the log says in public. */
export const REFUSAL_REASONS = ['full', 'closed', 'rules', 'identity', 'conduct', 'other'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A refusal at this desk. */
export interface RefusalView {
  readonly id: string;
  readonly home: SpaceId;
  readonly homeName: string | null;
  readonly date: CalendarDate;
  readonly recorded: Seconds;
  readonly displayName: string | null;
  readonly reason: RefusalReason;
  readonly note: string | null;
  readonly recordedBy: RecorderView | null;
}

/** A presentation that was judged at this desk. */
export interface CheckView {
  readonly id: string;
  readonly home: SpaceId;
  readonly homeName: string | null;
  readonly venue: string;
  readonly displayName: string | null;
  readonly plan: string;
  readonly date: CalendarDate;
  readonly verdict: Verdict;
  readonly visit: Omit<VisitView, 'homeName' | 'recordedBy' | 'undoUntil'> | null;
  readonly grant: 'had' | 'refused' | 'unreachable' | 'not-asked';
}

/** A home space that a spoken code can come from. */
export interface HomeView {
  readonly space: SpaceId;
  readonly name: string | null;
  /** Whether its node has an address, as spoken codes need. */
  readonly reachable: boolean;
}

/** The desk on one day. */
export interface DayView {
  readonly space: SpaceId;
  readonly name: string;
  readonly now: Seconds;
  readonly date: CalendarDate;
  /** Id of the venue that this is about. */
  readonly venue: string;
  readonly timeZone: string;
  readonly venues: readonly {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
  }[];
  readonly rate: Rate | null;
  readonly offer: Offer | null;
  readonly houseRules: string | null;
  readonly capacity: {
    readonly limit: number;
    readonly used: number;
    readonly left: number;
  } | null;
  /** Those of this date, and those of the days before it that can still be undone. */
  readonly visits: readonly VisitView[];
  readonly refusals: readonly RefusalView[];
  readonly homes: readonly HomeView[];
  readonly programmes: readonly {
    readonly id: ProgrammeId;
    readonly name: string;
    readonly roster: number;
    readonly terms: Terms;
  }[];
  readonly mode: 'ready' | 'recovering' | 'superseded';
  readonly modeReason: string | null;
  readonly pendingVisits: number;
}

/** What a member is shown after check-in; kept at this node only. */
export interface WelcomeView {
  readonly wifi: WifiAccess | null;
  readonly note: string | null;
}

/** What the owner decides about the desk. */
export interface DeskSettingsView {
  readonly selfCheckIn: boolean;
}
