import { type JudgeInput, judge, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { codes, type Row, rows } from './rows.js';
import { asked, date, HOST, held, input, NOW, OTHER, visit } from './support.js';

const offline: Terms = {
  offline: {
    homeAgeHours: { lower: 24, upper: 72 },
    freePerHomeAndDay: { lower: 2, upper: 4 },
  },
};
const silent = (hours: number | null, changes: Partial<JudgeInput> = {}) =>
  input(offline, {
    freshness: {
      homeHeartbeatAgeSeconds: hours === null ? null : hours * 3600,
      knownUpTo: NOW - 60,
      olderSpaces: 2,
    },
    ...changes,
  });
const freeToday = (freeFromHome: number, changes: Partial<JudgeInput> = {}) =>
  silent(1, { today: { total: 9, fromHome: 9, freeFromHome }, ...changes });
const grant = { k: 3, host: HOST, date: date('2027-05-12'), weight: 1 } as const;
const half: Terms = { homeShare: { percent: 50, window: 'P30D' } };
const share = (home: readonly string[], away: readonly string[]) => {
  const base = input(half, { role: 'home', usage: away.map((one) => visit(one, OTHER)) });
  return { ...base, home: { ...base.home, visitsAtHome: home.map(date) } };
};
const late: Terms = { lateEntry: { days: 2, otherwise: 'refuse' } };
const enteredFor = (terms: Terms, day: string, changes: Partial<JudgeInput> = {}) =>
  asked(terms, { date: date(day) }, changes);

const table: readonly Row[] = [
  ['the home was heard of 24 hours ago', silent(24), 'free', 'FREE_DAY'],
  ['the home was heard of 72 hours ago', silent(72), 'free', 'FREE_DAY'],
  [
    'the home was heard of 73 hours ago',
    silent(73),
    'paid',
    'OFFLINE_HOME_SILENT',
    'terms/offline/home-age',
  ],
  ['the home was never heard of', silent(null), 'paid', 'OFFLINE_HOME_SILENT'],
  [
    'a grant of a silent home is enough',
    silent(null, { grant, homeAnswer: 'granted' }),
    'free',
    'FREE_DAY',
  ],
  [
    'JUDGE-8: the home itself has no offline limits',
    silent(null, { role: 'home' }),
    'free',
    'FREE_DAY',
  ],
  ['the wallet has no offline limits', silent(null, { role: 'wallet' }), 'free', 'FREE_DAY'],
  ['three free visits of this home today', freeToday(3), 'free', 'FREE_DAY'],
  [
    'four free visits of this home today',
    freeToday(4),
    'paid',
    'OFFLINE_TOO_MANY',
    'terms/offline/free-per-home',
  ],
  ['four, and a grant', freeToday(4, { grant, homeAnswer: 'granted' }), 'free', 'FREE_DAY'],
  [
    'JUDGE-7: a visa that asks, without a grant',
    held({}, { ask: true }, { homeAnswer: 'unreachable' }),
    'paid',
    'GRANT_NEEDED',
    'visa/ask',
  ],
  [
    'a visa that asks, with a grant',
    held({}, { ask: true }, { grant, homeAnswer: 'granted' }),
    'free',
    'FREE_DAY',
  ],
  ['a printed visa always asks', held({}, { static: true }), 'paid', 'GRANT_NEEDED'],
  [
    'a grant for another date',
    held({}, { ask: true }, { grant: { ...grant, date: date('2027-05-13') } }),
    'paid',
    'GRANT_NEEDED',
  ],
  [
    'a grant for another host',
    held({}, { ask: true }, { grant: { ...grant, host: OTHER } }),
    'paid',
    'GRANT_NEEDED',
  ],
  [
    'a grant for half a day',
    held({}, { ask: true }, { grant: { ...grant, weight: 0.5 } }),
    'paid',
    'GRANT_NEEDED',
  ],
  ['the home refused', input({}, { homeAnswer: 'refused' }), 'paid', 'HOME_REFUSED', 'home/answer'],
  [
    'a grant does not hide what the host itself knows',
    input(
      { allowances: [{ days: 1, count: 'host', window: 'visa-year' }] },
      { grant, homeAnswer: 'granted', usage: [visit('2027-02-01')] },
    ),
    'paid',
    'ALLOWANCE_HOST_USED',
  ],
  [
    'half of the visits at home',
    share(['2027-05-03', '2027-05-04'], ['2027-05-05']),
    'free',
    'FREE_DAY',
  ],
  [
    'less than half of them',
    share(['2027-05-03', '2027-05-04'], ['2027-05-05', '2027-05-06']),
    'paid',
    'HOME_SHARE_LOW',
    'terms/home-share',
  ],
  ['visits at home that are too old', share(['2027-04-12'], []), 'paid', 'HOME_SHARE_LOW'],
  ['a visit entered late needs a grant', enteredFor(late, '2027-05-10'), 'paid', 'GRANT_NEEDED'],
  [
    'a visit entered late with a grant',
    enteredFor(late, '2027-05-10', { grant: { ...grant, date: date('2027-05-10') } }),
    'free',
    'FREE_DAY',
  ],
  [
    'a visit entered too late',
    enteredFor(late, '2027-05-09'),
    'refuse',
    'LATE_ENTRY_TOO_OLD',
    'terms/late-entry',
  ],
  [
    'without a rule no visit is entered late',
    enteredFor({}, '2027-05-11'),
    'paid',
    'LATE_ENTRY_TOO_OLD',
  ],
];

describe('consent of the home, and deciding without it', () => {
  rows(table);

  it('between the limits there is a warning', () => {
    expect([
      codes(judge(silent(25))),
      codes(judge(freeToday(1))),
      codes(judge(freeToday(2))),
    ]).to.deep.equal([
      ['FREE_DAY', 'OFFLINE_HOME_AGEING'],
      ['FREE_DAY'],
      ['FREE_DAY', 'OFFLINE_MANY'],
    ]);
  });

  it('the verdict says whether a grant is wanted, needed, or no use', () => {
    const used: Terms = { allowances: [{ days: 0, count: 'host', window: 'visa-year' }] };
    expect([
      judge(input({})).askGrant,
      judge(input({}, { grant, homeAnswer: 'granted' })).askGrant,
      judge(held({}, { ask: true })).askGrant,
      judge(silent(null)).askGrant,
      judge(input(used)).askGrant,
      judge(held({}, { ask: true }, { role: 'wallet' })).askGrant,
      judge(input({}, { role: 'home' })).askGrant,
      judge(input({}, { homeAnswer: 'refused' })).askGrant,
    ]).to.deep.equal(['wanted', 'no', 'needed', 'needed', 'no', 'needed', 'no', 'no']);
  });

  it('a host assumes the share of visits at home; a grant answers for it', () => {
    expect([
      judge(input(half)).assumed,
      judge(input(half, { grant, homeAnswer: 'granted' })).assumed,
    ]).to.deep.equal([[{ code: 'KNOWN_TO_HOME', rule: 'terms/home-share' }], []]);
  });
});

describe('how sure a verdict is', () => {
  const across: Terms = { allowances: [{ days: 5, count: 'programme', window: 'visa-year' }] };
  const here: Terms = { allowances: [{ days: 5, count: 'host', window: 'visa-year' }] };
  const level = (one: JudgeInput) => judge(one).sureness.level;

  it('limits per host are exact from the host’s own log', () => {
    expect([
      level(input(here, { homeAnswer: 'unreachable' })),
      level(input(across, { homeAnswer: 'unreachable' })),
      level(input(across)),
      level(input(across, { grant, homeAnswer: 'granted' })),
      level(input(across, { role: 'home' })),
      level(input(here, { role: 'wallet' })),
    ]).to.deep.equal(['exact', 'home-unreachable', 'known-up-to', 'exact', 'exact', 'known-up-to']);
  });

  it('it says up to when usage is known, and of how many spaces less is', () => {
    expect(judge({ ...silent(1), terms: across }).sureness).to.deep.equal({
      level: 'known-up-to',
      knownUpTo: NOW - 60,
      olderSpaces: 2,
    });
  });

  it('a wallet that plans beyond its visa assumes that it is renewed', () => {
    const verdict = judge(asked(here, { date: date('2027-07-01') }, { role: 'wallet' }));
    expect(verdict.assumed).to.deep.equal([{ code: 'VISA_RENEWED', rule: 'visa/expires' }]);
  });
});

describe("the host's own choice", () => {
  const local = { spaceRefused: null, visaRefused: null, full: false };
  const base = input({});
  const used = input(
    {},
    { usage: [visit('2027-05-12')], local: { ...local, visaRefused: 'see me' } },
  );
  rows([
    [
      'a space that the host refuses',
      input({}, { local: { ...local, spaceRefused: 'unpaid bills' } }),
      'refuse',
      'SPACE_REFUSED',
      'host/list/space',
    ],
    [
      'a space that the offer refuses',
      {
        ...base,
        host: {
          ...base.host,
          offer: { refuses: [{ space: base.home.space, reason: 'they refuse us' }] },
        },
      },
      'refuse',
      'SPACE_REFUSED',
    ],
    [
      'a visa that the host refuses',
      input({}, { local: { ...local, visaRefused: 'noise' } }),
      'refuse',
      'VISA_REFUSED',
      'host/list/visa',
    ],
    ['JUDGE-1: a refusal holds on the same day too', used, 'refuse', 'VISA_REFUSED'],
    [
      'a host that takes nobody',
      { ...base, host: { ...base.host, open: false } },
      'refuse',
      'HOST_NOT_TAKING',
      'host/open',
    ],
    ['an expired visa', held({}, { expiresAt: NOW }), 'refuse', 'VISA_EXPIRED', 'visa/expires'],
  ]);

  it('JUDGE-5: of several reasons the one that refuses decides, and the others follow', () => {
    const terms: Terms = {
      allowances: [{ days: 0, count: 'host', window: 'visa-year' }],
      eligible: { plans: { only: ['gold'] }, otherwise: 'refuse' },
      blackout: { days: [{ weekday: 3 }] },
    };
    expect(codes(judge(input(terms)))).to.deep.equal([
      'PLAN_NOT_ELIGIBLE',
      'BLACKOUT',
      'ALLOWANCE_HOST_USED',
    ]);
  });
});
