/** What of a frontier is told where members have made more logs than a message holds. */

import { encodeSync, type FrontierLine, logKeyOf, parseSync, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { Exchange } from '../../dist/engine/gossip/exchange.js';
import { toldFrontier, toldLines } from '../../dist/engine/gossip/told-frontier.js';
import { filler, Network } from './support/network.js';
import { found } from './support/people.js';
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
    expect(fresh.length).to.be.greaterThan(0);
  });

  it('goes into a message beside what is wanted', () => {
    const frontier = toldLines(linesOf(13_000), seededRandom('a'));
    const wants = linesOf(2_000).map(({ space, incarnation, size: from }) => {
      return { space, incarnation, from, to: from };
    });
    const body = encodeSync({ sync: 1, digests: [], frontier, wants });
    expect(parseSync(body).header.frontier?.length).to.equal(12_000);
  });

  it('that is told in part has given to the peer what it wants of it', async () => {
    const network = new Network('told frontier');
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const programme = await found(network, [melbourne, shanghai]);
    await network.syncAll();
    const given: string[] = [];
    shanghai.script = async (_path, body) => {
      const { frontier, ranges = [] } = parseSync(body).header;
      given.push(ranges.map(({ from, count }) => `${count} from ${from}`).join());
      const wants = [{ space: melbourne.id, incarnation: 0, from: 0 }];
      const digests = [{ programme, digest: filler(7) }];
      // It asks when it is told what it believes to be the whole of it.
      const isWhole = frontier !== undefined && given.length > 2;
      return encodeSync({ sync: 1, digests, ...(isWhole && { wants }) });
    };
    const { wholeFrontier } = Exchange.prototype;
    Exchange.prototype.wholeFrontier = () => ({ frontier: [] });
    try {
      await melbourne.engine.gossip.syncNow(shanghai.id);
    } finally {
      Exchange.prototype.wholeFrontier = wholeFrontier;
    }
    const { logSize } = await melbourne.engine.status();
    expect(given).to.include(`${logSize} from 0`);
  });
});
