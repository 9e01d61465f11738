/** What of a frontier is told where members have made more logs than a message holds. */

import { encodeSync, type FrontierLine, logKeyOf, parseSync, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { toldFrontier, toldLines } from '../../dist/engine/gossip/told-frontier.js';
import { filler } from './support/network.js';
import { seededRandom } from './support/ports.js';

/** So many lines, as long as any are. */
function linesOf(count: number): readonly FrontierLine[] {
  const space = spaceId.parse(filler(255));
  return Array.from({ length: count }, (_, i) => ({
    ...{ space, incarnation: 4_294_967_295 - i, size: 1_099_511_627_776, root: filler(254) },
    ...{ day: 99_999, common: 1_099_511_627_776 },
  }));
}

describe('A frontier', () => {
  it('is told whole where a message holds it', () => {
    const lines = linesOf(12_000);
    expect(toldFrontier(lines, seededRandom('a'))).to.deep.equal({ frontier: lines, full: true });
  });

  it('of more is told in part, other lines each time, and never said to be whole', () => {
    const lines = linesOf(12_100);
    const [one, other] = ['a', 'b'].map((seed) => toldFrontier(lines, seededRandom(seed)));
    expect(one).to.have.all.keys('frontier');
    const names = new Set(one?.frontier?.map(logKeyOf));
    expect(names.size).to.equal(12_000);
    const fresh = other?.frontier?.filter((line) => !names.has(logKeyOf(line))) ?? [];
    expect(fresh.length).to.equal(99);
  });

  it('goes into a message beside what is wanted', () => {
    const frontier = toldLines(linesOf(13_000), seededRandom('a'));
    const wants = linesOf(2_000).map(({ space, incarnation, size: from }) => {
      return { space, incarnation, from, to: from };
    });
    const body = encodeSync({ sync: 1, digests: [], frontier, wants });
    expect(parseSync(body).header.frontier?.length).to.equal(12_000);
  });
});
