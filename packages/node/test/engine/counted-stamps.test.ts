/** What a desk keeps of the counts of a day between two verdicts. */

import { calendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import { MELBOURNE, SHANGHAI, SYDNEY } from '../../../protocol/dist-test/support/visas.js';
import { CountedStamps } from '../../dist/engine/desk/check/counted-stamps.js';
import { StampNews } from '../../dist/engine/log/stamp-news.js';

const DATE = calendarDate.parse('2026-05-12');
const NEXT = calendarDate.parse('2026-05-13');
const PAIR = { host: SYDNEY, home: MELBOURNE, from: DATE, to: NEXT };

/** Counts over a store whose numbers can be changed, and which notes how often it is asked. */
function counted() {
  const now = { count: 1, asked: 0, meanwhile: () => {} };
  const news = new StampNews();
  const answer = <T>(of: () => T): Promise<T> => {
    now.asked += 1;
    const value = of();
    now.meanwhile();
    return Promise.resolve(value);
  };
  const store = {
    stampCount: () => answer(() => now.count),
    stampDays: () =>
      answer(() => [{ date: DATE, kind: 'free', weight: 1, count: now.count }] as const),
  };
  return { now, news, stamps: new CountedStamps(store, news) };
}

describe('stamps that were counted', () => {
  it('are not counted again until anything comes', async () => {
    const { now, news, stamps } = counted();
    const counts = async () => [
      await stamps.stampCount(SYDNEY, DATE),
      (await stamps.stampDays(PAIR))[0]?.count,
      now.asked,
    ];
    expect(await counts()).to.deep.equal([1, 1, 2]);
    expect(await counts()).to.deep.equal([1, 1, 2]);
    now.count = 2;
    news.take([]);
    expect(await counts()).to.deep.equal([2, 2, 4]);
    now.count = 3;
    news.turn();
    expect(await counts()).to.deep.equal([3, 3, 6]);
    expect(await counts()).to.deep.equal([3, 3, 6]);
  });

  it('are those of their host, home and dates', async () => {
    const { now, stamps } = counted();
    await stamps.stampCount(SYDNEY, DATE);
    await stamps.stampCount(SYDNEY, NEXT);
    await stamps.stampCount(SHANGHAI, DATE);
    await stamps.stampDays(PAIR);
    await stamps.stampDays({ ...PAIR, host: MELBOURNE, home: SYDNEY });
    await stamps.stampDays({ ...PAIR, home: SHANGHAI });
    await stamps.stampDays({ ...PAIR, to: DATE });
    expect(now.asked).to.equal(7);
  });

  it('are not kept where something came while they were counted', async () => {
    const { now, news, stamps } = counted();
    now.meanwhile = () => {
      now.count = 2;
      news.take([]);
      now.meanwhile = () => {};
    };
    expect(await stamps.stampCount(SYDNEY, DATE)).to.equal(1);
    expect(await stamps.stampCount(SYDNEY, DATE)).to.equal(2);
  });
});
