import { expect } from 'chai';
import { REVOKED } from '../../dist/invariants/revoked.js';
import { sizesHeld } from '../../dist/play/knowledge.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, saidOf, visit, visitsOf } from './support/played.js';

describe('No desk takes a visa whose revocation it holds', () => {
  it('though it takes it before, and behind a wall', async () => {
    const play = await begun();
    await happened(
      play,
      visit(0, 1),
      { at: 0, kind: 'wall', these: [2], those: [0, 1], oneWay: false },
      { at: 0, kind: 'revoke', member: 0 },
      visit(0, 2, { asks: false }),
      visit(0, 1),
    );
    expect(play.ledger.counts.get('visit VISA_REVOKED')).to.equal(1);
    expect(visitsOf(play)).to.have.length(2);
    expect(await saidOf(play, REVOKED)).to.deep.equal([]);
  });

  it('which is broken by a desk that held it when the code was scanned', async () => {
    const play = await begun();
    await happened(play, visit(0, 1), { at: 0, kind: 'revoke', member: 0 });
    await asIfHeld(play);
    expect(await saidOf(play, REVOKED)).to.deep.equal([
      'space-1 took the dead visa of member 0 on 2026-11-02',
    ]);
  });

  it('also in a later incarnation of its home', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    await play.wait(play.space(0).recover());
    await happened(play, { at: 0, kind: 'revoke', member: 0 });
    expect(await saidOf(play, REVOKED)).to.deep.equal([]);
    await asIfHeld(play);
    expect(await saidOf(play, REVOKED)).to.deep.equal([
      'space-1 took the dead visa of member 0 on 2026-11-02',
    ]);
  });
});

/** As if the desk had held all that the home holds of itself when it took the first code. */
async function asIfHeld(play: Play): Promise<void> {
  const [one] = visitsOf(play);
  if (one === undefined) throw new Error('visit: expected one');
  const homeSizes = await sizesHeld(play.space(0), play.space(0));
  play.ledger.acknowledged[0] = { ...one, knew: { ...one.knew, homeSizes } };
}
