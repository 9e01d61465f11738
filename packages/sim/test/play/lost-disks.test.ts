/** What is gone with a disk: what no other node had heard of. */

import { expect } from 'chai';
import { ACKNOWLEDGED } from '../../dist/invariants/acknowledged.js';
import { FREE_DAYS } from '../../dist/invariants/free-days.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, saidOf, visit, visitsOf } from '../invariants/support/played.js';

const VISIT = visit(0, 1, { asks: false });
const HEAL: StoryEvent = { at: 0, kind: 'heal' };

describe('A visit of a disk that an older one has replaced', () => {
  it('stands where somebody had heard of it, who gives it back', async () => {
    const play = await begun();
    await happened(play, backup(1), VISIT, restore(1));
    expect(states(play)).to.deep.equal(['stands']);
    expect(await play.space(1).disk.store.visit(visitsOf(play)[0]?.visit.id ?? '')).to.equal(null);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([]);
    await play.space(1).disk.store.dropLogs([{ space: play.space(1).id, incarnation: 0 }]);
    expect(await saidOf(play, ACKNOWLEDGED)).to.have.length(1);
  });

  it('is lost where nobody had', async () => {
    const play = await begun();
    await happened(play, backup(1), wall([1], [0, 2]), VISIT, restore(1), HEAL);
    expect(states(play)).to.deep.equal(['lost-with-disk']);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([]);
  });

  it('is lost with the disk of the only one who had, before it could give it back', async () => {
    const play = await begun();
    await happened(play, backup(1), backup(2), wall([0], [1, 2]), VISIT);
    await happened(play, wall([1], [2]), restore(1));
    expect(states(play)).to.deep.equal(['stands']);
    await happened(play, restore(2), HEAL);
    expect(states(play)).to.deep.equal(['lost-with-disk']);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([]);
  });

  it('is one day together with what its desk is told of it again', async () => {
    const allowances = [{ days: 1, count: 'host', window: 'visa-year' }] as const;
    const play = await begun({ terms: { allowances } });
    await happened(play, backup(1), VISIT, restore(1), VISIT);
    expect(visitsOf(play).map(({ visit: { kind, seal } }) => [kind, seal === ''])).to.deep.equal([
      ['free', false],
      ['free', true],
    ]);
    expect(states(play)).to.deep.equal(['stands', 'stands']);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([]);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([]);
  });
});

function backup(space: number): StoryEvent {
  return { at: 0, kind: 'backup', space };
}

function restore(space: number): StoryEvent {
  return { at: 0, kind: 'restore', space, oldHead: false };
}

function wall(these: readonly number[], those: readonly number[]): StoryEvent {
  return { at: 0, kind: 'wall', these, those, oneWay: false };
}

function states(play: Play): readonly string[] {
  return visitsOf(play).map(({ state }) => state);
}
