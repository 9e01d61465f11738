import type { SpaceId } from '@covisa/protocol';
import type { Store } from '@covisa/store';
import { expect } from 'chai';
import { HEARTBEATS } from '../../dist/invariants/heartbeats.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, saidOf, textsOf } from './support/played.js';

describe('No node whose clock is right holds a heartbeat from the future', () => {
  it('though others have a clock that is years ahead', async () => {
    const play = await begun();
    const skewed = play.space(2);
    await play.wait(skewed.stop());
    skewed.skew = 3 * 365 * 86_400_000;
    await play.wait(skewed.start());
    await play.world.pass(2 * 86_400);
    expect(await saidOf(play, HEARTBEATS)).to.deep.equal([]);
  });

  for (const [node, events] of [
    ['one', []],
    ['one whose clock was two hours behind', [clock(-7200), clock(0)]],
  ] as const) {
    it(`which is broken by ${node} that holds one of eleven minutes ahead`, async () => {
      const play = await begun();
      await happened(play, ...events);
      await beatAhead(play, 661);
      expect(await saidOf(play, HEARTBEATS)).to.deep.equal([
        `space-1 holds a heartbeat of ${play.space(2).id} that is 661 s ahead`,
      ]);
    });
  }

  it('or of later than its clock has ever shown, though that was ahead', async () => {
    const play = await begun();
    const ahead = clock(86_400);
    await happened(play, ahead, clock(0));
    const shown = play.latestShown(1);
    await beatAhead(play, shown + 600 - play.world.now);
    expect(await saidOf(play, HEARTBEATS)).to.deep.equal([]);
    await beatAhead(play, shown + 601 - play.world.now);
    expect(await saidOf(play, HEARTBEATS)).to.deep.equal([
      `space-1 holds a heartbeat of ${play.space(2).id} that is 601 s ahead`,
    ]);
  });

  for (const before of ['nothing', 'a restore and a crash'] as const) {
    it(`or by one that is earlier than what was held before, after ${before}`, async () => {
      const play = await begun();
      const { id } = play.space(2);
      const watch = HEARTBEATS.watch(play);
      if (before !== 'nothing') {
        await happened(
          play,
          { at: 0, kind: 'backup', space: 1 },
          { at: 0, kind: 'restore', space: 1, oldHead: false },
        );
      }
      await watch.conclude?.();
      expect(textsOf(play, HEARTBEATS)).to.deep.equal([]);
      if (before !== 'nothing') play.space(1).crash();
      await goBack(play.space(1).disk.store, id);
      await watch.conclude?.();
      expect(textsOf(play, HEARTBEATS)).to.deep.equal([
        `space-1 holds a heartbeat of ${id} that is 7 s before the last`,
      ]);
    });
  }
});

function clock(seconds: number): StoryEvent {
  return { at: 0, kind: 'skew', space: 1, milliseconds: 1000 * seconds };
}

/** As if space-1 had taken a heartbeat of space-2 of so many seconds ahead. */
async function beatAhead(play: Play, seconds: number): Promise<void> {
  const { disk } = play.space(1);
  const heads = await disk.store.heads();
  const time = play.world.now + seconds;
  await disk.store.putHeartbeats(
    heads.flatMap(({ space, incarnation, heartbeat }) =>
      space === play.space(2).id && heartbeat
        ? [{ space, incarnation, heartbeat: { ...heartbeat, time } }]
        : [],
    ),
  );
}

/** Puts a heartbeat in place of that of a space that is seven seconds earlier. */
async function goBack(store: Store, id: SpaceId): Promise<void> {
  const held = (await store.heads()).flatMap(({ space, incarnation, heartbeat }) =>
    space === id && heartbeat ? [{ space, incarnation, heartbeat }] : [],
  );
  for (const log of held) await store.withdrawHeartbeat(log);
  await store.putHeartbeats(
    held.map(({ heartbeat, ...log }) => {
      return { ...log, heartbeat: { ...heartbeat, time: heartbeat.time - 7 } };
    }),
  );
}
