/** What is free, and what follows: allowances, their ends, days in a row. */

import type { Allowance, Consequence, Plans, Rate, Terms } from '@covisa/protocol';
import { listText, moneyText } from '../i18n/formats.js';
import { joined, type Sentences, type TermsSpeaker, textsOf, windowText } from './speaker.js';

/** What breaks a requirement costs the regular rate, or is refused. */
export function otherwiseText(otherwise: 'pay' | 'refuse' | undefined, { say }: TermsSpeaker) {
  return say(otherwise === 'refuse' ? 'otherwiseRefuse' : 'otherwisePay');
}

/** Which plans; empty for all. */
export function plansText(plans: Plans | undefined, { language, say }: TermsSpeaker): string {
  const named = (names: Sentences) =>
    listText(
      language,
      names.map((name) => `“${name}”`),
    );
  return joined(
    plans?.only === undefined ? '' : say('plansOnly', { plans: named(plans.only) }),
    plans?.except === undefined ? '' : say('plansExcept', { plans: named(plans.except) }),
  );
}

/** What follows the free days; with a rate, how much that is. */
export function consequenceText(
  after: Consequence,
  { language, say }: TermsSpeaker,
  rate: Rate | null = null,
): string {
  const regular =
    rate === null ? say('regular') : say('regularOf', { rate: moneyText(language, rate) });
  const note = after.note === undefined ? '' : `(${after.note})`;
  switch (after.kind) {
    case 'regular':
      return joined(regular, note);
    case 'discount':
      return joined(say('discount', { percent: after.percent ?? 0 }), note);
    case 'perk':
      return joined(say('perk', { perk: after.perk ?? '' }), note);
    case 'refuse':
      return joined(say('refuse'), note);
  }
}

const COUNTS = {
  host: 'countHost',
  programme: 'countProgramme',
  'home-at-host': 'countHome',
} as const;

function allowanceText(one: Allowance, speaker: TermsSpeaker): string {
  const { say } = speaker;
  const amount = say(one.unit === 'visits' ? 'freeVisits' : 'freeDays', { count: one.days });
  const window = windowText(one.window, speaker);
  const sentence = joined(
    say(COUNTS[one.count], { amount, window }),
    plansText(one.plans, speaker),
  );
  if (one.after === undefined) return `${sentence}.`;
  return `${say('followed', { sentence, consequence: consequenceText(one.after, speaker) })}.`;
}

/** The rules of which these are the sentences. */
type FreeRules = Pick<Terms, 'allowances' | 'after' | 'consecutive'>;

/** Free days, what follows, and days in a row. */
export function freeTexts(rules: FreeRules, speaker: TermsSpeaker): Sentences {
  const { say } = speaker;
  return [
    ...(rules.allowances ?? []).map((one) => allowanceText(one, speaker)),
    ...textsOf(rules.after, (one) => say('after', { consequence: consequenceText(one, speaker) })),
    ...textsOf(rules.consecutive, ({ days, pause, otherwise }) =>
      joined(
        say('consecutive', { count: days }),
        pause === undefined ? '' : say('pause', { count: pause }),
        otherwiseText(otherwise, speaker),
      ),
    ),
  ];
}
