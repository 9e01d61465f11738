import { expect } from 'chai';
import { foundAtOnce } from '../../dist/world/founding.js';
import type { SimSpace } from '../../dist/world/sim-space.js';
import { World } from '../../dist/world/world.js';

const TERMS = {
  allowances: [{ days: 2, count: 'host', window: 'visa-year' }],
  after: { kind: 'regular' },
} as const;

async function spacesOf(world: World, count: number): Promise<SimSpace[]> {
  const spaces: SimSpace[] = [];
  for (let one = 0; one < count; one++) spaces.push(await world.addStopped(`space-${one}`));
  return spaces;
}

async function shown({ engine }: SimSpace): Promise<readonly string[]> {
  const programmes = await engine.programmes.list();
  return programmes.map(
    ({ name, founded, rosterVersion, members, admitted, standing }) =>
      `${name}: ${founded ? 'founded' : 'not yet'}, roster ${rosterVersion}, ` +
      `${members} members, ${admitted} admitted, ${standing}`,
  );
}

describe('Programmes that are founded at once', function () {
  this.timeout(30_000);

  it('hold at each of their nodes without any of them having called another', async () => {
    const world = new World('founding');
    const spaces = await spacesOf(world, 8);
    const [a, b, c, d, e, f, g] = spaces as [
      ...[SimSpace, SimSpace, SimSpace, SimSpace, SimSpace, SimSpace, SimSpace],
      ...SimSpace[],
    ];
    await foundAtOnce(world, [
      { name: 'North', terms: TERMS, founders: [a, b], others: [c, d, e] },
      { name: 'South', terms: TERMS, founders: [e, f], others: [g] },
    ]);
    // Nothing passes: what they know they have been given.
    world.line.wall(spaces, spaces);
    await world.start();
    const north = 'North: founded, roster 0, 2 members, 3 admitted, ';
    const south = 'South: founded, roster 0, 2 members, 1 admitted, ';
    expect(await Promise.all(spaces.map(shown))).to.deep.equal([
      ...[[`${north}member`], [`${north}member`], [`${north}admitted`], [`${north}admitted`]],
      ...[[`${north}admitted`, `${south}member`], [`${south}member`], [`${south}admitted`], []],
    ]);
    const heads = spaces.map(({ disk }) => disk.store.heads());
    expect((await Promise.all(heads)).map((one) => one.length)).to.deep.equal([
      ...[5, 5, 5, 5, 7, 3, 3, 1],
    ]);
    await world.stop();
  });

  it('seat by further rosters whom the founders cannot endorse', async () => {
    const world = new World('seats');
    const spaces = await spacesOf(world, 230);
    const [founders, others] = [spaces.slice(0, 2), spaces.slice(2)];
    await foundAtOnce(world, [{ name: 'Wide', terms: TERMS, founders, others }]);
    const last = spaces.at(-1) as SimSpace;
    await last.start();
    expect(await shown(last)).to.deep.equal([
      'Wide: founded, roster 1, 202 members, 28 admitted, admitted',
    ]);
    await world.stop();
  });
});
