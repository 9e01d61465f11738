import { expect } from 'chai';
import { INVARIANTS } from '../../dist/invariants/index.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, visit } from './support/played.js';

describe('What the invariants draw', () => {
  it('is drawn by other streams in each chapter, so that each rest asks others', async () => {
    const play = await begun();
    // As if two rests came before the end.
    (play.story as { rests?: readonly number[] }).rests = [1, 2];
    await happened(play, visit(0, 1), visit(0, 2), visit(2, 2));
    const [first, second] = [await drawnIn(play), await drawnIn(play)];
    expect(first).to.include.members(['equal-state/0', 'liars/0', 'looks/0', 'outsiders/0']);
    expect(second).to.include.members(['equal-state/1', 'liars/1', 'looks/1', 'outsiders/1']);
    const presentations = `presentations of ${play.programme(0)}`;
    expect([first, second].map((labels, at) => labels.includes(`${presentations}/${at}`))).to.eql([
      true,
      true,
    ]);
    expect(first.filter((label) => second.includes(label))).to.deep.equal([]);
  });
});

/** The names of the streams that are drawn from in a chapter, which then ends. */
async function drawnIn(play: Play): Promise<readonly string[]> {
  const { chance } = play.world;
  const child = chance.child.bind(chance);
  const labels: string[] = [];
  chance.child = (label) => {
    labels.push(label);
    return child(label);
  };
  for (const watch of INVARIANTS.map((one) => one.watch(play))) {
    await watch.look?.();
    await watch.conclude?.();
  }
  chance.child = child;
  await play.turn();
  return labels;
}
