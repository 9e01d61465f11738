/** Who says terms: a language and its table, and the phrases that many sentences are made with. */

import type { Language } from '../i18n/languages.js';
import type { Say } from '../i18n/words.js';
import type { TermsTable } from './words/load.js';

/** The language and the words of terms. */
export interface TermsSpeaker {
  readonly language: Language;
  readonly say: Say<TermsTable>;
}

/** Sentences, each for itself. */
export type Sentences = readonly string[];

/** The sentences of a rule, none if there is no rule. */
export function textsOf<R>(
  rule: R | undefined,
  describe: (rule: R) => string | Sentences,
): Sentences {
  if (rule === undefined) return [];
  const described = describe(rule);
  return typeof described === 'string' ? [described] : described;
}

/** A sentence and the sentences that belong to it, as one. */
export function joined(...sentences: Sentences): string {
  return sentences.filter((one) => one !== '').join(' ');
}

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/u;

/** An ISO 8601 period of whole days as words: `2 months`, `30 days`. */
export function periodText(period: string, { language, say }: TermsSpeaker): string {
  const [, years = '0', months = '0', weeks = '0', days = '0'] = PERIOD.exec(period) ?? [];
  const parts = [
    ['years', Number(years)],
    ['months', Number(months)],
    ['days', 7 * Number(weeks) + Number(days)],
  ] as const;
  const texts = parts.filter(([, count]) => count > 0).map(([name, count]) => say(name, { count }));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(texts);
}

/** In which days visits are counted: `in the visa year`, `within 30 days`. */
export function windowText(window: string, speaker: TermsSpeaker): string {
  const { say } = speaker;
  if (window === 'visa-year') return say('windowVisaYear');
  if (window === 'calendar-month') return say('windowMonth');
  if (window === 'calendar-year') return say('windowYear');
  return say('windowPeriod', { period: periodText(window, speaker) });
}
