/** What the desk asks of its node. The practice mode answers the same questions by itself. */

import type { CalendarDate, Seconds, SpaceId, VisitKind } from '@covisa/protocol';
import { api } from '../../api/client.js';
import type {
  CheckView,
  DayView,
  RefusalReason,
  RefusalView,
  VisitView,
  WelcomeView,
} from '../../api/desk-views.js';
import type { ExpectedView } from '../../api/message-views.js';

/** What reception sees of the visit beside the code. */
export interface VisitFacts {
  readonly halfDay: boolean;
  /** Persons who came along. */
  readonly party: number;
  /** Whether the visit was announced. */
  readonly notice: boolean;
}

/** How a code came to the desk. */
export type Presented =
  | { readonly by: 'token'; readonly token: string }
  | { readonly by: 'spoken'; readonly home: SpaceId; readonly code: string };

/** A question about one presentation. */
export interface Question {
  readonly presented: Presented;
  readonly venue: string | null;
  readonly facts: VisitFacts;
  /** A forgotten visit that is entered later; null: today's. */
  readonly date: CalendarDate | null;
  /** When a scan was made that was kept; null: now. */
  readonly scannedAt: Seconds | null;
}

/** The visit to record. */
export interface Recording {
  readonly check: string;
  readonly kind: VisitKind;
  /** Minor units. */
  readonly amount: number | null;
  readonly note: string | null;
}

/** The node's side of the desk. Each call @throws Unreachable; Refused */
export interface DeskNode {
  check(question: Question): Promise<CheckView>;
  askGrant(check: string): Promise<CheckView>;
  record(recording: Recording): Promise<VisitView>;
  refuse(check: string, reason: RefusalReason, note: string | null): Promise<RefusalView>;
  undo(visit: string): Promise<VisitView>;
  welcome(): Promise<WelcomeView>;
}

function body({ presented, venue, facts, date, scannedAt }: Question): object {
  const { by: _by, ...how } = presented;
  return {
    ...how,
    ...facts,
    ...(venue !== null && { venue }),
    ...(date !== null && { date }),
    ...(scannedAt !== null && { scannedAt }),
  };
}

/** Milliseconds after which the node, which is near, counts as out of reach. */
const NEAR_MILLISECONDS = 5000;

/** The page's own node. */
export const ownNode: DeskNode = {
  check(question) {
    const { by } = question.presented;
    return by === 'token'
      ? api.post('/api/checks', body(question), NEAR_MILLISECONDS)
      : api.post('/api/checks/spoken', body(question));
  },
  askGrant: (check) => api.post(`/api/checks/${check}/grant`),
  record: (recording) => api.post('/api/visits', recording),
  refuse: (check, reason, note) => api.post(`/api/checks/${check}/refuse`, { reason, note }),
  undo: (visit) => api.post(`/api/visits/${visit}/void`),
  welcome: () => api.get('/api/welcome'),
};

/** The desk's day at a venue; null: the space's first. @throws Unreachable; Refused */
export function loadDay(venue: string | null): Promise<DayView> {
  return api.get('/api/desk', { venue }, NEAR_MILLISECONDS);
}

/** Who is expected on a date, as other spaces have announced it. @throws Unreachable; Refused */
export function loadExpected(date: CalendarDate): Promise<readonly ExpectedView[]> {
  return api.get('/api/introductions', { date }, NEAR_MILLISECONDS);
}
