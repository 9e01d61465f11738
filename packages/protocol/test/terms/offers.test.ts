import { judge, type Offer, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { type Row, rows } from './rows.js';
import { date, HOME, HOST, input, OTHER, offered, visit } from './support.js';

const three: Terms = { allowances: [{ days: 3, count: 'host', window: 'visa-year' }] };
const ten: Offer = { allowances: [{ days: 10, count: 'host', window: 'visa-year' }] };
const one: Offer = { allowances: [{ days: 1, count: 'host', window: 'visa-year' }] };
const mayChoose: Terms = { ...three, hostDecides: ['allowances'] };
const capped: Terms = {
  allowances: [
    { days: 3, count: 'host', window: 'visa-year' },
    { days: 4, count: 'programme', window: 'visa-year' },
  ],
};
const usage = [visit('2027-02-01'), visit('2027-02-02'), visit('2027-02-03')];
const may = [visit('2027-05-01'), visit('2027-05-02')];
const twoAMonth = { allowances: [{ days: 2, count: 'host', window: 'calendar-month' }] } as const;
const withHome: Offer = { agreements: [{ space: HOME, ...twoAMonth }] };
const withHost: Offer = { agreements: [{ space: HOST, ...twoAMonth }] };
const near = { km: 20_000 };
const lapsed: Offer = {
  agreements: [{ space: HOME, until: date('2027-05-11'), waive: ['distance'] }],
};

const table: readonly Row[] = [
  [
    'an offer may give more',
    offered(three, ten, null, { usage }),
    'free',
    'FREE_DAY',
    'offer/allowance/host',
  ],
  [
    'an offer cannot give less',
    offered(three, one, null, { usage: usage.slice(0, 2) }),
    'free',
    'FREE_DAY',
    'terms/allowance/host',
  ],
  [
    'unless the terms leave it to the host',
    offered(mayChoose, one, null, { usage: usage.slice(0, 2) }),
    'paid',
    'ALLOWANCE_HOST_USED',
    'offer/allowance/host',
  ],
  [
    'where the offer is silent the terms hold',
    offered(mayChoose, {}, null, { usage }),
    'paid',
    'ALLOWANCE_HOST_USED',
    'terms/allowance/host',
  ],
  [
    'more days here do not lift the limit of the programme',
    offered(capped, ten, null, { usage: [...usage, visit('2027-03-01', OTHER)] }),
    'paid',
    'ALLOWANCE_PROGRAMME_USED',
    'terms/allowance/programme',
  ],
  [
    'a requirement that the terms do not know binds nobody',
    offered({}, { distance: near }),
    'free',
    'FREE_DAY',
  ],
  [
    'unless the terms leave it to the host',
    offered({ hostDecides: ['distance'] }, { distance: near }),
    'paid',
    'TOO_NEAR',
    'offer/distance',
  ],
  [
    'a milder requirement is enough',
    offered({ distance: near }, { distance: { km: 100 } }),
    'free',
    'FREE_DAY',
  ],
  [
    'a host may waive a requirement',
    offered({ distance: near }, { waive: ['distance'] }),
    'free',
    'FREE_DAY',
  ],
  [
    'or waive it for one space',
    offered({ distance: near }, { agreements: [{ space: HOME, waive: ['distance'] }] }),
    'free',
    'FREE_DAY',
  ],
  [
    'which does nothing for another',
    offered({ distance: near }, { agreements: [{ space: OTHER, waive: ['distance'] }] }),
    'paid',
    'TOO_NEAR',
  ],
  ['an agreement that has ended', offered({ distance: near }, lapsed), 'paid', 'TOO_NEAR'],
  [
    'two days a month that both spaces agreed on: the third is paid',
    offered(three, withHome, withHost, { usage: may }),
    'paid',
    'ALLOWANCE_HOST_USED',
    'agreement/allowance/host',
  ],
  [
    'they stand in place of the terms: free when three are used',
    offered(three, withHome, withHost, { usage }),
    'free',
    'FREE_DAY',
    'agreement/allowance/host',
  ],
  [
    'said by the host alone an agreement only adds',
    offered(three, withHome, null, { usage: may }),
    'free',
    'FREE_DAY',
  ],
  [
    'TERMS-5: said in other words by the home it only adds too',
    offered(three, withHome, { agreements: [{ space: HOST }] }, { usage: may }),
    'free',
    'FREE_DAY',
  ],
];

const forFull: Terms = {
  allowances: [{ days: 2, count: 'programme', window: 'P30D', plans: { except: ['full'] } }],
};
const oneForFull: Offer = {
  allowances: [{ days: 1, count: 'host', window: 'visa-year', plans: { only: ['full'] } }],
};

describe('terms and offers', () => {
  rows(table);

  rows([
    ['a plan that the terms give nothing', offered(forFull, {}), 'paid', 'PLAN_WITHOUT_ALLOWANCE'],
    [
      'an offer may give it a day',
      offered(forFull, oneForFull),
      'free',
      'FREE_DAY',
      'offer/allowance/host',
    ],
    [
      'and no more than that',
      offered(forFull, oneForFull, null, { usage: usage.slice(0, 1) }),
      'paid',
      'ALLOWANCE_HOST_USED',
      'offer/allowance/host',
    ],
  ]);

  it('the more generous of what follows the allowance holds', () => {
    const terms: Terms = {
      allowances: [{ days: 0, count: 'host', window: 'visa-year' }],
      after: { kind: 'discount', percent: 20 },
    };
    const pays = (offer: Offer) => judge(offered(terms, offer)).pays;
    expect([
      pays({ after: { kind: 'discount', percent: 30 } }).kind,
      pays({ after: { kind: 'refuse' } }),
    ]).to.deep.equal([
      'discount',
      {
        kind: 'discount',
        percent: 20,
        rate: { amount: 2500, currency: 'EUR' },
        discounted: { amount: 2000, currency: 'EUR' },
        note: null,
      },
    ]);
  });
});

describe('reciprocity', () => {
  const min: Terms = { ...three, reciprocity: 'min' };
  const minimal: Terms = { ...mayChoose, reciprocity: 'min' };
  const class100: Offer = { after: { kind: 'discount', percent: 99 } };
  const class50: Offer = { after: { kind: 'discount', percent: 50 } };
  const none: Terms = {
    allowances: [{ days: 0, count: 'host', window: 'visa-year' }],
    reciprocity: 'min',
  };

  rows([
    [
      'host: what the home offers does not matter',
      offered(mayChoose, ten, one, { usage }),
      'free',
      'FREE_DAY',
    ],
    [
      'min: the home offers less',
      offered(minimal, ten, one, { usage }),
      'paid',
      'ALLOWANCE_HOST_USED',
      'home-offer/allowance/host',
    ],
    [
      'min: the host offers less',
      offered(minimal, one, ten, { usage }),
      'paid',
      'ALLOWANCE_HOST_USED',
      'offer/allowance/host',
    ],
    ['min: both offer more', offered(min, ten, ten, { usage }), 'free', 'FREE_DAY'],
    [
      'min: one of them offers more',
      offered(min, ten, null, { usage }),
      'paid',
      'ALLOWANCE_HOST_USED',
      'terms/allowance/host',
    ],
  ]);

  it('min: of two classes the lesser one is given', () => {
    const percent = (host: Offer, home: Offer) => {
      const { pays } = judge(offered(none, host, home));
      return pays.kind === 'discount' ? pays.percent : pays.kind;
    };
    expect([
      percent(class100, class50),
      percent(class50, class100),
      percent(class100, class100),
      percent(class100, {}),
    ]).to.deep.equal([50, 50, 99, 'regular']);
  });

  it('the blackout dates of the home are not those of the host', () => {
    const terms: Terms = { reciprocity: 'min', hostDecides: ['blackout'] };
    const verdict = judge(offered(terms, null, { blackout: { days: [{ weekday: 3 }] } }));
    expect(verdict.outcome).to.equal('free');
  });

  it('a roster number is passed through', () => {
    expect(judge(input(three)).roster).to.equal(4);
  });
});
