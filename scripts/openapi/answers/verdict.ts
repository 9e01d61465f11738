/** The verdict, as desks, doors and wallets get it. */

import {
  type AllowanceLeft,
  ASSUMPTIONS,
  calendarDate,
  type Left,
  type Payment,
  REASON_CODES,
  type Reason,
  type Show,
  seconds,
  shape,
  spaceId,
  type Verdict,
} from '@covisa/protocol';
import {
  amount,
  anyText,
  asShape,
  count,
  dictionary,
  exactly,
  many,
  oneOf,
  rate,
  textOrNull,
  visitKind,
  weight,
} from './parts.js';

const { bool, closed, literal, nullable } = shape;

const priced = { rate: nullable(rate), note: textOrNull };
const payment = exactly<Payment>()(
  oneOf(
    closed({ kind: literal('nothing') }),
    closed({ kind: literal('regular'), ...priced }),
    closed({ kind: literal('discount'), percent: amount, discounted: nullable(rate), ...priced }),
    closed({ kind: literal('perk'), perk: anyText, ...priced }),
    closed({ kind: literal('refused'), note: textOrNull }),
  ),
);
const left = exactly<Left>()(closed({ before: amount, after: amount }));
const allowanceLeft = exactly<AllowanceLeft>()(
  closed({
    before: amount,
    after: amount,
    rule: anyText,
    count: literal('host', 'programme', 'home-at-host'),
    window: anyText,
    unit: literal('days', 'visits'),
    from: calendarDate,
    to: calendarDate,
    limit: amount,
    used: amount,
  }),
);
const items = many(anyText);
const show = exactly<Show>()(
  oneOf(
    closed({ code: literal('PHOTO_ID') }),
    closed({ code: literal('INCLUDED'), items }),
    closed({ code: literal('EXCLUDED'), items }),
  ),
);
const reason = exactly<Reason>()(
  closed({
    code: literal(...REASON_CODES),
    rule: anyText,
    parameters: dictionary(oneOf(anyText, amount)),
  }),
);
const reasons = asShape<readonly [Reason, ...Reason[]]>({
  type: 'array',
  items: reason.schema,
  minItems: 1,
});

/** The verdict. */
export const verdict = exactly<Verdict>()(
  closed({
    outcome: literal('free', 'paid', 'refuse'),
    kind: nullable(visitKind),
    date: calendarDate,
    host: spaceId,
    weight,
    reasons,
    decidedBy: anyText,
    left: closed({
      perHost: nullable(left),
      perProgramme: nullable(left),
      homeAtHost: nullable(left),
      windows: many(allowanceLeft),
    }),
    sureness: closed({
      level: literal('exact', 'known-up-to', 'home-unreachable'),
      knownUpTo: seconds,
      olderSpaces: count,
    }),
    assumed: many(closed({ code: literal(...ASSUMPTIONS), rule: anyText })),
    pays: payment,
    follows: nullable(closed({ freeLeft: amount, next: payment })),
    shows: many(show),
    sameDay: bool,
    askGrant: literal('no', 'wanted', 'needed'),
    roster: count,
  }),
);
