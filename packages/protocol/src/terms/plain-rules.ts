/** The single rules in plain English. */

import { formatMoney } from './money.js';
import type { Allowance, BlackoutDay, Consequence, Otherwise, Plans } from './rules.js';
import { windowText } from './sentences.js';
import type { Rules } from './sides.js';
import type { Terms } from './terms.js';
import { readPeriod } from './windows.js';

type Rule<F extends keyof Rules> = NonNullable<Rules[F]>;
/** What a text consists of. */
export type Sentences = readonly string[];

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `1 day`, `2 days`. */
export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** What happens to a visit that breaks a requirement. */
export function otherwiseText(otherwise: Otherwise | undefined): string {
  return otherwise === 'refuse'
    ? 'Otherwise the visit is not accepted.'
    : 'Otherwise the visit costs the regular rate.';
}

function quoted(names: Sentences): string {
  return names.map((one) => `"${one}"`).join(', ');
}

function plansText(plans: Plans | undefined): string {
  if (plans === undefined) return '';
  const only = plans.only === undefined ? '' : ` for the plans ${quoted(plans.only)}`;
  return plans.except === undefined ? only : `${only} for all plans except ${quoted(plans.except)}`;
}

function consequenceText(after: Consequence): string {
  const note = after.note === undefined ? '' : ` (${after.note})`;
  switch (after.kind) {
    case 'regular':
      return `the regular rate${note}`;
    case 'discount':
      return `${after.percent ?? 0} % off the regular rate${note}`;
    case 'perk':
      return `the regular rate, with this: ${after.perk ?? ''}${note}`;
    case 'refuse':
      return `no further visits${note}`;
  }
}

function allowanceText(one: Allowance): string {
  const amount = plural(one.days, one.unit === 'visits' ? 'free visit' : 'free day');
  const where = {
    host: 'at each space',
    programme: 'in the whole programme',
    'home-at-host': 'for all members of one home space together at each space',
  }[one.count];
  const after = one.after === undefined ? '' : `, then ${consequenceText(one.after)}`;
  return `${amount} ${where} ${windowText(one.window)}${plansText(one.plans)}${after}.`;
}

function periodText(period: string): string {
  const { months, days } = readPeriod(period);
  const parts = [months > 0 ? plural(months, 'month') : '', days > 0 ? plural(days, 'day') : ''];
  return parts.filter((one) => one !== '').join(' and ');
}

function eligibleTexts(rule: Rule<'eligible'>): Sentences {
  const otherwise = otherwiseText(rule.otherwise);
  return [
    ...(rule.plans ? [`Free days are${plansText(rule.plans)}. ${otherwise}`] : []),
    ...(rule.membership
      ? [`The member has been one for at least ${periodText(rule.membership)}. ${otherwise}`]
      : []),
    ...(rule.price
      ? [
          `The plan costs at least ${rule.price.map(formatMoney).join(' or ')} a month. ${otherwise}`,
        ]
      : []),
  ];
}

function distanceText(rule: Rule<'distance'>): string {
  const pairs = rule.waivedPairs?.length ?? 0;
  const waived = pairs === 0 ? '' : ` This is waived for ${plural(pairs, 'pair')} of spaces.`;
  return `The home space is at least ${rule.km} km away (great circle).${waived} ${otherwiseText(rule.otherwise)}`;
}

function noticeText(rule: Rule<'notice'>): string {
  if (rule.kind === 'none') return 'No notice is needed.';
  const hours = rule.hours === undefined ? 'before' : `${plural(rule.hours, 'hour')} before`;
  const lapses =
    rule.lapsesAfterHours === undefined
      ? ''
      : ` A request that is not answered lapses after ${plural(rule.lapsesAfterHours, 'hour')}.`;
  return `A ${rule.kind} is needed ${hours} arrival.${lapses} ${otherwiseText(rule.otherwise)}`;
}

function clock(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

function dayName(weekday: number): string {
  return DAYS[weekday - 1] ?? '';
}

function hoursTexts(rule: Rule<'hours'>): Sentences {
  const windows = rule.windows?.map(({ name, weekdays, from, to }) => {
    const on = weekdays === undefined ? '' : ` on ${weekdays.map(dayName).join(', ')}`;
    return `${name === undefined ? '' : `${name}, `}${clock(from)} to ${clock(to)}${on}`;
  });
  const otherwise = otherwiseText(rule.otherwise);
  return [
    ...(rule.opening === true ? [`A visit begins in the opening hours. ${otherwise}`] : []),
    ...(windows ? [`A visit begins in these hours: ${windows.join('; ')}. ${otherwise}`] : []),
  ];
}

function monthDayText(monthDay: string): string {
  return `${Number(monthDay.slice(3))} ${MONTHS[Number(monthDay.slice(0, 2)) - 1] ?? ''}`;
}

function easterText(offset: number): string {
  if (offset === 0) return 'Easter Sunday';
  return `${plural(Math.abs(offset), 'day')} ${offset < 0 ? 'before' : 'after'} Easter Sunday`;
}

function weekdayText({ weekday, nth, month }: BlackoutDay): string {
  const of = month === undefined ? 'every month' : (MONTHS[month - 1] ?? '');
  const name = dayName(weekday ?? 0);
  if (nth !== undefined)
    return `${nth === -1 ? 'the last' : `number ${nth}`} of the ${name} of ${of}`;
  return month === undefined ? name : `${name} in ${of}`;
}

function blackoutText(day: BlackoutDay): string {
  const name = day.name === undefined ? '' : ` (${day.name})`;
  if (day.date !== undefined) {
    return `${day.date}${day.until === undefined ? '' : ` to ${day.until}`}${name}`;
  }
  if (day.yearly !== undefined) {
    const until = day.yearlyUntil === undefined ? '' : ` to ${monthDayText(day.yearlyUntil)}`;
    return `every ${monthDayText(day.yearly)}${until}${name}`;
  }
  return `${day.easter === undefined ? weekdayText(day) : easterText(day.easter)}${name}`;
}

function capacityTexts(rule: Rule<'capacity'>): Sentences {
  const otherwise = otherwiseText(rule.otherwise);
  return [
    ...(rule.perDay === undefined
      ? []
      : [`At most ${plural(rule.perDay, 'visiting member')} a day. ${otherwise}`]),
    ...(rule.perHome === undefined
      ? []
      : [
          `At most ${plural(rule.perHome, 'visiting member')} a day of one home space. ${otherwise}`,
        ]),
    ...(rule.spaceAllowing === true ? [`Only when there is room. ${otherwise}`] : []),
  ];
}

function partyText(rule: Rule<'party'>): string {
  const limits = [
    rule.adults === undefined ? '' : `${plural(rule.adults, 'adult')} (the member included)`,
    rule.children === undefined ? '' : `${rule.children} children`,
    rule.companions === undefined ? '' : plural(rule.companions, 'companion'),
  ].filter((one) => one !== '');
  const over =
    rule.otherwise === 'pay' || rule.otherwise === 'refuse'
      ? otherwiseText(rule.otherwise)
      : 'Others who come along pay.';
  if (rule.companions === 0) return `For the named member only. ${over}`;
  return `A party is at most ${limits.join(', ')}. ${over}`;
}

function offlineTexts(rule: Rule<'offline'>): Sentences {
  const { homeAgeHours: age, freePerHomeAndDay: free } = rule;
  return [
    ...(age === undefined
      ? []
      : [
          `Without the consent of the home space: free while it was heard of in the last ${age.upper} hours, with a warning after ${age.lower}; then the regular rate.`,
        ]),
    ...(free === undefined
      ? []
      : [
          `Without the consent of the home space: at most ${free.upper} free visits of its members a day, with a warning from ${free.lower} on; then the regular rate.`,
        ]),
  ];
}

function halfDaysText(rule: Rule<'halfDays'>): string {
  if (!rule.allowed) return 'Half days are not counted: every visit is a whole day.';
  return `A stay of at most ${rule.percent ?? 50} % of the opening hours counts half a day.`;
}

const STATIC_TEXTS = {
  allowed: 'Printed visas are accepted, with the consent of the home space.',
  pay: 'A printed visa gives no free day.',
  refuse: 'Printed visas are not accepted.',
} as const;
const PHOTO_TEXTS = {
  never: 'No photo ID is asked for.',
  static: 'A printed visa is shown with a photo ID.',
  always: 'A photo ID is shown with the visa.',
} as const;

/** The sentences of a rule, none if there is no rule. */
export function text<R>(rule: R | undefined, describe: (rule: R) => string | Sentences): Sentences {
  if (rule === undefined) return [];
  const described = describe(rule);
  return typeof described === 'string' ? [described] : described;
}

/** The sentences of the rules that terms and offers share. */
export function rulesTexts(
  rules: Rules & Pick<Terms, 'allowances' | 'dayBoundary' | 'amenities' | 'photoId'>,
) {
  return [
    ...(rules.allowances ?? []).map(allowanceText),
    ...text(rules.after, (one) => `After the free days: ${consequenceText(one)}.`),
    ...text(rules.consecutive, consecutiveText),
    ...text(rules.eligible, eligibleTexts),
    ...text(rules.distance, distanceText),
    ...text(rules.notice, noticeText),
    ...text(rules.hours, hoursTexts),
    ...text(
      rules.blackout,
      ({ days, otherwise }) =>
        `No free days on: ${days.map(blackoutText).join('; ')}. ${otherwiseText(otherwise)}`,
    ),
    ...text(rules.capacity, capacityTexts),
    ...text(rules.party, partyText),
    ...text(rules.halfDays, halfDaysText),
    ...text(rules.dayBoundary, (minutes) => `A day begins at ${clock(minutes)}.`),
    ...text(rules.staticVisas, (one) => STATIC_TEXTS[one]),
    ...text(rules.photoId, (one) => PHOTO_TEXTS[one]),
    ...text(rules.amenities, ({ included, excluded }) => [
      ...(included.length > 0 ? [`Included: ${included.join(', ')}.`] : []),
      ...(excluded.length > 0 ? [`Not included: ${excluded.join(', ')}.`] : []),
    ]),
    ...text(rules.offline, offlineTexts),
  ];
}

function consecutiveText({ days, pause, otherwise }: Rule<'consecutive'>): string {
  const apart = pause === undefined ? '' : `; ${plural(pause, 'day')} without a visit end a row`;
  return `At most ${plural(days, 'free day')} in a row at each space${apart}. ${otherwiseText(otherwise)}`;
}
