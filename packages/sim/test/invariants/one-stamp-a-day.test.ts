import { openSeal, parseEntry, type StampEntry, sealStamp, stampMarker } from '@covisa/protocol';
import { expect } from 'chai';
import { ONE_STAMP_A_DAY } from '../../dist/invariants/one-stamp-a-day.js';
import type { Play } from '../../dist/play/play.js';
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
    for (const voids of [[one?.visit.date ?? ''], []]) {
      store.stampsAt = async (places) => {
        const stamps = await stampsAt(places);
        return stamps.flatMap((stamp) => [stamp, { ...stamp, index: 9, voids }] as typeof stamps);
      };
      const said = voids.length > 0 ? [] : ['member 0 at space-1 on 2026-11-02: stamps at 4, 9'];
      expect(await saidOf(play, ONE_STAMP_A_DAY)).to.deep.equal(said);
    }
  });

  it('or by one of which no desk has told, as it was killed before, unless by another phone', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    await again(play, { k: 2, date: '2026-11-03' });
    await again(play, { k: 1, holderKey: new Uint8Array(32) });
    expect(await saidOf(play, ONE_STAMP_A_DAY)).to.deep.equal([]);
    await again(play, { k: 2 });
    expect(await saidOf(play, ONE_STAMP_A_DAY)).to.deep.equal([
      'member 0 at space-1 on 2026-11-02: stamps at 4, 7',
    ]);
  });
});

/** What of a further stamp is another than in that of the first visit. */
interface Again {
  readonly k: number;
  readonly date?: string;
  readonly holderKey?: Uint8Array;
}

/** The host of the first visit writes a stamp of it once more. */
async function again(play: Play, { k, date, holderKey }: Again): Promise<void> {
  const [one] = visitsOf(play);
  const host = play.space(1);
  const visaNumber = one?.visit.visaNumber ?? new Uint8Array(16);
  const log = { space: host.id, incarnation: 0 };
  const [held] = await host.disk.store.entries(log, one?.visit.index ?? 0, 1, 10_000);
  const entry = parseEntry(held?.bytes ?? new Uint8Array()) as StampEntry;
  const contents = openSeal(entry.seal, { visaNumber, k: 0, host: host.id });
  if (!contents) throw new RangeError('seal: expected that of the first visit');
  const other = { ...contents, ...(holderKey && { holderKey }) };
  const seal = sealStamp(other, { visaNumber, k, host: host.id }, new Uint8Array(24));
  const stamp = { ...entry, marker: stampMarker(visaNumber, k), seal, ...(date && { date }) };
  await play.wait(host.append([stamp as StampEntry]));
}
