import { expect } from 'chai';
import {
  collect,
  date,
  degrees,
  duration,
  minorUnits,
  price,
  timeZone,
  wholeNumber,
  yesNo,
} from '../../dist/cli/arguments.js';
import { termsOf } from '../../dist/cli/terms.js';
import { codeOf } from '../support/errors.js';

const WRONG = 'commander.invalidArgument';

describe('cli/arguments', () => {
  it('reads spans of time', () => {
    expect(['90', '90s', '15m', '3h', '4d', '2w'].map(duration)).to.deep.equal([
      90, 90, 900, 10_800, 345_600, 1_209_600,
    ]);
    for (const text of ['', '-1d', '1.5h', '1y', 'd']) {
      expect(
        codeOf(() => duration(text)),
        text,
      ).to.equal(WRONG);
    }
  });

  it('reads prices into minor units of their currency', () => {
    expect([
      minorUnits('25', 'EUR'),
      minorUnits('25.00', 'EUR'),
      minorUnits('25.5', 'EUR'),
      minorUnits('2500', 'JPY'),
      minorUnits('1.234', 'KWD'),
    ]).to.deep.equal([2500, 2500, 2550, 2500, 1234]);
    expect(codeOf(() => minorUnits('25.00', 'JPY'))).to.equal(WRONG);
    for (const text of ['-1', '1,50', '1.2345', 'EUR', '']) {
      expect(
        codeOf(() => price(text)),
        text,
      ).to.equal(WRONG);
    }
  });

  it('reads degrees, dates, numbers, yes and no', () => {
    expect([degrees(90)('-37.8136'), degrees(180)('144.9631')]).to.deep.equal([-37.8136, 144.9631]);
    expect(codeOf(() => degrees(90)('90.1'))).to.equal(WRONG);
    expect(date('2028-02-29')).to.equal('2028-02-29');
    expect(codeOf(() => date('2026-02-29'))).to.equal(WRONG);
    expect(codeOf(() => date('12.5.2026'))).to.equal(WRONG);
    expect(codeOf(() => wholeNumber(0, 5)('6'))).to.equal(WRONG);
    expect([yesNo('yes'), yesNo('no')]).to.deep.equal([true, false]);
    expect(codeOf(() => yesNo('maybe'))).to.equal(WRONG);
  });

  it('takes repeated options and lists with commas alike', () => {
    expect(collect('de, en', ['fr'])).to.deep.equal(['fr', 'de', 'en']);
  });

  it('knows time zones by their IANA names', () => {
    expect(timeZone('Australia/Melbourne')).to.equal('Australia/Melbourne');
    expect(codeOf(() => timeZone('Melbourne'))).to.equal(WRONG);
  });
});

describe('cli/terms', () => {
  it('makes terms of the shorthands, over the default terms', () => {
    const terms = termsOf({ freeDaysPerHost: 2, freeDaysPerProgramme: 5 });
    expect(terms?.allowances).to.deep.equal([
      { days: 2, count: 'host', window: 'visa-year' },
      { days: 5, count: 'programme', window: 'visa-year' },
      { days: 10, count: 'home-at-host', window: 'calendar-month' },
    ]);
    expect(terms?.after).to.deep.equal({ kind: 'regular' });
  });

  it('says nothing where nothing was said', () => {
    expect(termsOf({})).to.equal(null);
  });

  it('refuses a file beside shorthands', () => {
    expect(codeOf(() => termsOf({ terms: 'terms.json', freeDaysPerHost: 2 }))).to.equal('USAGE');
  });
});
