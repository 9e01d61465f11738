/** The form of rules: there and back, and what rules do to sample visits. */

import { DEFAULT_TERMS, type Offer, parseOffer, parseTerms } from '@covisa/protocol';
import { expect } from 'chai';
import { applyRules } from '../../dist/console/rules/apply-rules.js';
import { type RulesDraft, rulesDraft, wrongRules } from '../../dist/console/rules/rules-draft.js';
import { judgeSamples, type SampleRules } from '../../dist/console/rules/samples.js';

const EMPTY = rulesDraft({});
const offerOf = (offer: Offer, change: Partial<RulesDraft>): Offer =>
  parseOffer(applyRules(offer, offer, { ...rulesDraft(offer), ...change }));

describe('The form of rules', () => {
  it('changes nothing that nobody touched', () => {
    const same = applyRules(DEFAULT_TERMS, DEFAULT_TERMS, rulesDraft(DEFAULT_TERMS));
    expect(parseTerms(same)).to.deep.equal(DEFAULT_TERMS);
  });

  it('keeps the rules that it does not show', () => {
    const offer: Offer = {
      allowances: [{ days: 1, count: 'host', window: 'P1M', plans: { only: ['part'] } }],
      blackout: { days: [{ name: 'Easter', easter: 1 }, { weekday: 6 }], otherwise: 'refuse' },
      party: { children: 2 },
      after: { kind: 'perk', perk: 'coffee' },
      plans: { gold: 'full' },
    };
    expect(offerOf(offer, { weekdaysOff: [7], freeDays: '2' })).to.deep.equal({
      ...offer,
      allowances: [
        { days: 2, count: 'host', window: 'visa-year' },
        { days: 1, count: 'host', window: 'P1M', plans: { only: ['part'] } },
      ],
      blackout: { days: [{ name: 'Easter', easter: 1 }, { weekday: 7 }], otherwise: 'refuse' },
    });
  });

  it('takes a rule away when its field is emptied', () => {
    const offer: Offer = { distance: { km: 50 }, photoId: 'always', halfDays: { allowed: true } };
    const changed = offerOf(offer, { distanceKm: '', photoId: '', halfDays: false });
    expect(changed).to.deep.equal({});
  });

  it('says what the usual rules say', () => {
    expect(
      offerOf(
        {},
        {
          freeDays: '2,5',
          window: 'calendar-month',
          after: 'discount',
          percent: '50',
          membershipMonths: '3',
          notice: 'message',
          noticeHours: '24',
          openingOnly: true,
          datesOff: '2026-12-24, 2026-12-31',
          perDay: '4',
          companions: '1',
          included: 'desk, coffee',
        },
      ),
    ).to.deep.equal({
      allowances: [{ days: 2.5, count: 'host', window: 'calendar-month' }],
      after: { kind: 'discount', percent: 50 },
      eligible: { membership: 'P3M' },
      notice: { kind: 'message', hours: 24 },
      hours: { opening: true },
      blackout: { days: [{ date: '2026-12-24' }, { date: '2026-12-31' }] },
      capacity: { perDay: 4 },
      party: { companions: 1 },
      amenities: { included: ['desk', 'coffee'], excluded: [] },
    });
  });

  it('names each field that cannot be read', () => {
    const wrong = {
      ...EMPTY,
      freeDays: '2.3',
      after: 'discount',
      percent: '100',
      consecutive: '0',
      datesOff: '2026-02-30',
    };
    expect(wrongRules(wrong)).to.deep.equal(['freeDays', 'percent', 'consecutive', 'datesOff']);
    expect(wrongRules(EMPTY)).to.deep.equal([]);
  });
});

describe('Sample visits', () => {
  const rules: SampleRules = {
    terms: DEFAULT_TERMS,
    offer: null,
    venue: { timeZone: 'Europe/Berlin', latitude: 52.5, longitude: 13.4 },
    rate: { amount: 2500, currency: 'EUR' },
    now: 1_795_000_000,
  };
  const outcomes = (change: Partial<SampleRules>) =>
    Object.fromEntries(
      judgeSamples({ ...rules, ...change }).map(({ name, verdict }) => [name, verdict.outcome]),
    );

  it('are judged by the usual terms as at a desk', () => {
    expect(outcomes({})).to.deep.equal({
      first: 'free',
      afterFree: 'paid',
      weekend: 'free',
      newMember: 'free',
      near: 'free',
      card: 'free',
      companion: 'free',
    });
  });

  it('follow the offer: closed at the weekend, not for neighbours', () => {
    const offer: Offer = {
      blackout: { days: [{ weekday: 6 }], otherwise: 'refuse' },
      distance: { km: 50, otherwise: 'pay' },
    };
    expect(outcomes({ offer })).to.deep.include({
      first: 'free',
      weekend: 'refuse',
      near: 'paid',
    });
  });

  it('come when the venue is open, and say when it is not', () => {
    const day = [{ from: 540, to: 1080 }];
    const late = [{ from: 720, to: 1200 }];
    const venue = { ...rules.venue, hours: [late, day, day, day, day, [], []] };
    const samples = judgeSamples({ ...rules, venue });
    expect(samples.map(({ name, weekday, isClosed }) => [name, weekday, isClosed])).to.deep.include(
      ['first', 2, false],
    );
    expect(samples.filter(({ isClosed }) => isClosed).map(({ name }) => name)).to.deep.equal([
      'weekend',
    ]);
    expect(judgeSamples(rules).some(({ isClosed }) => isClosed)).to.equal(false);
  });

  it('tell a card that the home has agreed to, and a companion who pays', () => {
    const terms = parseTerms({ ...DEFAULT_TERMS, staticVisas: 'pay' });
    expect(outcomes({ terms })).to.deep.include({ card: 'paid' });
    const companion = judgeSamples(rules).find(({ name }) => name === 'companion');
    expect(companion?.verdict.reasons.map(({ code }) => code)).to.include('COMPANIONS_PAY');
  });

  it('use up exactly the days that the rules give', () => {
    const [first, afterFree] = judgeSamples({
      ...rules,
      terms: parseTerms({ allowances: [{ days: 1, count: 'host', window: 'visa-year' }] }),
    });
    expect(first?.verdict.left.perHost).to.deep.equal({ before: 1, after: 0 });
    expect(afterFree?.verdict.outcome).to.equal('paid');
  });
});
