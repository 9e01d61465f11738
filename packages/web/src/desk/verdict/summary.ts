/** What the verdict screen shows large, from a check: tone, word, which free day it is. Pure. */

import type { AllowanceLeft, Payment, Rate, Verdict } from '@covisa/protocol';
import type { Tone } from '../../ui/notice.js';

/** The one word of a verdict. */
export type VerdictWord = 'free' | 'pay' | 'refuse' | 'again';

/** Which free day of an allowance a visit is. */
export interface FreeDay {
  /** This visit's number; a half day makes halves. */
  readonly number: number;
  readonly limit: number;
  readonly count: AllowanceLeft['count'];
}

/** A verdict at a glance. */
export interface Summary {
  readonly tone: Exclude<Tone, 'info'>;
  readonly word: VerdictWord;
  readonly freeDay: FreeDay | null;
  /** What to ask for; null: nothing, or the space has stated no rate. */
  readonly toPay: Rate | null;
  readonly needsPhotoId: boolean;
}

/** The rate to ask for. */
function rateOf(payment: Payment): Rate | null {
  switch (payment.kind) {
    case 'nothing':
    case 'refused':
      return null;
    case 'discount':
      return payment.discounted ?? payment.rate;
    default:
      return payment.rate;
  }
}

/** The allowance that says most at this desk: the tightest here, else over all spaces. */
function freeDay({ outcome, weight, sameDay, left }: Verdict): FreeDay | null {
  if (outcome !== 'free' || sameDay) return null;
  const personal = left.windows.filter(({ count }) => count !== 'home-at-host');
  const here = personal.filter(({ count }) => count === 'host');
  const [first, ...others] = here.length > 0 ? here : personal;
  if (first === undefined) return null;
  const tightest = others.reduce((one, other) => (other.after < one.after ? other : one), first);
  const { used, limit, count, unit } = tightest;
  return { number: used + (unit === 'visits' ? 1 : weight), limit, count };
}

function toneAndWord({ outcome, sameDay }: Verdict): Pick<Summary, 'tone' | 'word'> {
  if (sameDay) return { tone: 'good', word: 'again' };
  switch (outcome) {
    case 'free':
      return { tone: 'good', word: 'free' };
    case 'paid':
      return { tone: 'warn', word: 'pay' };
    case 'refuse':
      return { tone: 'bad', word: 'refuse' };
  }
}

/** A verdict at a glance. */
export function summaryOf(verdict: Verdict): Summary {
  return {
    ...toneAndWord(verdict),
    freeDay: freeDay(verdict),
    toPay: verdict.sameDay ? null : rateOf(verdict.pays),
    needsPhotoId: verdict.shows.some(({ code }) => code === 'PHOTO_ID'),
  };
}
