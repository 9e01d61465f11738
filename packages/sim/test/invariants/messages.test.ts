import type { Messages, MessageView } from '@covisa/node';
import { expect } from 'chai';
import { MESSAGES } from '../../dist/invariants/messages.js';
import { happen } from '../../dist/play/events.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, type SmallStory, saidOf } from './support/played.js';

const MESSAGE: StoryEvent = { at: 0, kind: 'message', space: 0, to: 1 };
const WALL: StoryEvent = { at: 0, kind: 'wall', these: [0], those: [1], oneWay: false };
const HEAL: StoryEvent = { at: 0, kind: 'heal' };

type Changeable<Of> = { -readonly [Name in keyof Of]: Of[Name] };

describe('What an owner writes to another reaches it', () => {
  for (const [what, callingOut] of [
    ['at once', []],
    ['though it has to fetch it', [1]],
  ] as const) {
    it(what, async () => {
      const play = await begun({ callingOut });
      await happened(play, MESSAGE);
      expect(play.ledger.messages).to.have.length(1);
      expect(await shown(play, 1, 0)).to.have.length(1);
      expect(await saidOf(play, MESSAGES)).to.deep.equal([]);
    });
  }

  it('within the longest wait after the faults, for which it is waited', async () => {
    const play = await begun();
    await happened(play, WALL, MESSAGE);
    await play.world.pass(86_400);
    await play.wait(happen(play, HEAL));
    const before = play.at;
    expect(await shown(play, 1, 0)).to.have.length(0);
    expect(await saidOf(play, MESSAGES)).to.deep.equal([]);
    expect(await shown(play, 1, 0)).to.have.length(1);
    expect(play.at - before).to.be.within(1, 6 * 3600 + 3 * 600);
  });

  for (const [what, change, text] of [
    ['does not come', () => [], 'came 0 times'],
    ['comes twice', (views) => [...views, ...views], 'came 2 times'],
    [
      'says something else',
      (views) => views.map((one) => ({ ...one, content: { kind: 'note', text: 'No.' } })),
      'says something else',
    ],
  ] satisfies readonly (readonly [
    string,
    (views: readonly MessageView[]) => readonly MessageView[],
    string,
  ])[]) {
    it(`which is broken by one that ${what}`, async () => {
      const play = await sent();
      bent(play, 1, change);
      expect(await saidOf(play, MESSAGES)).to.deep.equal([`${named(play)} ${text}`]);
    });
  }

  it('or that has failed to its sender', async () => {
    const play = await sent();
    bent(play, 0, (views) => views.map((one) => ({ ...one, state: 'failed' })));
    expect(await saidOf(play, MESSAGES)).to.deep.equal([`${named(play)} is failed to its sender`]);
  });

  for (const [what, excuse] of [
    ['has left', (play) => play.parting.add(1)],
    ['was copied', (play) => play.doubled.add(0)],
    [
      'has lost its disk since',
      (play) => play.restores.push({ space: 1, at: play.at, backedUp: 0 }),
    ],
    ['had a clock that was wrong by over five minutes', (play) => play.setClock(0, -301_000)],
  ] satisfies readonly (readonly [string, (play: Play) => unknown])[]) {
    it(`unless one of the two ${what}`, async () => {
      const play = await sent();
      bent(play, 1, () => []);
      excuse(play);
      expect(await saidOf(play, MESSAGES)).to.deep.equal([]);
    });
  }

  for (const [what, story] of [
    ['neither can be called', { callingOut: [0, 1], programmes: [[2, 0, 1]] }],
    [
      'the two meet in no programme',
      {
        programmes: [
          [0, 2],
          [1, 2],
        ],
      },
    ],
  ] satisfies readonly (readonly [string, SmallStory])[]) {
    it(`or ${what}`, async () => {
      const play = await begun(story);
      const one = { id: 'x', from: 0, to: 1, text: '', at: play.at };
      play.ledger.messages.push(one);
      expect(await saidOf(play, MESSAGES)).to.deep.equal([]);
    });
  }

  it('but not where it lost its disk before, or its clock was wrong by less', async () => {
    const play = await begun();
    play.restores.push({ space: 1, at: play.at - 1, backedUp: 0 });
    await happened(play, MESSAGE);
    play.setClock(0, -300_000);
    bent(play, 1, () => []);
    expect(await saidOf(play, MESSAGES)).to.deep.equal([`${named(play)} came 0 times`]);
  });
});

async function sent(): Promise<Play> {
  const play = await begun();
  await happened(play, MESSAGE);
  return play;
}

function named({ ledger }: Play): string {
  return `message ${ledger.messages[0]?.id} of space-0 to space-1`;
}

/** What a space's owner is shown of another. */
async function shown(play: Play, at: number, of: number): Promise<readonly MessageView[]> {
  return play.space(at).engine.messages.thread(play.space(of).id);
}

/** As if a space's owner were shown other messages. */
function bent(
  play: Play,
  number: number,
  change: (views: readonly MessageView[]) => readonly MessageView[],
): void {
  const messages = play.space(number).engine.messages as Changeable<Messages>;
  const thread = messages.thread.bind(messages);
  messages.thread = async (space) => change(await thread(space));
}
