import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { BREAKAGES } from '../../dist/breakages/index.js';
import { PatchedTree } from '../../dist/breakages/patched-tree.js';
import type { run } from '../../dist/play/run.js';
import { shrink } from '../../dist/shrink/shrink.js';
import type { Story, StoryEvent } from '../../dist/story/story.js';

const DAY = 86_400;

function visit(at: number, member: number, host: number): StoryEvent {
  const how = { asks: false, bound: false, halfDay: false, age: 0, pause: 0 };
  return { at, kind: 'visit', member, host, ...how };
}

/** One free day at each host: member 0 comes back to space 1 on another day. */
const STORY: Story = {
  seed: 'one day too many',
  begins: '2026-11-02T06:00:00Z',
  syncSeconds: 3600,
  spaces: ['ada', 'bea', 'cai'].map((name) => ({
    ...{ name, isPublic: true, diskDelay: 0, lie: null },
  })),
  programmes: [
    {
      terms: {
        allowances: [{ days: 1, count: 'host', window: 'visa-year' }],
        after: { kind: 'regular' },
        halfDays: { allowed: true },
        staticVisas: 'allowed',
      },
      founders: [0, 1, 2],
      others: [],
    },
  ],
  members: [{ home: 0 }, { home: 1 }],
  events: [
    visit(600, 1, 2),
    { at: 800, kind: 'profile', space: 2 },
    visit(1000, 0, 1),
    visit(2000, 0, 2),
    { at: 3000, kind: 'stop', space: 2, down: 60 },
    visit(DAY + 1000, 0, 1),
  ],
  seconds: DAY + 2000,
};

describe('A story that shows a breakage', function () {
  this.timeout(120_000);
  let tree: PatchedTree;
  let play: typeof run;

  before(async () => {
    const breakage = BREAKAGES.find(({ name }) => name === 'limit-off-by-one');
    if (!breakage) throw new RangeError('breakages: expected limit-off-by-one');
    tree = new PatchedTree(breakage);
    ({ run: play } = await import(pathToFileURL(tree.module('play/run.js')).href));
  });
  after(() => tree.remove());

  it('is shrunk to what shows it', async () => {
    const fails = async (story: Story): Promise<boolean> =>
      (await play(story)).violations.some(({ invariant }) => invariant === 'free-days');
    const { spaces, members, events } = await shrink(STORY, fails, { tries: 25, costs: 100 });
    expect(events).to.deep.equal([visit(1000, 0, 1), visit(DAY + 1000, 0, 1)]);
    expect(members).to.deep.equal([{ home: 0 }]);
    expect(spaces.map(({ name }) => name)).to.deep.equal(['ada', 'bea']);
  });
});
