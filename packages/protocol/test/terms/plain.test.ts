import {
  DEFAULT_TERMS,
  describeOffer,
  describeTerms,
  ENGLISH,
  explainFor,
  formatMoney,
  judge,
  REASON_CODES,
  sentence,
  type Text,
} from '@covisa/protocol';
import { expect } from 'chai';
import { asked, date, HOME, held, input, OTHER, visit } from './support.js';

describe('terms in plain English', () => {
  it('the default terms', () => {
    expect(describeTerms(DEFAULT_TERMS)).to.deep.equal([
      '3 free days at each space in the visa year.',
      '10 free days for all members of one home space together at each space in the calendar month.',
      'After the free days: the regular rate.',
      'For the named member only. Others who come along pay.',
      'Printed visas are accepted, with the consent of the home space.',
      'A printed visa is shown with a photo ID.',
      'Without the consent of the home space: free while it was heard of in the last 168 hours, with a warning after 24; then the regular rate.',
      'Without the consent of the home space: at most 6 free visits of its members a day, with a warning from 3 on; then the regular rate.',
      "The host's terms hold.",
      'Free days that were given in excess while nodes were out of reach are the courtesy of the host.',
      'A forgotten visit can be entered up to 2 days later; free only with the consent of the home space. A visit can be corrected within 24 hours.',
      'A booked visit that nobody turned up for counts.',
      'Changed terms hold 30 days after notice.',
      'Contact data are used for marketing by the home space only.',
      'Each space may decide for itself, even more strictly: distance, notice, hours, days without free visits, places, who may come along, half days.',
    ]);
  });

  it('rules that are less common', () => {
    expect(
      describeTerms({
        allowances: [
          {
            days: 22,
            count: 'programme',
            window: 'P30D',
            unit: 'visits',
            plans: { only: ['full'] },
            after: { kind: 'refuse', note: 'please transfer' },
          },
        ],
        consecutive: { days: 5, pause: 2 },
        eligible: { membership: 'P6M', price: [{ amount: 9950, currency: 'EUR' }] },
        distance: { km: 40 },
        notice: { kind: 'booking', hours: 24, lapsesAfterHours: 72, otherwise: 'refuse' },
        hours: { windows: [{ name: 'mornings', weekdays: [1, 5], from: 480, to: 780 }] },
        blackout: {
          days: [
            { date: date('2027-05-12'), until: date('2027-05-14'), name: 'fair' },
            { yearly: '12-24', yearlyUntil: '01-02' },
            { weekday: 1, nth: -1, month: 5 },
            { easter: -2 },
          ],
        },
        capacity: { perDay: 1, spaceAllowing: true },
        halfDays: { allowed: true },
        dayBoundary: 180,
        reciprocity: 'min',
        homeShare: { percent: 50, window: 'P1M' },
      }),
    ).to.deep.equal([
      '22 free visits in the whole programme within 30 days for the plans "full", then no further visits (please transfer).',
      'At most 5 free days in a row at each space; 2 days without a visit end a row. Otherwise the visit costs the regular rate.',
      'The member has been one for at least 6 months. Otherwise the visit costs the regular rate.',
      'The plan costs at least EUR 99.50 a month. Otherwise the visit costs the regular rate.',
      'The home space is at least 40 km away (great circle). Otherwise the visit costs the regular rate.',
      'A booking is needed 24 hours before arrival. A request that is not answered lapses after 72 hours. Otherwise the visit is not accepted.',
      'A visit begins in these hours: mornings, 08:00 to 13:00 on Mondays, Fridays. Otherwise the visit costs the regular rate.',
      'No free days on: 2027-05-12 to 2027-05-14 (fair); every 24 December to 2 January; the last of the Mondays of May; 2 days before Easter Sunday. Otherwise the visit costs the regular rate.',
      'At most 1 visiting member a day. Otherwise the visit costs the regular rate.',
      'Only when there is room. Otherwise the visit costs the regular rate.',
      'A stay of at most 50 % of the opening hours counts half a day.',
      'A day begins at 03:00.',
      "The host gives what it offers or what the member's home offers, whichever is less.",
      'At least 50 % of all visits are at home within 1 month. Otherwise the visit costs the regular rate.',
    ]);
  });

  it('an offer with an agreement, waivers, plans and refusals', () => {
    expect(
      describeOffer({
        waive: ['distance'],
        agreements: [
          {
            space: HOME,
            until: date('2027-12-31'),
            allowances: [{ days: 2, count: 'host', window: 'calendar-month' }],
          },
        ],
        plans: { Unlimited: 'full' },
        refuses: [{ space: OTHER, reason: 'They refuse ours.' }],
      }),
    ).to.deep.equal([
      'Waived: distance.',
      `With ${HOME} until 2027-12-31: 2 free days at each space in the calendar month.`,
      'The plan "Unlimited" here is "full" in the programme.',
      `Members of ${OTHER} are not accepted: They refuse ours.`,
    ]);
  });
});

function textOf(text: Text): string {
  return typeof text === 'string' ? text : text.other;
}

describe('a verdict in plain English', () => {
  const verdict = (used: number) =>
    judge(
      input(DEFAULT_TERMS, {
        usage: ['2027-02-01', '2027-02-02', '2027-02-03'].slice(0, used).map((one) => visit(one)),
      }),
    );

  it('one line for the desk', () => {
    expect([0, 2, 3].map((used) => sentence(verdict(used)))).to.deep.equal([
      'Free. Free days left after this one: 2; then the regular rate, EUR 25.',
      'Free. Free days left after this one: 0; then the regular rate, EUR 25.',
      'Paid. The free days here are used up: 3 of 3 in the visa year. To pay: the regular rate, EUR 25.',
    ]);
  });

  it('a refusal has its reason', () => {
    const local = { spaceRefused: null, visaRefused: 'Please speak to Ana.', full: false };
    expect(sentence(judge(input({}, { local })))).to.equal(
      'Not accepted. This space does not take this member: Please speak to Ana.',
    );
  });

  it('an unnamed day leaves no gap', () => {
    const terms = { blackout: { days: [{ weekday: 3 }] } } as const;
    expect(sentence(judge(input(terms)))).to.equal(
      'Paid. There are no free days on 2027-05-12. To pay: the regular rate, EUR 25.',
    );
  });

  it('a discount and a half day', () => {
    const terms = {
      allowances: [{ days: 1, count: 'host', window: 'visa-year' }],
      after: { kind: 'discount', percent: 50 },
      halfDays: { allowed: true },
    } as const;
    expect(sentence(judge(asked(terms, { halfDay: true })))).to.equal(
      'Free. It counts as a half day. Free days left after this one: 0.5; then 50 % off the regular rate: EUR 12.50 instead of EUR 25.',
    );
  });

  it('the whole story for the desk', () => {
    const printed = held(
      DEFAULT_TERMS,
      { static: true },
      { homeAnswer: 'unreachable', presentation: 'static' },
    );
    expect(explainFor('desk', judge(printed))).to.deep.equal([
      'Paid. A free day on this visa needs the consent of the home space. To pay: the regular rate, EUR 25.',
      'The consent of the home space is needed for a free day.',
      'Free days left here: 3 (before this visit: 3).',
      'Free days left here for all members of that space: 10 (before this visit: 10).',
      'The count is exact.',
      'Please look at a photo ID.',
    ]);
  });

  it('the owner also reads which rule each reason comes from', () => {
    expect(explainFor('owner', verdict(3)).slice(-1)).to.deep.equal([
      'ALLOWANCE_HOST_USED (terms/allowance/host)',
    ]);
  });

  it('up to when visits are known', () => {
    const terms = { allowances: [{ days: 5, count: 'programme', window: 'visa-year' }] } as const;
    const far = input(terms, {
      homeAnswer: 'unreachable',
      freshness: { homeHeartbeatAgeSeconds: 600, knownUpTo: 1_810_028_520, olderSpaces: 2 },
    });
    expect(explainFor('member', judge(far)).slice(-2)).to.deep.equal([
      'The home space is out of reach; visits are known up to 2027-05-11 09:42 UTC.',
      'Spaces whose latest visits may be missing here: 2.',
    ]);
  });

  it('another language is another catalogue', () => {
    const phrases = { ...ENGLISH.phrases, free: 'Frei.', freeLeft: 'Noch {left} Tage frei.' };
    expect(sentence(verdict(0), { ...ENGLISH, phrases })).to.equal('Frei. Noch 2 Tage frei.');
  });

  it('every reason code has a sentence, in capitals and underscores', () => {
    const plain = REASON_CODES.filter(
      (code) => /^[A-Z]+(_[A-Z]+)*$/.test(code) && /[.}]$/.test(textOf(ENGLISH.reasons[code])),
    );
    expect([plain.length, REASON_CODES.length]).to.deep.equal([42, 42]);
  });

  it('money in the minor units of its currency', () => {
    expect([
      formatMoney({ amount: 2500, currency: 'EUR' }),
      formatMoney({ amount: 2505, currency: 'EUR' }),
      formatMoney({ amount: 3000, currency: 'JPY' }),
      formatMoney({ amount: 1500, currency: 'KWD' }),
    ]).to.deep.equal(['EUR 25', 'EUR 25.05', 'JPY 3000', 'KWD 1.500']);
  });
});
