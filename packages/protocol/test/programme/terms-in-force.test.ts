import {
  parseCalendarDate,
  type Terms,
  type TermsPeriods,
  termsOn,
  termsPeriods,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';

const DAY = 86_400;
/** 2026-05-12T00:00:00Z. */
const START = 1_778_544_000;

/** Terms with so many free days and so many days of notice. */
function terms(days: number, notice?: number): Terms {
  const allowances = [{ days, count: 'host', window: 'visa-year' }] as const;
  return notice === undefined
    ? { allowances }
    : { allowances, changes: { termsNoticeDays: notice } };
}

/** A roster that writes new terms, so many days after the start. */
function change(version: number, day: number, changed: Terms) {
  return { version, termsVersion: version, terms: changed, time: START + day * DAY };
}

function daysOn(periods: TermsPeriods, date: string): number | undefined {
  return termsOn(periods, parseCalendarDate(date)).terms.allowances?.[0]?.days;
}

describe('the terms of a date', () => {
  const first = { terms: terms(3, 30) };

  it('PROG-8: are the earlier ones until the notice is over, and the changed ones from then on', () => {
    const periods = termsPeriods(first, [change(1, 0, terms(1, 30))]);
    expect(periods.map((one) => one.from)).to.deep.equal([null, '2026-06-11']);
    expect(daysOn(periods, '2026-05-12')).to.equal(3);
    expect(daysOn(periods, '2026-06-10')).to.equal(3);
    expect(daysOn(periods, '2026-06-11')).to.equal(1);
    expect(termsOn(periods, parseCalendarDate('2026-06-11')).roster).to.equal(1);
  });

  it('PROG-8: change on the roster’s own date where the terms ask for no notice', () => {
    const periods = termsPeriods({ terms: terms(3) }, [change(1, 2, terms(1))]);
    expect(daysOn(periods, '2026-05-13')).to.equal(3);
    expect(daysOn(periods, '2026-05-14')).to.equal(1);
  });

  it('PROG-8: a notice that was shortened just before does not hold yet', () => {
    const periods = termsPeriods(first, [change(1, 0, terms(3, 0)), change(2, 1, terms(1, 0))]);
    expect(daysOn(periods, '2026-05-14')).to.equal(3);
    expect(daysOn(periods, '2026-06-11')).to.equal(3);
    expect(daysOn(periods, '2026-06-12')).to.equal(1);
  });

  it('PROG-8: a change that was taken back before it held never holds', () => {
    const short = [change(1, 0, terms(1, 30)), change(2, 0, terms(3, 30))];
    expect(termsPeriods(first, short).map((one) => one.roster)).to.deep.equal([0, 2]);
    const later = [change(1, 0, terms(1, 30)), change(2, 5, terms(2, 30))];
    const periods = termsPeriods(first, later);
    expect(daysOn(periods, '2026-06-15')).to.equal(1);
    expect(daysOn(periods, '2026-06-16')).to.equal(2);
  });

  it('PROG-8: are those of roster 0 from the beginning on, not from its date on', () => {
    const periods = termsPeriods(first, [change(0, 0, first.terms), change(1, 5, terms(1, 30))]);
    expect(periods.map((one) => one.from)).to.deep.equal([null, '2026-06-16']);
  });

  it('rosters that leave the terms alone change nothing', () => {
    const seats = { version: 1, termsVersion: 0, terms: terms(3, 30), time: START };
    expect(termsPeriods(first, [seats])).to.have.length(1);
  });

  it('come to a date whatever a roster’s time says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (time) => {
        const changed = { version: 1, termsVersion: 1, terms: terms(1), time };
        const periods = termsPeriods(first, [changed]);
        expect(termsOn(periods, parseCalendarDate('2999-12-31')).roster).to.be.within(0, 1);
      }),
    );
  });
});
