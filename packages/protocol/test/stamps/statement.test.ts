import {
  type CalendarDate,
  foldStatement,
  type SpaceId,
  type StatementEntry,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { MELBOURNE, SHANGHAI, SYDNEY } from '../support/visas.js';
import { dateAfter, makeStamp } from './stamp-samples.js';

const RANGE = { from: dateAfter(0), to: dateAfter(9) };

function stamp(
  space: SpaceId,
  home: SpaceId,
  index: number,
  day: number,
  kind: 'free' | 'paid' | 'courtesy' = 'free',
  weight: 1 | 0.5 = 1,
): StatementEntry {
  const { entry } = makeStamp({
    host: space,
    k: 0,
    day,
    proof: null,
    entry: { home, kind, weight },
  });
  return { space, incarnation: 0, index, entry };
}

function voidOf(space: SpaceId, at: number, index: number, date: CalendarDate): StatementEntry {
  return { space, incarnation: 0, index: at, entry: { type: 'void', index, date } };
}

const ENTRIES: readonly StatementEntry[] = [
  stamp(SHANGHAI, MELBOURNE, 1, 0),
  stamp(SHANGHAI, MELBOURNE, 2, 1, 'free', 0.5),
  stamp(SHANGHAI, MELBOURNE, 3, 2, 'paid'),
  stamp(SHANGHAI, MELBOURNE, 4, 10),
  stamp(SHANGHAI, SYDNEY, 5, 0),
  stamp(SHANGHAI, MELBOURNE, 6, 3),
  voidOf(SHANGHAI, 7, 6, dateAfter(5)),
  stamp(SHANGHAI, MELBOURNE, 8, 3, 'courtesy'),
  voidOf(SHANGHAI, 9, 8, dateAfter(6)),
  voidOf(SHANGHAI, 0, 1, dateAfter(0)),
  stamp(MELBOURNE, SHANGHAI, 6, 9),
  stamp(MELBOURNE, SHANGHAI, 7, -1),
];

const NONE = { visits: 0, days: 0 };

describe('statements', () => {
  it('STMT-1: counts what was given and received by kind, within the dates, less what was voided in time', () => {
    const { given, received } = foldStatement(ENTRIES, {
      ours: SHANGHAI,
      theirs: MELBOURNE,
      ...RANGE,
    });
    expect(given).to.deep.equal({
      free: { visits: 2, days: 1.5 },
      paid: { visits: 1, days: 1 },
      courtesy: { visits: 1, days: 1 },
    });
    expect(received).to.deep.equal({ free: { visits: 1, days: 1 }, paid: NONE, courtesy: NONE });
  });

  it('STAMP-16: counts what a void names from too far on, or behind a stamp of four days later', () => {
    const voided = (...between: readonly StatementEntry[]) => {
      const at = (between.at(-1)?.index ?? 1) + 1;
      const all = [stamp(SHANGHAI, MELBOURNE, 1, 0), ...between];
      const { given } = foldStatement([...all, voidOf(SHANGHAI, at, 1, dateAfter(0))], {
        ours: SHANGHAI,
        theirs: MELBOURNE,
        ...RANGE,
      });
      return given.free.visits === 0;
    };
    expect(voided()).to.equal(true);
    expect(voided(stamp(SHANGHAI, SYDNEY, 2, 3))).to.equal(true);
    expect(voided(stamp(SHANGHAI, SYDNEY, 2, 4))).to.equal(false);
    expect(voided(stamp(SHANGHAI, SYDNEY, 2, 4), stamp(SHANGHAI, SYDNEY, 3, 0))).to.equal(false);
    expect(voided(stamp(SHANGHAI, SYDNEY, 2048, 0))).to.equal(true);
    expect(voided(stamp(SHANGHAI, SYDNEY, 2049, 0))).to.equal(false);
    expect(voided(stamp(MELBOURNE, SYDNEY, 2, 4))).to.equal(true);
  });

  it('STMT-2: both sides get the same numbers, mirrored, in any order and with copies', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length }),
        fc.array(fc.constantFrom(...ENTRIES)),
        (entries, copies) => {
          const ours = foldStatement(ENTRIES, { ours: SHANGHAI, theirs: MELBOURNE, ...RANGE });
          const pair = { ours: MELBOURNE, theirs: SHANGHAI, ...RANGE };
          const theirs = foldStatement([...entries, ...copies], pair);
          expect(theirs.given).to.deep.equal(ours.received);
          expect(theirs.received).to.deep.equal(ours.given);
        },
      ),
    );
  });
});
