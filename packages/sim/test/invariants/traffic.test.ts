import { encodeBase64url, encodeSync } from '@covisa/protocol';
import { expect } from 'chai';
import { TRAFFIC } from '../../dist/invariants/traffic.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, textsOf, visit } from './support/played.js';

const SYNC = '/covisa/v1/sync';

describe('Traffic stays in proportion to what there is to say', () => {
  it('holds of visits that spread, and of nodes at rest', async () => {
    const play = await begun();
    const watch = TRAFFIC.watch(play);
    await happened(play, visit(0, 1), visit(2, 2));
    await watch.conclude?.();
    expect(textsOf(play, TRAFFIC)).to.deep.equal([]);
  });

  it('is broken by syncs that say more in all than each piece of news may cost', async () => {
    const play = await begun();
    const watch = TRAFFIC.watch(play);
    heard(play, 200_000);
    await watch.conclude?.();
    // A quiet sync, and the heartbeats of three logs at three nodes.
    expect(textsOf(play, TRAFFIC)).to.deep.equal([
      `1 syncs had 200000 bytes, expected at most ${1036 + 9 * 5568}`,
    ]);
  });

  it('is broken by nodes that begin more syncs than clock and news give cause for', async () => {
    const play = await begun();
    const watch = TRAFFIC.watch(play);
    await play.world.pass(10 * 600);
    for (let at = 0; at < 60; at++) heard(play, 100);
    await watch.conclude?.();
    const [said] = textsOf(play, TRAFFIC);
    expect(said).to.match(/^\d\d syncs were begun, expected at most 39$/);
  });

  it('is broken by a single sync that is large while nothing is new', async () => {
    const play = await begun();
    const watch = TRAFFIC.watch(play);
    await happened(play, visit(0, 1));
    play.world.clock.after(61_000, () => heard(play, 1037));
    await watch.conclude?.();
    expect(textsOf(play, TRAFFIC)).to.deep.equal([
      'a sync at rest has 1037 bytes, expected at most 1036',
    ]);
  });

  it('gives a sync that names digests of an earlier rest the bytes of these, and no more', async () => {
    const play = await begun();
    const watch = TRAFFIC.watch(play);
    const digest = { programme: play.programme(0), digest: encodeBase64url(new Uint8Array(32)) };
    const plain = { sync: 1, digests: [digest] } as const;
    const settled = encodeSync({ ...plain, settled: [digest] });
    expect(settled.length - encodeSync(plain).length).to.equal(127);
    await happened(play, visit(0, 1));
    play.world.clock.after(61_000, () => heard(play, 1036 + 127, settled));
    play.world.clock.after(62_000, () => heard(play, 1036 + 128, settled));
    await watch.conclude?.();
    expect(textsOf(play, TRAFFIC)).to.deep.equal([
      'a sync at rest has 1164 bytes, expected at most 1163',
    ]);
  });

  it('holds of a sync that was on its way with news when the nodes came to rest', async () => {
    const play = await begun();
    const watch = TRAFFIC.watch(play);
    await happened(play, visit(0, 1));
    play.world.clock.after(59_000, () => heard(play, 2000));
    await watch.conclude?.();
    expect(textsOf(play, TRAFFIC)).to.deep.equal([]);
  });

  it('holds of an entry that is long, and comes up while nothing else is new', async () => {
    const play = await begun();
    const watch = TRAFFIC.watch(play);
    const { engine } = play.space(1);
    const languages = Array.from({ length: 20 }, (_, at) => `en-${'x'.repeat(30)}${at % 10}`);
    const venues = engine.profile().venues.map((one) => ({ ...one, name: '🏠'.repeat(20) }));
    const change = { languages, venues, houseRules: 'Quiet, please. '.repeat(100) };
    play.world.clock.after(61_000, () => void engine.changeProfile(change));
    await watch.conclude?.();
    expect(textsOf(play, TRAFFIC)).to.deep.equal([]);
  });
});

/** As if an answer of this many bytes had arrived to a question. */
function heard(
  play: Play,
  bytesIn: number,
  body: Uint8Array = encodeSync({ sync: 1, digests: [] }),
): void {
  const [from, to] = [play.space(0), play.space(1)];
  play.world.line.observe?.({ from, to, path: SYNC, body, bytesOut: 0, bytesIn });
}
