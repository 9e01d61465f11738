import { calendarDate, parseEntry } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from '../support/errors.js';

describe('Shapes of dates', () => {
  it('take every date of the calendar, and no other', () => {
    expect(calendarDate.parse('2028-02-29')).to.equal('2028-02-29');
    for (const text of ['2027-02-29', '2027-02-30', '2027-09-31', '2027-13-01', '1999-12-31']) {
      expect(
        codeOf(() => calendarDate.parse(text)),
        text,
      ).to.equal('SHAPE_INVALID');
    }
  });

  it('LOG-2: an entry with a date that no calendar has is read as unknown', () => {
    const bytes = new TextEncoder().encode('{"type":"closing","date":"2027-02-30"}');
    expect(parseEntry(bytes)).to.deep.equal({ type: 'unknown', named: 'closing' });
  });
});
