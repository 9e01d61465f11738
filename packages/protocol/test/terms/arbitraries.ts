/** Terms, offers, usage and whole inputs, as wild as their shapes allow. */

import {
  type Allowance,
  type CalendarDate,
  isInCalendar,
  type JudgedVisit,
  type JudgeInput,
  type Offer,
  type SpaceId,
  type Terms,
} from '@covisa/protocol';
import fc from 'fast-check';
import { at, HOME, HOST, OTHER, offered, THIRD } from './support.js';

/** Any date of the calendar. */
const wildDate = fc
  .tuple(
    fc.integer({ min: 2000, max: 2999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(
    ([y, m, d]) =>
      `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as CalendarDate,
  )
  .filter(isInCalendar);
/** Near the instant of the ordinary visit. */
export const nearDate = fc
  .integer({ min: -200, max: 60 })
  .map((day) => new Date(Date.UTC(2027, 4, 12 + day)).toISOString().slice(0, 10) as CalendarDate);
const anyDate = fc.oneof({ weight: 4, arbitrary: nearDate }, wildDate);

export const space: fc.Arbitrary<SpaceId> = fc.constantFrom(HOME, HOST, OTHER, THIRD);
const otherwise = fc.constantFrom('pay' as const, 'refuse' as const);
const plan = fc.constantFrom('full', 'flex', 'toString', '__proto__');
const window = fc.constantFrom(
  ...['visa-year', 'calendar-month', 'calendar-year', 'P30D', 'P1M', 'P1Y2M3W4D', 'P0D', 'P99Y'],
);
const consequence = fc.oneof(
  fc.constant({ kind: 'regular' as const }),
  fc.constant({ kind: 'refuse' as const }),
  fc.constant({ kind: 'perk' as const, perk: 'coffee' }),
  fc.integer({ min: 1, max: 99 }).map((percent) => ({ kind: 'discount' as const, percent })),
);
const days = fc.integer({ min: 0, max: 12 }).map((halves) => halves / 2);

const allowance: fc.Arbitrary<Allowance> = fc.record(
  {
    days,
    count: fc.constantFrom('host' as const, 'programme' as const, 'home-at-host' as const),
    window,
    plans: fc.oneof(
      fc.record({ only: fc.array(plan, { minLength: 1, maxLength: 2 }) }),
      fc.record({ except: fc.array(plan, { minLength: 1, maxLength: 2 }) }),
    ),
    unit: fc.constantFrom('days' as const, 'visits' as const),
    after: consequence,
  },
  { requiredKeys: ['days', 'count', 'window'] },
);
const allowances = fc.array(allowance, { maxLength: 4 });
const range = fc.record({ lower: fc.nat(5), upper: fc.nat(200) });
const minutes = fc.integer({ min: 0, max: 2880 });
const weekday = fc.integer({ min: 1, max: 7 });

const rules = {
  allowances,
  after: consequence,
  consecutive: fc.record(
    { days: fc.integer({ min: 1, max: 5 }), pause: fc.integer({ min: 1, max: 9 }), otherwise },
    { requiredKeys: ['days'] },
  ),
  distance: fc.record({ km: fc.integer({ min: 0, max: 20_000 }), otherwise }),
  eligible: fc.record(
    {
      membership: fc.constantFrom('P0D', 'P6M', 'P99Y'),
      plans: fc.record({ only: fc.array(plan, { minLength: 1, maxLength: 3 }) }),
      price: fc.constant([{ amount: 100, currency: 'EUR' }]),
      otherwise,
    },
    { requiredKeys: [] },
  ),
  notice: fc.record(
    {
      kind: fc.constantFrom('none' as const, 'message' as const, 'booking' as const),
      hours: fc.nat(50),
      lapsesAfterHours: fc.integer({ min: 1, max: 50 }),
      otherwise,
    },
    { requiredKeys: ['kind'] },
  ),
  hours: fc.record(
    {
      opening: fc.boolean(),
      windows: fc.array(fc.record({ from: minutes, to: minutes }), { minLength: 1, maxLength: 3 }),
      otherwise,
    },
    { requiredKeys: [] },
  ),
  blackout: fc.record({
    days: fc.array(
      fc.oneof(
        fc.record({ date: anyDate, until: anyDate }),
        fc.record({ yearly: fc.constantFrom('02-30', '05-12'), yearlyUntil: fc.constant('05-10') }),
        fc.record({ weekday, nth: fc.constantFrom(1 as const, -1 as const) }),
        fc.record({ easter: fc.integer({ min: -70, max: 70 }) }),
        fc.record({}),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    otherwise,
  }),
  capacity: fc.record(
    { perDay: fc.nat(9), perHome: fc.nat(5), spaceAllowing: fc.boolean(), otherwise },
    { requiredKeys: [] },
  ),
  party: fc.record(
    {
      adults: fc.integer({ min: 1, max: 3 }),
      companions: fc.nat(3),
      otherwise: fc.constantFrom('companions-pay' as const, 'pay' as const, 'refuse' as const),
    },
    { requiredKeys: [] },
  ),
  halfDays: fc.record({ allowed: fc.boolean(), percent: fc.integer({ min: 1, max: 99 }) }),
  staticVisas: fc.constantFrom('allowed' as const, 'pay' as const, 'refuse' as const),
  offline: fc.record({ homeAgeHours: range, freePerHomeAndDay: range }, { requiredKeys: [] }),
  dayBoundary: fc.nat(720),
  photoId: fc.constantFrom('never' as const, 'static' as const, 'always' as const),
};
const family = fc.constantFrom(
  'allowances' as const,
  'after' as const,
  'eligible' as const,
  'distance' as const,
  'halfDays' as const,
);

export const terms: fc.Arbitrary<Terms> = fc.record(
  {
    ...rules,
    reciprocity: fc.constantFrom('host' as const, 'min' as const),
    hostDecides: fc.uniqueArray(family),
    homeShare: fc.record({ percent: fc.integer({ min: 1, max: 99 }), window, otherwise }),
    lateEntry: fc.record({ days: fc.nat(30), otherwise }),
  },
  { requiredKeys: [] },
);
const agreement = fc.record(
  { space, from: anyDate, until: anyDate, allowances, after: consequence },
  { requiredKeys: ['space'] },
);
export const offer: fc.Arbitrary<Offer> = fc.record(
  {
    ...rules,
    plans: fc.dictionary(plan, plan, { maxKeys: 2 }),
    waive: fc.constantFrom(['distance' as const], ['notice' as const]),
    agreements: fc.array(agreement, { maxLength: 2 }),
    refuses: fc.array(fc.record({ space, reason: fc.constant('no') }), { maxLength: 1 }),
  },
  { requiredKeys: [] },
);

const weight = fc.constantFrom(1 as const, 0.5 as const);
const visited: fc.Arbitrary<JudgedVisit> = fc.record({
  host: space,
  date: anyDate,
  kind: fc.constantFrom('free' as const, 'free' as const, 'paid' as const, 'courtesy' as const),
  weight,
});
export const usage = fc.array(visited, { maxLength: 12 });

const wildInstant = fc.integer({ min: 0, max: 253_402_300_799 });
const noon = at('2027-05-12T10:00:00Z');
const instant = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: noon - 90_000, max: noon + 90_000 }) },
  wildInstant,
);
const place = fc.record({
  latitude: fc.integer({ min: -90, max: 90 }),
  longitude: fc.integer({ min: -180, max: 180 }),
});
const rate = fc.record({ amount: fc.nat(100_000), currency: fc.constantFrom('EUR', 'JPY') });
const opening = fc.array(fc.record({ from: fc.nat(1440), to: minutes }), { maxLength: 2 });
const venue = fc
  .tuple(
    place,
    fc.constantFrom('Europe/Berlin', 'Asia/Shanghai', 'Pacific/Apia', 'No/Where'),
    fc.option(fc.array(opening, { minLength: 7, maxLength: 7 })),
  )
  .map(([where, timeZone, hours]) => ({ ...where, timeZone, ...(hours && { hours }) }));
const count = fc.nat(6);

/** Terms and offers about amounts only, at an ordinary visit: many of them free. */
const amounts = { allowances, after: consequence, halfDays: rules.halfDays };
export const ordinaryInput: fc.Arbitrary<JudgeInput> = fc
  .record({
    terms: fc.record({ ...amounts, hostDecides: fc.uniqueArray(family) }, { requiredKeys: [] }),
    host: fc.record(amounts, { requiredKeys: [] }),
    home: fc.record(amounts, { requiredKeys: [] }),
    reciprocity: fc.constantFrom('host' as const, 'min' as const),
    halfDay: fc.boolean(),
    usage,
  })
  .map(({ terms: programme, host, home, reciprocity, halfDay, usage: used }) => {
    const base = offered({ ...programme, reciprocity }, host, home, { usage: used });
    return { ...base, request: { ...base.request, halfDay } };
  });

/** A whole input. Spaces, usage and dates are drawn from few, so that they meet. */
export const judgeInput: fc.Arbitrary<JudgeInput> = fc.record({
  role: fc.constantFrom('host' as const, 'home' as const, 'wallet' as const),
  instant,
  visa: fc.record({
    visaYearStart: anyDate,
    memberSince: anyDate,
    plan,
    ask: fc.boolean(),
    static: fc.boolean(),
    expiresAt: wildInstant,
  }),
  presentation: fc.constantFrom(
    'open' as const,
    'host-bound' as const,
    'static' as const,
    'none' as const,
  ),
  terms,
  roster: fc.nat(9),
  home: fc.record({
    space: fc.constant(HOME),
    offer: fc.option(offer),
    venues: fc.array(place, { maxLength: 2 }),
    prices: fc.option(fc.dictionary(plan, rate, { maxKeys: 2 })),
    visitsAtHome: fc.option(fc.array(anyDate, { maxLength: 4 })),
  }),
  host: fc.record({
    space: fc.constant(HOST),
    offer: fc.option(offer),
    open: fc.constantFrom(true, true, true, false),
    venue,
    rate: fc.option(rate),
  }),
  usage,
  usageFrom: anyDate,
  homeAtHost: fc.option(
    fc.array(fc.record({ date: anyDate, weight: days, visits: count }), { maxLength: 4 }),
  ),
  today: fc.option(fc.record({ total: count, fromHome: count, freeFromHome: count })),
  local: fc.record({
    spaceRefused: fc.constantFrom(null, null, null, 'no'),
    visaRefused: fc.constantFrom(null, null, null, 'no'),
    full: fc.boolean(),
  }),
  freshness: fc.record({
    homeHeartbeatAgeSeconds: fc.option(fc.nat(1_000_000)),
    knownUpTo: wildInstant,
    olderSpaces: count,
  }),
  grant: fc.option(fc.record({ k: count, host: space, date: anyDate, weight })),
  homeAnswer: fc.constantFrom(
    'unreachable' as const,
    'granted' as const,
    'refused' as const,
    'not-asked' as const,
  ),
  request: fc.record({
    at: fc.option(instant),
    date: fc.option(anyDate),
    halfDay: fc.boolean(),
    stayMinutes: fc.option(fc.nat(1000)),
    notice: fc.option(
      fc.record({
        kind: fc.constantFrom('message' as const, 'booking' as const),
        givenAt: instant,
        answer: fc.constantFrom('none' as const, 'welcome' as const, 'declined' as const),
      }),
    ),
    party: fc.record({ adults: fc.integer({ min: 1, max: 4 }), children: fc.nat(4) }),
  }),
});
