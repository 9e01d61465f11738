/** The wallet's verdict from an overview: that of the home on the same data. */

import {
  type JudgeInput,
  judge,
  judgePlan,
  type Terms,
  type WalletOverview,
  type WalletPlan,
  walletInput,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { judgeInput, ordinaryInput } from '../terms/arbitraries.js';
import { HOME, HOST, input, NOW, OTHER, visit } from '../terms/support.js';
import { claimsOf, day, daysOf, OTHER_PROGRAMME, overviewOf } from './overviews.js';

const TERMS: Terms = { allowances: [{ days: 3, count: 'host', window: 'visa-year' }] };
const TWO_IN_ALL: Terms = { allowances: [{ days: 2, count: 'programme', window: 'visa-year' }] };
const NOTHING: Terms = {
  allowances: [{ days: 0, count: 'host', window: 'visa-year', after: { kind: 'refuse' } }],
};

const PLAN: WalletPlan = {
  ...{ host: HOST, venue: 'main', date: day('2027-05-12') },
  ...{ instant: NOW, halfDay: false, notice: null },
};
const CLAIMS = claimsOf(input(TERMS));

function verdictOf(overview: WalletOverview, changes: Partial<WalletPlan> = {}) {
  return judgePlan(overview, CLAIMS, { ...PLAN, ...changes })?.verdict ?? null;
}

/** Whether a member told the host of the visit is the one thing that a wallet cannot know. */
function withoutNotice<T extends { readonly notice?: unknown }>(rules: T): Omit<T, 'notice'> {
  const { notice: _unknown, ...others } = rules;
  return others;
}

/** What a home judges by, where a member with a phone comes alone, on a date of these days. */
const homeInput = fc.oneof(ordinaryInput, judgeInput).map((wild): JudgeInput => {
  const { visa, request, homeAtHost, host, home } = wild;
  return {
    ...wild,
    role: 'home',
    presentation: 'open',
    instant: NOW,
    visa: {
      ...visa,
      ...{ plan: 'full', static: false, visaYearStart: day('2027-01-01') },
      expiresAt: NOW + 20 * 86_400,
    },
    terms: withoutNotice(wild.terms),
    home: {
      ...{ ...home, offer: withoutNotice(home.offer ?? {}) },
      ...{ prices: null, visitsAtHome: null },
    },
    host: { ...host, offer: host.offer && withoutNotice(host.offer), open: true },
    usageFrom: day('2027-01-01'),
    homeAtHost: homeAtHost ?? [],
    today: null,
    grant: null,
    homeAnswer: 'not-asked',
    local: { spaceRefused: null, visaRefused: null, full: false },
    request: {
      ...{ at: null, date: request.date ?? PLAN.date, halfDay: request.halfDay },
      ...{ stayMinutes: null, notice: null, party: { adults: 1, children: 0 } },
    },
  };
});

describe('The verdict of a wallet', () => {
  it('is that of the home, whatever the terms, offers, visits and dates', () => {
    fc.assert(
      fc.property(homeInput, (home) => {
        const overview = overviewOf(home);
        const [programme] = overview.programmes;
        if (programme === undefined) throw new RangeError('programmes: expected one, got none');
        const { halfDay, date } = home.request;
        const plan = { ...PLAN, halfDay, date: date ?? PLAN.date };
        const found = walletInput(overview, claimsOf(home), programme, plan);
        expect(found?.role).to.equal('wallet');
        const [ours, theirs] = [judge(found ?? home), judge(home)];
        for (const what of ['outcome', 'kind', 'weight', 'date', 'decidedBy'] as const) {
          expect(ours[what]).to.equal(theirs[what]);
        }
        for (const what of ['left', 'pays', 'follows'] as const) {
          expect(ours[what]).to.deep.equal(theirs[what]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('counts the free days used there', () => {
    const usage = [visit('2027-05-03'), visit('2027-05-04')];
    const verdict = verdictOf(overviewOf(input(TERMS, { usage })));
    expect(verdict?.left.perHost).to.deep.equal({ before: 1, after: 0 });
  });

  it('JUDGE-10: counts visits of another programme at this host alone, and for this host alone', () => {
    const there = [visit('2027-05-03', HOST), visit('2027-05-04', OTHER)];
    const days = daysOf(there, OTHER_PROGRAMME);
    const both: Terms = {
      allowances: [...(TERMS.allowances ?? []), ...(TWO_IN_ALL.allowances ?? [])],
    };
    const left = verdictOf(overviewOf(input(both), { days }))?.left;
    expect(left?.perHost).to.deep.equal({ before: 2, after: 1 });
    expect(left?.perProgramme).to.deep.equal({ before: 2, after: 1 });
  });

  it('counts a free day for which a host has a grant, but not that of the very day', () => {
    const granted = [
      { host: OTHER, date: PLAN.date, weight: 1 as const },
      { host: HOST, date: PLAN.date, weight: 1 as const },
    ];
    const verdict = verdictOf(overviewOf(input(TWO_IN_ALL), { granted }));
    expect(verdict).to.include({ outcome: 'free', sameDay: false });
    expect(verdict?.left.perProgramme).to.deep.equal({ before: 1, after: 0 });
  });

  it('says up to when the home knew of visits', () => {
    const overview = overviewOf(input(TERMS), { usageKnownUpTo: NOW - 7200, olderSpaces: 1 });
    const sureness = verdictOf(overview, { instant: NOW + 86_400 })?.sureness;
    const expected = { level: 'known-up-to', knownUpTo: NOW - 7200, olderSpaces: 1 };
    expect(sureness).to.deep.equal(expected);
  });

  it('is by the terms that serve the member best', () => {
    const overview = overviewOf(input(NOTHING));
    const better = overview.programmes.map((one) => {
      return { ...one, id: OTHER_PROGRAMME, terms: TERMS };
    });
    const both = { ...overview, programmes: [...overview.programmes, ...better] };
    const verdict = judgePlan(both, CLAIMS, PLAN);
    expect(verdict?.programme.id).to.equal(OTHER_PROGRAMME);
    expect(verdict?.verdict.outcome).to.equal('free');
  });

  it('is none where host, venue or shared programme are missing', () => {
    const overview = overviewOf(input(TERMS));
    expect(verdictOf({ ...overview, directory: [] })).to.equal(null);
    expect(verdictOf(overview, { venue: 'annex' })).to.equal(null);
    const elsewhere = overview.programmes.map((one) => ({ ...one, spaces: [HOME] }));
    expect(verdictOf({ ...overview, programmes: elsewhere })).to.equal(null);
  });
});
