import { judge, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { type Row, rows } from './rows.js';
import { asked, at, date, input, visit } from './support.js';

type Day = NonNullable<Terms['blackout']>['days'][number];

/** A visit on a date, planned in the wallet. */
function on(day: string, rule: Day) {
  const terms: Terms = { blackout: { days: [rule], otherwise: 'refuse' } };
  return asked(terms, { date: date(day) }, { role: 'wallet', instant: at('2027-01-01T09:00:00Z') });
}

const out = (day: string, rule: Day): Row => [
  `${day} is excepted by ${JSON.stringify(rule)}`,
  on(day, rule),
  'refuse',
  'BLACKOUT',
  'terms/blackout',
];
const fine = (day: string, rule: Day): Row => [
  `${day} is not excepted by ${JSON.stringify(rule)}`,
  on(day, rule),
  'free',
  'FREE_DAY',
];

describe('blackout dates', () => {
  rows([
    out('2027-05-12', { date: date('2027-05-12') }),
    fine('2027-05-13', { date: date('2027-05-12') }),
    out('2027-05-14', { date: date('2027-05-12'), until: date('2027-05-14') }),
    fine('2027-05-15', { date: date('2027-05-12'), until: date('2027-05-14') }),
    out('2027-12-25', { yearly: '12-25' }),
    fine('2027-12-24', { yearly: '12-25' }),
    out('2028-01-02', { yearly: '12-24', yearlyUntil: '01-02' }),
    fine('2028-01-03', { yearly: '12-24', yearlyUntil: '01-02' }),
    out('2028-02-29', { yearly: '02-29' }),
    fine('2027-03-01', { yearly: '02-29' }),
    // 14 May 2027 is a Friday.
    out('2027-05-14', { weekday: 5 }),
    fine('2027-05-13', { weekday: 5 }),
    out('2027-05-14', { weekday: 5, nth: 2 }),
    fine('2027-05-14', { weekday: 5, nth: 3 }),
    out('2027-05-28', { weekday: 5, nth: -1 }),
    fine('2027-05-21', { weekday: 5, nth: -1 }),
    out('2027-05-31', { weekday: 1, nth: -1, month: 5 }),
    fine('2027-06-28', { weekday: 1, nth: -1, month: 5 }),
    // Easter Sunday is 28 March 2027 and 16 April 2028.
    out('2027-03-26', { easter: -2 }),
    out('2028-04-17', { easter: 1 }),
    fine('2027-03-27', { easter: -2 }),
    out('2027-05-06', { easter: 39 }),
  ]);

  it('a visit on an excepted date pays the regular rate where the rule says no more', () => {
    const verdict = judge(input({ blackout: { days: [{ weekday: 3, name: 'Market day.' }] } }));
    expect([verdict.outcome, verdict.reasons[0].parameters]).to.deep.equal([
      'paid',
      { date: '2027-05-12', name: 'Market day.' },
    ]);
  });
});

describe('the date of a visit', () => {
  const late: Terms = { dayBoundary: 180 };

  it('is that of the venue, not of Greenwich', () => {
    expect(judge(input({}, { instant: at('2027-05-12T22:30:00Z') })).date).to.equal('2027-05-13');
  });

  it('begins at the day boundary', () => {
    // 02:59 and 03:00 in Berlin.
    const night = [at('2027-05-13T00:59:59Z'), at('2027-05-13T01:00:00Z')];
    expect(night.map((instant) => judge(input(late, { instant })).date)).to.deep.equal([
      '2027-05-12',
      '2027-05-13',
    ]);
  });

  it('takes the day boundary of the offer', () => {
    const base = input(late, { instant: at('2027-05-13T00:30:00Z') });
    const own = { ...base, host: { ...base.host, offer: { dayBoundary: 120 } } };
    expect(judge(own).date).to.equal('2027-05-13');
  });

  it('JUDGE-9: is UTC where the time zone is not known here, and the verdict says so', () => {
    const base = input({}, { instant: at('2027-05-12T22:30:00Z') });
    const venue = { ...base.host.venue, timeZone: 'Mars/Olympus' };
    const verdict = judge({ ...base, host: { ...base.host, venue } });
    expect([verdict.date, verdict.assumed[0]?.code]).to.deep.equal([
      '2027-05-12',
      'TIME_ZONE_UNKNOWN',
    ]);
  });

  it('JUDGE-2: a second scan on the same date is the same visit, whatever is left', () => {
    const terms: Terms = { allowances: [{ days: 1, count: 'host', window: 'visa-year' }] };
    const verdict = judge(input(terms, { usage: [visit('2027-05-12')] }));
    expect([
      verdict.sameDay,
      verdict.outcome,
      verdict.kind,
      verdict.askGrant,
      verdict.pays.kind,
      verdict.left.perHost,
    ]).to.deep.equal([true, 'free', 'free', 'no', 'nothing', { before: 0, after: 0 }]);
  });

  it('a second scan after a paid one is paid, and nothing is paid again', () => {
    const verdict = judge(input({}, { usage: [visit('2027-05-12', undefined, 'paid')] }));
    expect([verdict.sameDay, verdict.outcome, verdict.kind, verdict.pays.kind]).to.deep.equal([
      true,
      'paid',
      'paid',
      'nothing',
    ]);
  });

  it('a second scan after a courtesy is a courtesy', () => {
    const verdict = judge(input({}, { usage: [visit('2027-05-12', undefined, 'courtesy')] }));
    expect([verdict.outcome, verdict.kind]).to.deep.equal(['free', 'courtesy']);
  });
});
