/** The single rules in plain words. */

import {
  clockText,
  consequenceText,
  joined,
  otherwiseText,
  plansText,
  type Sentences,
  type Speaker,
  text,
} from './plain-texts.js';
import { blackoutText, hoursTexts } from './plain-times.js';
import type { Allowance } from './rules.js';
import { periodText, phrase, windowText } from './sentences.js';
import type { Rules } from './sides.js';
import type { Terms } from './terms.js';

type Rule<F extends keyof Rules> = NonNullable<Rules[F]>;

const COUNTS = {
  host: 'perHost',
  programme: 'perProgramme',
  'home-at-host': 'perHome',
} as const;

function allowanceText(one: Allowance, speaker: Speaker): string {
  const { say, catalogue } = speaker;
  const amount = say(one.unit === 'visits' ? 'freeVisits' : 'freeDays', { count: one.days });
  const window = windowText(one.window, catalogue);
  const free = joined(say(COUNTS[one.count], { amount, window }), plansText(one.plans, speaker));
  if (one.after === undefined) return `${free}.`;
  return `${free}${say('thenAfter', { consequence: consequenceText(one.after, speaker) })}.`;
}

function consecutiveText(rule: Rule<'consecutive'>, speaker: Speaker): string {
  const { say } = speaker;
  const apart = rule.pause === undefined ? '' : say('pause', { count: rule.pause });
  const row = say('consecutive', { count: rule.days });
  return `${row}${apart}. ${otherwiseText(rule.otherwise, speaker)}`;
}

function eligibleTexts(rule: Rule<'eligible'>, speaker: Speaker): Sentences {
  const { say, catalogue } = speaker;
  const or = ` ${say('or')} `;
  return [
    ...text(rule.plans, (plans) => say('eligiblePlans', { plans: plansText(plans, speaker) })),
    ...text(rule.membership, (one) => say('membership', { period: periodText(one, catalogue) })),
    ...text(rule.price, (prices) =>
      say('price', { prices: prices.map(catalogue.formats.money).join(or) }),
    ),
  ].map((sentence) => joined(sentence, otherwiseText(rule.otherwise, speaker)));
}

function distanceText(rule: Rule<'distance'>, speaker: Speaker): string {
  const { say } = speaker;
  const pairs = rule.waivedPairs?.length ?? 0;
  return joined(
    say('distance', { km: rule.km }),
    pairs === 0 ? '' : say('distanceWaived', { count: pairs }),
    otherwiseText(rule.otherwise, speaker),
  );
}

function noticeText(rule: Rule<'notice'>, speaker: Speaker): string {
  const { say } = speaker;
  const { kind, hours, lapsesAfterHours: lapses } = rule;
  if (kind === 'none') return say('noticeNone');
  return joined(
    hours === undefined ? say(kind) : say(`${kind}Hours`, { count: hours }),
    lapses === undefined ? '' : say('noticeLapses', { count: lapses }),
    otherwiseText(rule.otherwise, speaker),
  );
}

function capacityTexts(rule: Rule<'capacity'>, speaker: Speaker): Sentences {
  const { say } = speaker;
  return [
    ...text(rule.perDay, (count) => say('capacityDay', { count })),
    ...text(rule.perHome, (count) => say('capacityHome', { count })),
    ...(rule.spaceAllowing === true ? [say('capacityRoom')] : []),
  ].map((sentence) => joined(sentence, otherwiseText(rule.otherwise, speaker)));
}

function partyText(rule: Rule<'party'>, speaker: Speaker): string {
  const { say } = speaker;
  const over =
    rule.otherwise === 'pay' || rule.otherwise === 'refuse'
      ? otherwiseText(rule.otherwise, speaker)
      : say('othersPay');
  if (rule.companions === 0) return joined(say('partyNobody'), over);
  const people = [
    ...text(rule.adults, (count) => say('adults', { count })),
    ...text(rule.children, (count) => say('children', { count })),
    ...text(rule.companions, (count) => say('companions', { count })),
  ];
  return joined(say('party', { people: people.join(', ') }), over);
}

function offlineTexts({ homeAgeHours, freePerHomeAndDay }: Rule<'offline'>, { say }: Speaker) {
  return [
    ...text(homeAgeHours, (age) => say('offlineAge', age)),
    ...text(freePerHomeAndDay, (free) => say('offlineFree', free)),
  ];
}

function halfDaysText(rule: Rule<'halfDays'>, { say }: Speaker): string {
  return rule.allowed ? say('halfDays', { percent: rule.percent ?? 50 }) : say('halfDaysNone');
}

const STATIC_VISAS = {
  allowed: 'staticAllowed',
  pay: 'staticPay',
  refuse: 'staticRefuse',
} as const;
const PHOTO_ID = { never: 'photoNever', static: 'photoStatic', always: 'photoAlways' } as const;

function amenitiesTexts(rule: NonNullable<Terms['amenities']>, { catalogue }: Speaker): Sentences {
  return (['included', 'excluded'] as const).flatMap((name) =>
    rule[name].length === 0 ? [] : [phrase(catalogue, name, { items: rule[name].join(', ') })],
  );
}

/** The sentences of the rules that terms and offers share. */
export function rulesTexts(
  rules: Rules & Pick<Terms, 'allowances' | 'dayBoundary' | 'amenities' | 'photoId'>,
  speaker: Speaker,
): Sentences {
  const { say } = speaker;
  return [
    ...(rules.allowances ?? []).map((one) => allowanceText(one, speaker)),
    ...text(rules.after, (one) => say('after', { consequence: consequenceText(one, speaker) })),
    ...text(rules.consecutive, (one) => consecutiveText(one, speaker)),
    ...text(rules.eligible, (one) => eligibleTexts(one, speaker)),
    ...text(rules.distance, (one) => distanceText(one, speaker)),
    ...text(rules.notice, (one) => noticeText(one, speaker)),
    ...text(rules.hours, (one) => hoursTexts(one, speaker)),
    ...text(rules.blackout, (one) => blackoutText(one, speaker)),
    ...text(rules.capacity, (one) => capacityTexts(one, speaker)),
    ...text(rules.party, (one) => partyText(one, speaker)),
    ...text(rules.halfDays, (one) => halfDaysText(one, speaker)),
    ...text(rules.dayBoundary, (minutes) => say('dayBoundary', { time: clockText(minutes) })),
    ...text(rules.staticVisas, (one) => say(STATIC_VISAS[one])),
    ...text(rules.photoId, (one) => say(PHOTO_ID[one])),
    ...text(rules.amenities, (one) => amenitiesTexts(one, speaker)),
    ...text(rules.offline, (one) => offlineTexts(one, speaker)),
  ];
}
