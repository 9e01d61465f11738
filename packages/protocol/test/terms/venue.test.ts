import { judge, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { codes, type Row, rows } from './rows.js';
import { asked, at, date, input, NOW } from './support.js';

const opening: Terms = { hours: { opening: true, otherwise: 'refuse' } };
const business: Terms = {
  hours: { windows: [{ name: 'business hours', weekdays: [1, 2, 3, 4, 5], from: 540, to: 1020 }] },
};
const evening: Terms = { hours: { windows: [{ name: 'evening', from: 1080, to: 1560 }] } };
const arriving = (terms: Terms, instant: string) => input(terms, { instant: at(instant) });
const planned = (terms: Terms, day: string) =>
  asked(terms, { date: date(day) }, { role: 'wallet' });
const counted = (terms: Terms, total: number, fromHome: number, full = false) =>
  input(terms, {
    today: { total, fromHome, freeFromHome: 0 },
    local: { spaceRefused: null, visaRefused: null, full },
  });
const capacity: Terms = { capacity: { perDay: 5, perHome: 2, spaceAllowing: true } };

const table: readonly Row[] = [
  ['09:00 is in the opening hours', arriving(opening, '2027-05-12T07:00:00Z'), 'free', 'FREE_DAY'],
  [
    '07:59 is before them',
    arriving(opening, '2027-05-12T05:59:59Z'),
    'refuse',
    'OUTSIDE_HOURS',
    'terms/hours/opening',
  ],
  ['08:00 is in them', arriving(opening, '2027-05-12T06:00:00Z'), 'free', 'FREE_DAY'],
  ['18:00 is after them', arriving(opening, '2027-05-12T16:00:00Z'), 'refuse', 'OUTSIDE_HOURS'],
  ['Saturday is closed', arriving(opening, '2027-05-15T08:00:00Z'), 'refuse', 'VENUE_CLOSED'],
  [
    'a plan for a Saturday is refused too',
    planned(opening, '2027-05-15'),
    'refuse',
    'VENUE_CLOSED',
  ],
  ['business hours: 09:00', arriving(business, '2027-05-12T07:00:00Z'), 'free', 'FREE_DAY'],
  [
    'business hours: 17:00 is paid',
    arriving(business, '2027-05-12T15:00:00Z'),
    'paid',
    'OUTSIDE_HOURS',
    'terms/hours/windows',
  ],
  [
    'business hours: not on Saturday',
    arriving(business, '2027-05-15T08:00:00Z'),
    'paid',
    'OUTSIDE_HOURS',
  ],
  ['evening: 17:59 is paid', arriving(evening, '2027-05-12T15:59:00Z'), 'paid', 'OUTSIDE_HOURS'],
  ['evening: 18:00', arriving(evening, '2027-05-12T16:00:00Z'), 'free', 'FREE_DAY'],
  [
    'evening: 01:59 is in the night before',
    arriving(evening, '2027-05-12T23:59:00Z'),
    'free',
    'FREE_DAY',
  ],
  ['evening: 02:00 is not', arriving(evening, '2027-05-13T00:00:00Z'), 'paid', 'OUTSIDE_HOURS'],
  [
    'evening: 01:00 before a boundary at 03:00',
    arriving({ ...evening, dayBoundary: 180 }, '2027-05-12T23:00:00Z'),
    'free',
    'FREE_DAY',
  ],
  ['the fifth of the day', counted(capacity, 4, 1), 'free', 'FREE_DAY'],
  [
    'the sixth of the day is too many',
    counted(capacity, 5, 1),
    'paid',
    'CAPACITY_DAY',
    'terms/capacity',
  ],
  ['the third of one home is too many', counted(capacity, 4, 2), 'paid', 'CAPACITY_HOME'],
  ['a full room', counted(capacity, 0, 0, true), 'paid', 'CAPACITY_FULL'],
  ['a full room says nothing where the terms do not', counted({}, 9, 9, true), 'free', 'FREE_DAY'],
];

describe('hours and capacity', () => {
  rows(table);

  it('hours that the venue has not stated count as met, and the verdict says so', () => {
    const base = input(opening);
    const { hours, ...venue } = base.host.venue;
    const verdict = judge({ ...base, host: { ...base.host, venue } });
    expect([hours?.length, verdict.outcome, verdict.assumed]).to.deep.equal([
      7,
      'free',
      [{ code: 'NOT_STATED', rule: 'terms/hours/opening' }],
    ]);
  });

  it('a plan without a time assumes an arrival within the hours', () => {
    expect(judge(planned(business, '2027-05-14')).assumed).to.deep.equal([
      { code: 'ARRIVAL_UNKNOWN', rule: 'terms/hours/windows' },
    ]);
  });

  it('counts that nobody knows here are assumed', () => {
    expect(judge(input(capacity, { today: null })).assumed).to.deep.equal([
      { code: 'NOT_COUNTED', rule: 'terms/capacity' },
    ]);
  });
});

describe('half days', () => {
  const halves: Terms = { halfDays: { allowed: true } };
  // Open for 600 minutes.
  const stays: readonly (readonly [string, Terms, number | null, number, readonly string[]])[] = [
    ['a half day is the choice of the desk', halves, null, 0.5, ['FREE_DAY']],
    ['half of the opening hours', halves, 300, 0.5, ['FREE_DAY']],
    ['a minute more', halves, 301, 1, ['FREE_DAY', 'HALF_DAY_TOO_LONG']],
    [
      '40 percent',
      { halfDays: { allowed: true, percent: 40 } },
      241,
      1,
      ['FREE_DAY', 'HALF_DAY_TOO_LONG'],
    ],
    ['not counted', { halfDays: { allowed: false } }, 10, 1, ['FREE_DAY', 'HALF_DAY_NOT_COUNTED']],
    ['no rule', {}, 10, 1, ['FREE_DAY', 'HALF_DAY_NOT_COUNTED']],
  ];
  for (const [title, terms, stayMinutes, weight, expected] of stays) {
    it(title, () => {
      const verdict = judge(asked(terms, { halfDay: true, stayMinutes }));
      expect([verdict.weight, codes(verdict)]).to.deep.equal([weight, expected]);
    });
  }
});

describe('notice', () => {
  const message: Terms = { notice: { kind: 'message', hours: 24 } };
  const booking: Terms = {
    notice: { kind: 'booking', hours: 2, lapsesAfterHours: 72, otherwise: 'refuse' },
  };
  const given = (
    terms: Terms,
    kind: 'message' | 'booking',
    hoursAgo: number,
    answer: 'none' | 'welcome' | 'declined' = 'none',
  ) => asked(terms, { notice: { kind, givenAt: NOW - hoursAgo * 3600, answer } });

  rows([
    ['no notice is needed', input({ notice: { kind: 'none' } }), 'free', 'FREE_DAY'],
    ['no message', input(message), 'paid', 'NOTICE_MISSING', 'terms/notice'],
    ['a message 24 hours before', given(message, 'message', 24), 'free', 'FREE_DAY'],
    ['a message 23 hours before', given(message, 'message', 23), 'paid', 'NOTICE_SHORT'],
    ['a booking is a message too', given(message, 'booking', 30), 'free', 'FREE_DAY'],
    [
      'a message that was declined',
      given(message, 'message', 30, 'declined'),
      'paid',
      'NOTICE_DECLINED',
    ],
    ['a message is no booking', given(booking, 'message', 30), 'refuse', 'NOTICE_MISSING'],
    ['a booking that is welcome', given(booking, 'booking', 30, 'welcome'), 'free', 'FREE_DAY'],
    ['a booking without answer', given(booking, 'booking', 72), 'refuse', 'NOTICE_UNANSWERED'],
    ['a booking that lapsed', given(booking, 'booking', 73), 'refuse', 'NOTICE_LAPSED'],
    [
      'an answered booking does not lapse',
      given(booking, 'booking', 99, 'welcome'),
      'free',
      'FREE_DAY',
    ],
    [
      'a booking one hour before',
      given(booking, 'booking', 1, 'welcome'),
      'refuse',
      'NOTICE_SHORT',
    ],
    [
      'the wallet, too late for the message',
      asked(message, { at: NOW + 23 * 3600 }, { role: 'wallet' }),
      'paid',
      'NOTICE_MISSING',
    ],
  ]);

  it('the wallet is told to give notice while there is time', () => {
    const verdict = judge(asked(message, { at: NOW + 24 * 3600 }, { role: 'wallet' }));
    expect([verdict.outcome, codes(verdict), verdict.reasons[1]?.parameters]).to.deep.equal([
      'free',
      ['FREE_DAY', 'NOTICE_TO_BE_GIVEN'],
      { kind: 'message', hours: 24 },
    ]);
  });
});
