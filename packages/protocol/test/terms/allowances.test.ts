import { judge, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { type Row, rows } from './rows.js';
import { asked, date, held, input, OTHER, THIRD, visit } from './support.js';

const perHost: Terms = { allowances: [{ days: 2, count: 'host', window: 'visa-year' }] };
const both: Terms = {
  allowances: [
    { days: 2, count: 'host', window: 'visa-year' },
    { days: 5, count: 'programme', window: 'visa-year' },
  ],
};
const monthly: Terms = { allowances: [{ days: 3, count: 'host', window: 'calendar-month' }] };
const rolling: Terms = { allowances: [{ days: 2, count: 'programme', window: 'P30D' }] };
const rollingMonth: Terms = { allowances: [{ days: 1, count: 'host', window: 'P1M' }] };
const twiceAYear: Terms = {
  allowances: [{ days: 2, count: 'host', window: 'calendar-year', unit: 'visits' }],
};
const byPlan: Terms = {
  allowances: [
    { days: 2, count: 'programme', window: 'P30D', plans: { only: ['basic'] } },
    { days: 5, count: 'programme', window: 'P30D', plans: { only: ['plus'] } },
    { days: 22, count: 'programme', window: 'P30D', plans: { only: ['full'] } },
  ],
};
const ofHome: Terms = {
  allowances: [{ days: 4, count: 'home-at-host', window: 'calendar-month' }],
};
const halves: Terms = { ...perHost, halfDays: { allowed: true } };

const five = [
  visit('2027-02-01', OTHER),
  visit('2027-02-02', OTHER),
  visit('2027-03-01', THIRD),
  visit('2027-03-02', THIRD),
  visit('2027-04-01'),
];

const table: readonly Row[] = [
  ['no allowance is no limit', input({}), 'free', 'FREE_DAY', 'terms'],
  ['the first day is free', input(perHost), 'free', 'FREE_DAY', 'terms/allowance/host'],
  [
    'the second day is free',
    input(perHost, { usage: [visit('2027-02-01')] }),
    'free',
    'FREE_DAY',
    'terms/allowance/host',
  ],
  [
    'the third day at this host is paid',
    input(perHost, { usage: [visit('2027-02-01'), visit('2027-02-02')] }),
    'paid',
    'ALLOWANCE_HOST_USED',
    'terms/allowance/host',
  ],
  [
    'STAMP-8: days that another visit stands for count at their own host',
    input(perHost, {
      usage: [
        { ...visit('2027-02-01'), shared: true },
        { ...visit('2027-02-02'), shared: true },
      ],
    }),
    'paid',
    'ALLOWANCE_HOST_USED',
    'terms/allowance/host',
  ],
  [
    'STAMP-8: days that another visit stands for do not count in the programme',
    input(both, { usage: [...five.slice(0, 4), { ...visit('2027-04-01', THIRD), shared: true }] }),
    'free',
    'FREE_DAY',
    'terms/allowance/programme',
  ],
  [
    'days at other hosts do not count for this host',
    input(perHost, { usage: five.slice(0, 4) }),
    'free',
    'FREE_DAY',
  ],
  [
    'JUDGE-4: paid and courtesy days do not count',
    input(perHost, {
      usage: [visit('2027-02-01', undefined, 'paid'), visit('2027-02-02', undefined, 'courtesy')],
    }),
    'free',
    'FREE_DAY',
  ],
  [
    'days of the visa year before do not count',
    held(
      perHost,
      { visaYearStart: date('2027-05-01') },
      {
        usageFrom: date('2026-05-01'),
        usage: [visit('2027-04-29'), visit('2027-04-30')],
      },
    ),
    'free',
    'FREE_DAY',
  ],
  [
    'five days over all hosts use up the programme',
    input(both, { usage: five }),
    'paid',
    'ALLOWANCE_PROGRAMME_USED',
    'terms/allowance/programme',
  ],
  [
    'of two that are used up the host speaks first',
    input(both, { usage: [...five, visit('2027-04-02')] }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ],
  [
    'three a month: April does not count in May',
    input(monthly, { usage: [visit('2027-04-28'), visit('2027-04-29'), visit('2027-04-30')] }),
    'free',
    'FREE_DAY',
  ],
  [
    'three a month, nothing carried over: the fourth in May is paid',
    input(monthly, { usage: [visit('2027-05-01'), visit('2027-05-02'), visit('2027-05-03')] }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ],
  [
    'a visit later in the month counts too',
    input(monthly, { usage: [visit('2027-05-01'), visit('2027-05-30'), visit('2027-05-31')] }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ],
  [
    'P30D: 13 April is 29 days back and counts',
    input(rolling, { usage: [visit('2027-04-13', OTHER), visit('2027-05-01', OTHER)] }),
    'paid',
    'ALLOWANCE_PROGRAMME_USED',
  ],
  [
    'P30D: 12 April is 30 days back and does not count',
    input(rolling, { usage: [visit('2027-04-12', OTHER), visit('2027-05-01', OTHER)] }),
    'free',
    'FREE_DAY',
  ],
  [
    'JUDGE-6: P30D: a visit entered late must fit into the windows of later visits',
    input(rolling, { usage: [visit('2027-05-13', OTHER), visit('2027-06-10', OTHER)] }),
    'paid',
    'ALLOWANCE_PROGRAMME_USED',
  ],
  [
    'P30D: a later visit out of reach is in no window with it',
    input(rolling, { usage: [visit('2027-05-13', OTHER), visit('2027-06-12', OTHER)] }),
    'free',
    'FREE_DAY',
  ],
  [
    'P1M: 13 April counts',
    input(rollingMonth, { usage: [visit('2027-04-13')] }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ],
  [
    'P1M: 12 April does not count',
    input(rollingMonth, { usage: [visit('2027-04-12')] }),
    'free',
    'FREE_DAY',
  ],
  [
    'twice a year: two half days are two visits',
    input(twiceAYear, {
      usage: [
        visit('2027-02-01', undefined, 'free', 0.5),
        visit('2027-02-02', undefined, 'free', 0.5),
      ],
    }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ],
  [
    'by plan: the third visit in 30 days is paid on basic',
    held(byPlan, { plan: 'basic' }, { usage: [visit('2027-05-01'), visit('2027-05-02')] }),
    'paid',
    'ALLOWANCE_PROGRAMME_USED',
  ],
  [
    'by plan: the third visit in 30 days is free on plus',
    held(byPlan, { plan: 'plus' }, { usage: [visit('2027-05-01'), visit('2027-05-02')] }),
    'free',
    'FREE_DAY',
  ],
  [
    'by plan: a plan for which nothing is set has no free days',
    held(byPlan, { plan: 'evening' }),
    'paid',
    'PLAN_WITHOUT_ALLOWANCE',
    'terms/allowance/plan',
  ],
  [
    'all members of one home use up what is set for the home',
    input(ofHome, {
      homeAtHost: [
        { date: date('2027-05-03'), weight: 2.5, visits: 3 },
        { date: date('2027-05-04'), weight: 1, visits: 1 },
      ],
    }),
    'paid',
    'ALLOWANCE_HOME_AT_HOST_USED',
    'terms/allowance/home-at-host',
  ],
  [
    'what members of the home used last month does not count',
    input(ofHome, { homeAtHost: [{ date: date('2027-04-30'), weight: 4, visits: 4 }] }),
    'free',
    'FREE_DAY',
  ],
  [
    'a whole day does not fit into half a day left',
    input(halves, {
      usage: [visit('2027-02-01'), visit('2027-02-02', undefined, 'free', 0.5)],
    }),
    'paid',
    'ALLOWANCE_HOST_USED',
  ],
  [
    'a half day fits into half a day left',
    asked(
      halves,
      { halfDay: true },
      {
        usage: [visit('2027-02-01'), visit('2027-02-02', undefined, 'free', 0.5)],
      },
    ),
    'free',
    'FREE_DAY',
  ],
];

describe('allowances', () => {
  rows(table);

  it('a verdict says what is left before and after, per host and per programme', () => {
    const verdict = judge(
      input(both, { usage: [visit('2027-02-01', OTHER), visit('2027-04-01')] }),
    );
    expect(verdict.left.perHost).to.deep.equal({ before: 1, after: 0 });
    expect(verdict.left.perProgramme).to.deep.equal({ before: 3, after: 2 });
    expect(verdict.left.homeAtHost).to.equal(null);
    expect(verdict.left.windows[0]).to.deep.equal({
      rule: 'terms/allowance/host',
      count: 'host',
      window: 'visa-year',
      unit: 'days',
      from: '2027-01-01',
      to: '2027-12-31',
      limit: 2,
      used: 1,
      before: 1,
      after: 0,
    });
  });

  it('three half days leave half a day of two', () => {
    const usage = [1, 2, 3].map((day) => visit(`2027-02-0${day}`, undefined, 'free', 0.5));
    const verdict = judge(asked(halves, { halfDay: true }, { usage }));
    expect(verdict.weight).to.equal(0.5);
    expect(verdict.left.perHost).to.deep.equal({ before: 0.5, after: 0 });
  });

  it('a reason says how much was used of what, in which window', () => {
    const verdict = judge(input(monthly, { usage: [1, 2, 3].map((d) => visit(`2027-05-0${d}`)) }));
    expect(verdict.reasons[0].parameters).to.deep.equal({
      used: 3,
      limit: 3,
      window: 'calendar-month',
      from: '2027-05-01',
      to: '2027-05-31',
    });
  });

  it('a window that reaches behind the visa number counts as met, and the verdict says so', () => {
    const early = held(
      { allowances: [{ days: 2, count: 'programme', window: 'P90D' }] },
      { visaYearStart: date('2027-05-01'), memberSince: date('2025-01-01') },
      { usageFrom: date('2027-05-01') },
    );
    const verdict = judge(early);
    expect(verdict.outcome).to.equal('free');
    expect(verdict.assumed).to.deep.equal([
      { code: 'BEFORE_VISA_NUMBER', rule: 'terms/allowance/programme' },
    ]);
    expect(judge({ ...early, usageFrom: date('2026-05-01') }).assumed).to.deep.equal([]);
  });

  it('of two windows that are equally full the earliest speaks, in whatever order visits are listed', () => {
    const visits = ['2027-05-29', '2027-04-29', '2027-05-12'].map((one) => visit(one, OTHER));
    const ranges = [visits, [...visits].reverse()].map((usage) => {
      const { from, to } = judge(input(rolling, { usage })).reasons[0].parameters;
      return [from, to];
    });
    expect(ranges).to.deep.equal([
      ['2027-04-13', '2027-05-12'],
      ['2027-04-13', '2027-05-12'],
    ]);
  });

  it('nothing is assumed of a member who joined with this visa number', () => {
    const terms: Terms = { allowances: [{ days: 2, count: 'programme', window: 'calendar-year' }] };
    const first = { visaYearStart: date('2027-05-01'), memberSince: date('2027-05-01') };
    const verdict = judge(held(terms, first, { usageFrom: date('2027-05-01') }));
    expect(verdict.assumed).to.deep.equal([]);
  });
});
