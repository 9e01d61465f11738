/** A check and a visit as the node answers them, for tests to change what they are about. */

import { calendarDate, spaceId, type Verdict } from '@covisa/protocol';
import type { CheckView, VisitView } from '../../../dist/api/desk-views.js';

const HOME = spaceId.parse(`${'H'.repeat(42)}A`);
const HOST = spaceId.parse('A'.repeat(43));
const DATE = calendarDate.parse('2026-05-12');
const RATE = { amount: 2500, currency: 'EUR' };

/** The first of three free days, known to be exact. */
export const VERDICT: Verdict = {
  outcome: 'free',
  kind: 'free',
  date: DATE,
  host: HOST,
  weight: 1,
  reasons: [{ code: 'FREE_DAY', rule: 'terms/allowance/host', parameters: {} }],
  decidedBy: 'terms/allowance/host',
  left: {
    perHost: { before: 3, after: 2 },
    perProgramme: null,
    homeAtHost: { before: 10, after: 9 },
    windows: [
      {
        rule: 'terms/allowance/host',
        count: 'host',
        window: 'visa-year',
        unit: 'days',
        from: DATE,
        to: DATE,
        limit: 3,
        used: 0,
        before: 3,
        after: 2,
      },
    ],
  },
  sureness: { level: 'exact', knownUpTo: 1_750_000_000, olderSpaces: 0 },
  assumed: [],
  pays: { kind: 'nothing' },
  follows: { freeLeft: 2, next: { kind: 'regular', rate: RATE, note: null } },
  shows: [],
  sameDay: false,
  askGrant: 'no',
  roster: 1,
};

/** A check, with these changes of it and of its verdict. */
export function checkOf(change: Partial<CheckView>, verdict: Partial<Verdict> = {}): CheckView {
  return {
    id: 'check-1',
    home: HOME,
    homeName: 'Bund Loft',
    venue: 'main',
    displayName: 'Ada',
    plan: 'full-time',
    date: DATE,
    verdict: { ...VERDICT, ...verdict },
    visit: null,
    grant: 'not-asked',
    ...change,
  };
}

/** A visit, with these changes. */
export function visitOf(change: Partial<VisitView>): VisitView {
  return {
    id: 'visit-1',
    home: HOME,
    homeName: 'Bund Loft',
    venue: 'main',
    date: DATE,
    kind: 'free',
    weight: 1,
    recorded: 1_750_000_000,
    displayName: 'Ada',
    amount: null,
    note: null,
    recordedBy: { kind: 'person', name: 'Kim' },
    published: true,
    voided: false,
    undoUntil: null,
    ...change,
  };
}
