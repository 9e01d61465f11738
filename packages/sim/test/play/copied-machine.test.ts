/** Two machines with one secret, of which both run for a while. */

import { expect } from 'chai';
import { happen } from '../../dist/play/events.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import type { SimSpace } from '../../dist/world/sim-space.js';
import { begun, happened } from '../invariants/support/played.js';

const COPIED: StoryEvent = { at: 0, kind: 'clone', space: 0, hours: 6, writes: true };
const CHANGED: StoryEvent = { at: 0, kind: 'profile', space: 0 };

describe('A copied machine', () => {
  it('that was told of the other writes nothing', async () => {
    const play = await begun();
    const [both, copy] = await copied(play);
    await happened(play, CHANGED);
    await play.wait(both);
    expect(copy.isRunning).to.equal(false);
    expect(play.ledger.violations).to.deep.equal([]);
  });

  it('is found out where it writes all the same', async () => {
    const play = await begun();
    const [both, copy] = await copied(play);
    copy.engine.status = async () => ({ mode: 'ready' }) as never;
    copy.engine.changeProfile = async () => null as never;
    await happened(play, CHANGED, CHANGED);
    await play.wait(both);
    expect(play.ledger.violations.map(({ invariant, text }) => [invariant, text])).to.deep.equal([
      ['no-fork', 'space-0-copy writes, though it was told of the other'],
    ]);
  });

  it('may write where nobody has anything to tell it', async () => {
    const play = await begun();
    const [both, copy] = await copied(play);
    copy.engine.changeProfile = async () => null as never;
    await play.wait(both);
    expect(play.ledger.violations).to.deep.equal([]);
  });
});

/** While both run. */
async function copied(play: Play): Promise<readonly [Promise<void>, SimSpace]> {
  const both = happen(play, COPIED);
  await play.world.pass(60);
  const copy = play.clones.get(0);
  if (!copy) throw new RangeError('clones: expected one');
  return [both, copy];
}
