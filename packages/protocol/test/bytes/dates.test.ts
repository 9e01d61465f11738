import {
  addDays,
  dateOfDay,
  dayOfDate,
  daysBetween,
  lastYear,
  localDate,
  localTime,
  nextYear,
  parseCalendarDate,
  utcDate,
  venueClock,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';
import { TEST_DATE, TEST_INSTANT } from '../support/fixed.js';

const instantOf = (text: string) => Date.parse(text) / 1000;

describe('calendar dates', () => {
  it('count days since 1970', () => {
    expect(dayOfDate(parseCalendarDate('2000-01-01'))).to.equal(10_957);
    expect(dayOfDate(TEST_DATE)).to.equal(20_585);
    expect(dateOfDay(20_585)).to.equal('2026-05-12');
    expect(dateOfDay(376_199)).to.equal('2999-12-31');
  });

  it('are given back by day and by text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_957, max: 376_199 }), (day) => {
        expect(dayOfDate(parseCalendarDate(dateOfDay(day)))).to.equal(day);
      }),
    );
  });

  it('refuse days that the calendar does not have, and other writings', () => {
    const texts = ['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10'];
    texts.push('2026-01-00', '1999-12-31', '3000-01-01', '2026-5-12', '2026-05-12 ', '20260512');
    texts.push('2026-05-12T00:00:00Z', '+002026-05-12', '2026-05-12\n', '');
    for (const text of texts) {
      expect(
        codeOf(() => parseCalendarDate(text)),
        text,
      ).to.equal('SHAPE_INVALID');
    }
    expect(parseCalendarDate('2028-02-29')).to.equal('2028-02-29');
    for (const day of [10_956, 376_200, 20_585.5, Number.NaN]) {
      expect(
        codeOf(() => dateOfDay(day)),
        String(day),
      ).to.equal('SHAPE_INVALID');
    }
  });

  it('move by days, and are as far apart as they moved', () => {
    expect(addDays(TEST_DATE, 20)).to.equal('2026-06-01');
    expect(addDays(TEST_DATE, -12)).to.equal('2026-04-30');
    expect(daysBetween(TEST_DATE, parseCalendarDate('2027-05-12'))).to.equal(365);
    expect(daysBetween(TEST_DATE, parseCalendarDate('2026-05-11'))).to.equal(-1);
  });

  it('come again next year; 1 March follows on 29 February', () => {
    expect(nextYear(TEST_DATE)).to.equal('2027-05-12');
    expect(nextYear(parseCalendarDate('2028-02-29'))).to.equal('2029-03-01');
    expect(codeOf(() => nextYear(parseCalendarDate('2999-01-01')))).to.equal('SHAPE_INVALID');
    expect(lastYear(parseCalendarDate('2027-05-12'))).to.equal(TEST_DATE);
    expect(lastYear(parseCalendarDate('2028-02-29'))).to.equal('2027-02-28');
    expect(codeOf(() => lastYear(parseCalendarDate('2000-12-31')))).to.equal('SHAPE_INVALID');
  });

  it('change in UTC at midnight', () => {
    expect(utcDate(TEST_INSTANT)).to.equal('2026-05-12');
    expect(utcDate(instantOf('2026-05-12T23:59:59Z'))).to.equal('2026-05-12');
    expect(utcDate(instantOf('2026-05-13T00:00:00Z'))).to.equal('2026-05-13');
  });

  it('are the place’s: one instant, three dates', () => {
    const instant = instantOf('2026-05-12T11:30:00Z');
    expect(localDate(instant, 'Pacific/Kiritimati')).to.equal('2026-05-13');
    expect(localDate(instant, 'Australia/Melbourne')).to.equal('2026-05-12');
    expect(localDate(instant, 'Pacific/Pago_Pago')).to.equal('2026-05-12');
    expect(localDate(instant - 3600, 'Pacific/Pago_Pago')).to.equal('2026-05-11');
  });

  it('end at the day boundary of the place', () => {
    // 02:59 and 03:00 on 13 May in Shanghai.
    const before = instantOf('2026-05-12T18:59:59Z');
    expect(localDate(before, 'Asia/Shanghai', 180)).to.equal('2026-05-12');
    expect(localDate(before + 1, 'Asia/Shanghai', 180)).to.equal('2026-05-13');
    expect(localDate(before, 'Asia/Shanghai')).to.equal('2026-05-13');
  });

  it('follow the wall clock when it is put back in the night', () => {
    // Berlin, 25 October 2026: 02:30 comes twice, before and after 01:00 UTC.
    expect(localTime(instantOf('2026-10-25T00:30:00Z'), 'Europe/Berlin')).to.deep.equal({
      date: '2026-10-25',
      minutes: 150,
    });
    expect(localDate(instantOf('2026-10-25T00:30:00Z'), 'Europe/Berlin', 180)).to.equal(
      '2026-10-24',
    );
    expect(localDate(instantOf('2026-10-25T01:30:00Z'), 'Europe/Berlin', 180)).to.equal(
      '2026-10-24',
    );
    expect(localDate(instantOf('2026-10-25T02:00:00Z'), 'Europe/Berlin', 180)).to.equal(
      '2026-10-25',
    );
  });

  it('show midnight as minute 0', () => {
    expect(localTime(instantOf('2026-05-12T00:00:00Z'), 'UTC')).to.deep.equal({
      date: '2026-05-12',
      minutes: 0,
    });
  });

  it('are of the instant and the zone that are asked for, whichever were before', () => {
    const [noon, later] = [instantOf('2026-05-12T12:00:00Z'), instantOf('2026-05-12T12:01:00Z')];
    const minutes = (instant: number, zone: string) => localTime(instant, zone).minutes;
    expect(minutes(noon, 'UTC')).to.equal(720);
    expect(minutes(noon, 'Europe/Berlin')).to.equal(840);
    expect(minutes(later, 'UTC')).to.equal(721);
    expect(minutes(noon, 'UTC')).to.equal(720);
    expect(minutes(later, 'Europe/Berlin')).to.equal(841);
  });

  it('refuse a time zone that does not exist', () => {
    expect(codeOf(() => localTime(TEST_INSTANT, 'Atlantis/Poseidonis'))).to.equal('SHAPE_INVALID');
  });

  it('JUDGE-9: of a venue in a time zone that is not known here are those of UTC', () => {
    const instant = instantOf('2026-05-12T01:30:00Z');
    expect(venueClock(instant, 'Atlantis/Poseidonis')).to.deep.equal({
      date: '2026-05-12',
      minutes: 90,
      isZoneKnown: false,
    });
    expect(venueClock(instant, 'Asia/Shanghai').isZoneKnown).to.equal(true);
    expect(localDate(instant, 'Atlantis/Poseidonis')).to.equal('2026-05-12');
    expect(localDate(instant, 'Atlantis/Poseidonis', 180)).to.equal('2026-05-11');
  });
});
