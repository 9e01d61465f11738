import type { Home, VisaVisit } from '@covisa/node';
import { parseToken } from '@covisa/protocol';
import { expect } from 'chai';
import { LIARS } from '../../dist/invariants/liars.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, type SmallStory, saidOf, visit, visitsOf } from './support/played.js';

describe('Who lies gains no more by it than the threat model says', () => {
  it('holds of a host that invents visits, and of one that tells the truth', async () => {
    const play = await lied({ lie: 'invent' });
    expect(play.ledger.counts.get('lie')).to.equal(2);
    expect(await saidOf(play, LIARS)).to.deep.equal([]);
  });

  it('is broken by an invented visit for which no open proof was shown', async () => {
    const play = await lied({ lie: 'invent' });
    const { id } = play.space(2);
    shownAtHome(play, (visits) => [
      ...visits,
      ...visits.slice(0, 1).map((one) => ({ ...one, host: id, date: '2026-11-09' as never })),
    ]);
    expect(await saidOf(play, LIARS)).to.have.members([
      '1 invented visits of member 0 of space-0 count at space-2, expected at most 0',
      '1 invented visits of member 1 of space-0 count at space-2, expected at most 0',
    ]);
  });

  it('is broken by a visit that counts though no proof for it can hold', async () => {
    const play = await lied({ lie: 'invent' });
    const [one] = play.ledger.acknowledged.filter(({ host }) => host === 2);
    if (one) play.worthless.add(one.visit.seal);
    expect(await saidOf(play, LIARS)).to.deep.equal([
      'a visit of member 1 of space-0 at space-2 on 2026-11-02 counts by no proof',
    ]);
  });

  it('is broken by an honest visit that a home does not see', async () => {
    const play = await lied({ lie: 'invent' });
    shownAtHome(play, (visits) => visits.slice(1));
    expect(await saidOf(play, LIARS)).to.have.members([
      'space-0 does not see its member 0 at space-1 on 2026-11-02, index 0',
      'space-0 does not see its member 1 at space-1 on 2026-11-02, index 0',
    ]);
  });

  for (const [when, backedUp, count] of [
    ['before it gave the number', 0, 0],
    ['after it', 1, 2],
  ] as const) {
    it(`asks a home for visits though its disk is now of ${when}`, async () => {
      const play = await lied({ lie: 'invent' });
      shownAtHome(play, (visits) => visits.slice(1));
      const issued = visitsOf(play).map(({ token }) => parseToken(token).visa.claims.issuedAt);
      const at = backedUp * (Math.max(...issued) - play.began);
      play.restores.push({ space: 0, at: play.at, backedUp: at });
      expect(await saidOf(play, LIARS)).to.have.length(count);
    });
  }

  it('is broken by a proof of a fork against a liar that has one history', async () => {
    const play = await lied({ lie: 'refuse-grants' });
    const fork = { space: play.space(2).id, incarnation: 0, common: 3, proof: new Uint8Array(4) };
    const strays = { drop: [], add: [] };
    await play.space(0).disk.store.freezeLog({ fork, head: null, dropped: [], strays });
    expect(await saidOf(play, LIARS)).to.have.members([
      'space-0 holds a proof that space-2 forked, which lies by refuse-grants',
    ]);
  });
});

/** A play in which two members of space-0 visit space-1, and space-2 lies twice. */
async function lied(story: SmallStory): Promise<Play> {
  const play = await begun({ ...story, homes: [0, 0] });
  const bound = { bound: true };
  await happened(
    play,
    ...[visit(0, 1, bound), visit(1, 1, bound), visit(1, 2, bound)],
    ...[1, 2].map(() => ({ at: 0, kind: 'lie', space: 2 }) as const),
  );
  return play;
}

/** As if the home of the first space showed other visits of its members. */
function shownAtHome(
  play: Play,
  change: (visits: readonly VisaVisit[]) => readonly VisaVisit[],
): void {
  const home = play.space(0).engine.home as { -readonly [Name in keyof Home]: Home[Name] };
  const visits = home.visits.bind(home);
  home.visits = async (id) => change(await visits(id));
}
