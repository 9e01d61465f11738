/** Opening hours by the venue's own clock. */

import { expect } from 'chai';
import { openState, type Span, weekRows } from '../../dist/listings/hours.js';

const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 4, day, hour, minute) / 1000;
/** Monday 2026-05-11 to Sunday 2026-05-17. */
const week = (spansOn: (weekday: number) => Span[]) => {
  return { timeZone: 'UTC', hours: [1, 2, 3, 4, 5, 6, 7].map(spansOn) };
};
const OFFICE = week((day) => (day > 5 ? [] : [{ from: 540, to: 1080 }]));
const BAR = week((day) => (day < 5 ? [] : [{ from: 1200, to: 1560 }]));

describe('Opening hours', () => {
  it('say until when it is open', () => {
    expect(openState(OFFICE, at(12, 9))).to.deep.equal({ kind: 'open', untilMinutes: 1080 });
    expect(openState(OFFICE, at(12, 17, 59))).to.deep.equal({ kind: 'open', untilMinutes: 1080 });
  });

  it('say when it opens next: today, tomorrow, after the weekend', () => {
    const opens = { kind: 'opens', atMinutes: 540 };
    expect(openState(OFFICE, at(12, 8))).to.deep.equal({ ...opens, inDays: 0, weekday: 2 });
    expect(openState(OFFICE, at(12, 18))).to.deep.equal({ ...opens, inDays: 1, weekday: 3 });
    expect(openState(OFFICE, at(15, 18))).to.deep.equal({ ...opens, inDays: 3, weekday: 1 });
  });

  it('hold on past midnight, and on Monday morning too', () => {
    expect(openState(BAR, at(16, 1))).to.deep.equal({ kind: 'open', untilMinutes: 120 });
    expect(openState(BAR, at(18, 1))).to.deep.equal({ kind: 'open', untilMinutes: 120 });
    expect(openState(BAR, at(18, 2))).to.include({ kind: 'opens', inDays: 4, weekday: 5 });
  });

  it('that meet at midnight are one', () => {
    const twoDays = week((day) => {
      if (day === 1) return [{ from: 600, to: 1440 }];
      return day === 2 ? [{ from: 0, to: 720 }] : [];
    });
    expect(openState(twoDays, at(11, 20))).to.deep.equal({ kind: 'open', untilMinutes: 720 });
    const always = week(() => [{ from: 0, to: 1440 }]);
    expect(openState(always, at(12, 3))).to.deep.equal({ kind: 'always' });
  });

  it('are those of the venue’s time zone', () => {
    const melbourne = { ...OFFICE, timeZone: 'Australia/Melbourne' };
    expect(openState(melbourne, at(12, 6))).to.deep.equal({ kind: 'open', untilMinutes: 1080 });
    expect(openState(melbourne, at(12, 9)).kind).to.equal('opens');
  });

  it('may be missing, or be none at all', () => {
    expect(openState({ timeZone: 'UTC' }, at(12, 9))).to.deep.equal({ kind: 'unknown' });
    expect(
      openState(
        week(() => []),
        at(12, 9),
      ),
    ).to.deep.equal({ kind: 'closed' });
  });

  it('of days in a row that are alike stand together', () => {
    expect(weekRows(OFFICE)).to.deep.equal([
      { from: 1, to: 5, spans: [{ from: 540, to: 1080 }] },
      { from: 6, to: 7, spans: [] },
    ]);
    expect(weekRows({})).to.equal(null);
  });
});
