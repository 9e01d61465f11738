/** What owners do when their consoles tell them to. */

import { expect } from 'chai';
import { differences } from '../../dist/play/convergence.js';
import { careForNodes } from '../../dist/play/owners-care.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, visit, visitsOf } from '../invariants/support/played.js';

const LIE: StoryEvent = { at: 0, kind: 'lie', space: 2 };
const CUT: StoryEvent = { at: 0, kind: 'wall', these: [1], those: [0], oneWay: false };
const BACKUP: StoryEvent = { at: 0, kind: 'backup', space: 1 };
const RESTORE: StoryEvent = { at: 0, kind: 'restore', space: 1, oldHead: false };
const HEAL: StoryEvent = { at: 0, kind: 'heal' };
const DAY = 86_400;

describe('An owner', () => {
  it('goes on with the recovery key where nobody has given the rest for three days', async () => {
    const play = await begun({ lie: 'alter', syncSeconds: 3600 });
    await happened(play, LIE, CUT, BACKUP, visit(0, 1, { asks: false }), RESTORE, HEAL);
    await happened(play, visit(0, 1, { asks: false }));
    const { engine } = play.space(1);
    expect((await engine.status()).mode).to.equal('recovering');
    expect(visitsOf(play).map(({ visit: { index } }) => index)).to.deep.equal([4, null]);
    expect(await careForNodes(play)).to.equal(0);
    await play.world.pass(3 * DAY);
    expect(await careForNodes(play)).to.equal(1);
    expect([...play.recovered]).to.deep.equal([1]);
    await play.world.pass(DAY);
    const { mode, incarnation, pendingVisits } = await play.space(1).engine.status();
    expect([mode, incarnation, pendingVisits]).to.deep.equal(['ready', 1, 0]);
    expect(await differences(play)).to.deep.equal([]);
    expect(await careForNodes(play)).to.equal(0);
  });
});
