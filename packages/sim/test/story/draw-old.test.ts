/** Stories that live to see entries forgotten. */

import { expect } from 'chai';
import type { Play } from '../../dist/play/play.js';
import { run } from '../../dist/play/run.js';
import { draw } from '../../dist/story/draw.js';
import { optionsOf } from '../../dist/story/draw-options.js';

const DAY = 86_400;

describe('An old story', () => {
  it('follows from its seed, and is asked for by its name', () => {
    expect(draw('7', { old: true })).to.deep.equal(draw('7', { old: true }));
    expect(draw('7', { old: true, visits: 3 })).to.deep.equal(draw('7', { old: true }));
    expect(optionsOf({ old: true })).to.deep.equal(['--old']);
  });

  it('is that of some seeds of the smallest worlds, where nothing else is asked', () => {
    const seeds = Array.from({ length: 60 }, (_, at) => String(at));
    const isOld = (seed: string, visits?: number) => {
      const options = visits === undefined ? { spacesMax: 3 } : { spacesMax: 3, visits };
      return draw(seed, options).rests !== undefined;
    };
    expect(seeds.filter((seed) => isOld(seed)).length).to.be.within(1, 15);
    expect(seeds.filter((seed) => isOld(seed, 10))).to.deep.equal([]);
  });

  it('has most of its visits at one host, and the last ones after 400 days', () => {
    const { events, rests, seconds } = draw('7', { old: true });
    const visits = events.flatMap((one) => (one.kind === 'visit' ? [one] : []));
    const early = visits.filter(({ at }) => at < 10 * DAY);
    expect(early).to.have.length(440);
    expect(early.every(({ host }) => host === 0)).to.equal(true);
    expect(visits.filter(({ at }) => at > 402 * DAY)).to.have.length(40);
    expect(rests).to.deep.equal([10 * DAY, 402 * DAY - DAY / 2]);
    expect(seconds).to.equal(422 * DAY);
    const times = events.map(({ at }) => at);
    expect(times).to.deep.equal([...times].sort((one, other) => one - other));
  });

  it('ends with logs of which nodes have forgotten what is old', async function () {
    this.timeout(180_000);
    let last: Play | null = null;
    const { violations } = await run(draw('1', { old: true }), undefined, (play) => {
      last = play;
    });
    expect(violations).to.deep.equal([]);
    expect(await forgottenIn(last)).to.include.members(['space-0: 256', 'space-1: 256']);
  });
});

/** How much of the busy host's log each node has forgotten. */
async function forgottenIn(play: Play | null): Promise<readonly string[]> {
  const spaces = play?.spaces ?? [];
  const heads = await Promise.all(spaces.map(({ disk }) => disk.store.heads()));
  return spaces.map(({ name }, at) => {
    const head = heads[at]?.find(({ space }) => space === spaces[0]?.id);
    return `${name}: ${head?.pruned ?? 0}`;
  });
}
