import { expect } from 'chai';
import { NO_FORK } from '../../dist/invariants/no-fork.js';
import type { Play } from '../../dist/play/play.js';
import { begun, saidOf } from './support/played.js';

describe('No fork is ever proven against a space that neither lies nor was copied', () => {
  it('holds where no proof is held', async () => {
    expect(await saidOf(await begun(), NO_FORK)).to.deep.equal([]);
  });

  it('is broken by a proof that anybody holds', async () => {
    const play = await begun();
    await accuse(play);
    expect(await saidOf(play, NO_FORK)).to.deep.equal([
      'space-0 holds a proof that space-2/0 forked after 3 entries',
    ]);
  });

  it('says nothing of a liar, and of one that was cloned', async () => {
    const lying = await begun({ lie: 'fork' });
    await accuse(lying);
    expect(await saidOf(lying, NO_FORK)).to.deep.equal([]);
    const cloned = await begun();
    cloned.doubled.add(2);
    await accuse(cloned);
    expect(await saidOf(cloned, NO_FORK)).to.deep.equal([]);
  });
});

async function accuse(play: Play): Promise<void> {
  const fork = { space: play.space(2).id, incarnation: 0, common: 3, proof: new Uint8Array(4) };
  const strays = { drop: [], add: [] };
  await play.space(0).disk.store.freezeLog({ fork, head: null, dropped: [], strays });
}
