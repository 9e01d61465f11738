import { parseEntry, type StampEntry } from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import { expect } from 'chai';
import { ACKNOWLEDGED } from '../../dist/invariants/acknowledged.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, saidOf, visit, visitsOf } from './support/played.js';

describe('No stamp is lost whose visit a desk has acknowledged', () => {
  it('holds of visits that have spread', async () => {
    const play = await begun();
    await happened(play, visit(0, 1), visit(2, 2));
    expect(visitsOf(play)).to.have.length(2);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([]);
  });

  it('is broken by a stamp that one peer has forgotten, be it neither home nor host', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    const log = { space: play.space(1).id, incarnation: 0 };
    await play.space(2).disk.store.dropLogs([log]);
    const [one] = visitsOf(play);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([
      `visit ${one?.visit.id} of member 0 at space-1 (stands) is not held by 1: space-2`,
    ]);
  });

  it('takes the stamp of the same day, of before a disk was lost, for the visit', async () => {
    const play = await begun();
    await happened(play, visit(0, 1), visit(1, 1));
    const text = acknowledgedAs(play, { seal: 'x', k: 7 });
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([text]);
    play.ledger.violations.length = 0;
    play.restores.push({ space: 1, at: 0, backedUp: 0 });
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([]);
    const [one, other] = visitsOf(play);
    if (!one || !other) throw new RangeError('visits: expected two');
    await play.space(1).disk.store.putVisits([{ ...one.visit, index: other.visit.index }]);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([text]);
  });

  it('is broken by a peer that does not hold the stamp of before a disk was lost', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    acknowledgedAs(play, { seal: '', k: 7 });
    play.restores.push({ space: 1, at: 0, backedUp: 0 });
    await play.space(2).disk.store.dropLogs([{ space: play.space(1).id, incarnation: 0 }]);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([
      `visit ${visitsOf(play)[0]?.visit.id} of member 0 at space-1 (stands) is not held by 1: space-2`,
    ]);
  });

  for (const [what, said] of [
    ['date', { date: '2026-11-03' as never }],
    ['kind', { kind: 'courtesy' }],
    ['weight', { weight: 0.5 }],
    ['roster', { roster: 7 }],
    ['index under the visa number', { k: 3 }],
    ['seal', { seal: 'x' }],
  ] satisfies readonly (readonly [string, Partial<Visit>])[]) {
    it(`is broken by a stamp that says another ${what} than the desk`, async () => {
      const play = await begun();
      await happened(play, visit(0, 1));
      const text = acknowledgedAs(play, said);
      expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([text]);
    });
  }

  it('is broken by a stamp that stands in the log of somebody else alone', async () => {
    const play = await begun({ lie: 'invent' });
    await happened(play, visit(0, 1));
    const { store } = play.space(0).disk;
    const log = { space: play.space(1).id, incarnation: 0 };
    const [entry] = await store.entries(log, visitsOf(play)[0]?.visit.index ?? 0, 1, 10_000);
    await play.space(2).append([parseEntry(entry?.bytes ?? new Uint8Array()) as StampEntry]);
    await play.world.pass(6000);
    await store.dropLogs([log]);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([
      `visit ${visitsOf(play)[0]?.visit.id} of member 0 at space-1 (stands) is not held by 1: space-0`,
    ]);
  });

  it('is broken by a host that has lost a visit, or does not publish it', async () => {
    const play = await begun();
    await happened(play, visit(0, 1), visit(2, 2), visit(1, 2));
    const [gone, waiting, unsaid] = visitsOf(play);
    await play.space(1).disk.store.dropLogs([{ space: play.space(1).id, incarnation: 0 }]);
    await play.space(2).disk.store.dropLogs([{ space: play.space(2).id, incarnation: 0 }]);
    play.space(1).disk.store.visit = async () => null;
    if (unsaid) await play.space(2).disk.store.putVisits([{ ...unsaid.visit, index: null }]);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([
      `visit ${gone?.visit.id} of member 0 at space-1 is gone`,
      `visit ${waiting?.visit.id} of member 2 at space-2 has another stamp`,
      `visit ${unsaid?.visit.id} of member 1 at space-2 is not published`,
    ]);
  });

  it('is broken by a visit of a lost disk that a peer holds and does not give back', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    const [one] = visitsOf(play);
    if (one) one.state = 'lost-with-disk';
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([]);
    await play.space(1).disk.store.dropLogs([{ space: play.space(1).id, incarnation: 0 }]);
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([
      `visit ${one?.visit.id} of member 0 at space-1 (lost-with-disk) is not held by 1: space-1`,
    ]);
  });
});

/** As if the desk had said something else of the first visit; gives what is then wrong. */
function acknowledgedAs(play: Play, said: Partial<Visit>): string {
  const [one] = visitsOf(play);
  if (!one) throw new RangeError('visits: expected one');
  play.ledger.acknowledged[0] = { ...one, visit: { ...one.visit, ...said } };
  return `visit ${one.visit.id} of member 0 at space-1 has another stamp`;
}
