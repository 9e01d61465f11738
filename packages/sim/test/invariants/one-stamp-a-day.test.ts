import { expect } from 'chai';
import { ONE_STAMP_A_DAY } from '../../dist/invariants/one-stamp-a-day.js';
import { begun, happened, saidOf, visit, visitsOf } from './support/played.js';

describe('A host writes one stamp for a member and date', () => {
  it('whoever comes back on the same day', async () => {
    const play = await begun();
    await happened(play, visit(0, 1), visit(0, 1), visit(0, 2));
    expect(play.ledger.checkIns).to.equal(3);
    expect(visitsOf(play)).to.have.length(2);
    expect(await saidOf(play, ONE_STAMP_A_DAY)).to.deep.equal([]);
  });

  it('which is broken by a second stamp that stands, and not by one that was undone', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    const [one] = visitsOf(play);
    const { store } = play.space(1).disk;
    const stampsAt = store.stampsAt.bind(store);
    if (one) play.ledger.acknowledged.push({ ...one, visit: { ...one.visit, id: 'again' } });
    for (const voids of [[one?.visit.date ?? ''], []]) {
      store.stampsAt = async (places) => {
        const stamps = await stampsAt(places);
        return stamps.flatMap((stamp) => [stamp, { ...stamp, index: 9, voids }] as typeof stamps);
      };
      const said = voids.length > 0 ? [] : ['member 0 at space-1 on 2026-11-02: stamps at 4, 9'];
      expect(await saidOf(play, ONE_STAMP_A_DAY)).to.deep.equal(said);
    }
  });
});
