/** How an arrival starts from what was read: with a question, or with a problem. Pure. */

import type { CalendarDate } from '@covisa/protocol';
import { recognise } from '../input/recognise.js';
import type { Question } from '../node/desk-node.js';
import type { ScanProblem } from './flow.js';

/** Where and for which day the desk asks. */
export interface Setting {
  readonly isPractice: boolean;
  readonly venue: string | null;
  /** A forgotten visit's day; null: today. */
  readonly date: CalendarDate | null;
}

/** The question about a token. */
function questionOf(token: string, { venue, date }: Setting): Question {
  return {
    presented: { by: 'token', token },
    venue,
    facts: { halfDay: false, party: 0, notice: false },
    date,
    scannedAt: null,
  };
}

/** Starts from a text. Practice codes are taken in practice only, and real visas outside of it. */
export function startOf(raw: string, setting: Setting): Question | ScanProblem {
  const seen = recognise(raw);
  if (seen.kind === 'token') {
    return setting.isPractice
      ? { kind: 'foreign', what: 'real', text: '' }
      : questionOf(seen.token, setting);
  }
  if (seen.what === 'practice' && setting.isPractice) return questionOf(seen.text, setting);
  return seen;
}
