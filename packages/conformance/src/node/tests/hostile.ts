/**
 * Peers that lie: Mallory is in the programme, and so is Victor, of whom she says what is not so.
 * Nothing of it may be kept, and nothing that was held before may change.
 */

import {
  encodeBase64url,
  encodeCheckpoint,
  encodeUtf8,
  parseCheckpoint,
  type SyncRange,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted } from '../admitted.js';
import { appendHarmless, BAD_LINES } from '../entries.js';
import { check, same } from '../expect.js';
import type { Peer } from '../peer.js';
import { readCheckpoint } from '../public-log.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';

const NO_DIGEST = encodeBase64url(new Uint8Array(32));
const DAY_SECONDS = 86_400;
const LIE = encodeUtf8('{"type":"closing","date":"2026-01-01"}');

interface Cast {
  readonly mallory: Peer;
  /** In the programme, with all of his log at the node. */
  readonly victor: Peer;
}

async function castOf(subject: Subject): Promise<Cast> {
  const mallory = await admitted(subject, 'Mallory');
  const victor = await admitted(subject, 'Victor');
  await victor.sync();
  return { mallory, victor };
}

/** The frontier line of a space as the node tells it to another one. */
async function lineOf(teller: Peer, of: Peer) {
  const { header } = await teller.ask({}, [], NO_DIGEST);
  const line = header.frontier?.find(({ space }) => space === of.space.id);
  check(line !== undefined, `frontier: expected a line of ${of.space.name}`);
  return line;
}

/** The node holds just what Victor has written. */
async function checkUntouched({ mallory, victor }: Cast): Promise<void> {
  const line = await lineOf(mallory, victor);
  same("the size of the victim's log", line.size, victor.space.size);
  same("the root of the victim's log", line.root, encodeBase64url(victor.space.root()));
}

type Lie = (cast: Cast, subject: Subject) => { range: SyncRange; lines: readonly Uint8Array[] };

/** A range that Mallory sends and that is not to be taken. */
function dropped(title: string, rules: readonly string[], lie: Lie): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const cast = await castOf(subject);
      const { range, lines } = lie(cast, subject);
      await cast.mallory.ask({ ranges: [range] }, [lines], NO_DIGEST);
      await checkUntouched(cast);
    },
  };
}

/** Victor's log as it would be with one more line, in the hands of Mallory. */
function forgedLog({ victor, mallory }: Cast, line: Uint8Array) {
  const { space } = victor;
  const from = space.size;
  space.appendLine(line);
  const root = space.root();
  space.removeLast();
  const checkpoint = space.checkpoint(from + 1, root, mallory.space.keys.log);
  return { range: { ...space.log, from, count: 1, checkpoint }, lines: [line] };
}

export const hostile: NodeChapter = {
  name: 'Hostile peers',
  place: 'spec/decisions/0004-only-a-bare-checkpoint-shows-a-fork.md',
  tests: [
    dropped(
      "A checkpoint that another key has signed brings nothing into a space's log.",
      ['LOG-4', 'LOG-5', 'CHECKPOINT-2'],
      (cast) => forgedLog(cast, LIE),
    ),
    dropped(
      'A false signature under the key id of the log brings nothing.',
      ['LOG-4', 'CHECKPOINT-2', 'NOTE-2'],
      (cast) => {
        const { range, lines } = forgedLog(cast, LIE);
        const { log, size, root } = parseCheckpoint(range.checkpoint);
        const signature = ed25519.sign(cast.mallory.space.keys.log, encodeUtf8('a lie'));
        const logKey = ed25519.publicKey(cast.victor.space.keys.log);
        const checkpoint = encodeCheckpoint({ log, size, root }, logKey, signature);
        return { range: { ...range, checkpoint }, lines };
      },
    ),
    dropped('A checkpoint of another log brings nothing.', ['LOG-4'], ({ mallory, victor }) => {
      const from = victor.space.size;
      const checkpoint = mallory.space.checkpoint();
      return { range: { ...victor.space.log, from, count: 1, checkpoint }, lines: [LIE] };
    }),
    dropped('A line that was changed on the way is dropped.', ['LOG-3', 'LOG-4'], ({ victor }) => {
      const { space } = victor;
      const from = space.size;
      const honest = encodeUtf8('{"type":"weather","sky":"blue"}');
      space.appendLine(honest);
      const range = space.range(from);
      space.removeLast();
      return { range, lines: [encodeUtf8('{"type":"weather","sky":"grey"}')] };
    }),
    dropped('A range behind a gap is dropped.', ['LOG-4'], ({ victor }, subject) => {
      const { space } = victor;
      const from = space.size;
      for (let i = 0; i < 3; i++) appendHarmless(subject, space);
      const [range, lines] = [space.range(from + 1), space.lines.slice(from + 1)];
      for (let i = 0; i < 3; i++) space.removeLast();
      return { range, lines };
    }),
    {
      title: 'Of two ranges the one that does not hash is dropped and the other one taken.',
      rules: ['LOG-4'],
      async run(subject) {
        const cast = await castOf(subject);
        const { mallory } = cast;
        await mallory.sync();
        const from = mallory.space.size;
        appendHarmless(subject, mallory.space);
        const lie = forgedLog(cast, LIE);
        const ranges = [lie.range, mallory.space.range(from)];
        await mallory.ask({ ranges }, [lie.lines, mallory.space.lines.slice(from)], NO_DIGEST);
        await checkUntouched(cast);
        same('the size of the other log', (await lineOf(mallory, mallory)).size, from + 1);
      },
    },
    {
      title: 'A line that can stand in no log takes all of its range with it.',
      rules: ['LOG-1', 'LOG-4'],
      async run(subject) {
        const { victor } = await castOf(subject);
        const { space } = victor;
        for (const [what, line] of BAD_LINES) {
          const from = space.size;
          appendHarmless(subject, space);
          space.appendLine(line);
          const body = victor.bodyOf(space.range(from), space.lines.slice(from));
          await subject.checkSigned(await victor.call(body));
          same(`the size after ${what}`, (await lineOf(victor, victor)).size, from);
          space.removeLast();
          space.removeLast();
        }
      },
    },
    dropped("A stranger's log is not kept.", ['SYNC-4'], (_cast, subject) => {
      const stranger = subject.newSpace('stranger');
      return { range: stranger.range(0), lines: stranger.lines };
    }),
    {
      title: "Nobody writes into the node's own log.",
      rules: ['LOG-4', 'LOG-9'],
      async run(subject) {
        const { mallory } = await castOf(subject);
        const { space, incarnation } = await subject.discovery();
        const before = await readCheckpoint(subject);
        const from = before.size;
        const checkpoint = mallory.space.checkpoint();
        const range = { space, incarnation, from, count: 1, checkpoint };
        await mallory.ask({ ranges: [range] }, [[LIE]], NO_DIGEST);
        const after = await readCheckpoint(subject);
        same('the size of its log', after.size, before.size);
      },
    },
    {
      title: "An echo that the node's own key has not signed does not stop it.",
      rules: ['LOG-9'],
      async run(subject) {
        const { mallory } = await castOf(subject);
        const { space, incarnation } = await subject.discovery();
        const before = await readCheckpoint(subject);
        const log = { space, incarnation };
        const root = subject.options.random(32);
        const echo = mallory.space.sign({ log, size: before.size + 1000, root });
        await mallory.ask({ echo }, [], NO_DIGEST);
        await admitted(subject, 'Trudy');
        const after = await readCheckpoint(subject);
        check(after.size > before.size, 'log: expected it to grow by an endorsement');
      },
    },
    {
      title: 'A heartbeat from the future is held back.',
      rules: ['HEARTBEAT-2'],
      async run(subject) {
        const { mallory } = await castOf(subject);
        await mallory.sync();
        const before = await lineOf(mallory, mallory);
        const late = mallory.space.heartbeatAt(subject.now() + 2 * DAY_SECONDS);
        await mallory.ask({ heartbeats: [{ ...mallory.space.log, ...late }] }, [], NO_DIGEST);
        same('the day', (await lineOf(mallory, mallory)).day, before.day);
      },
    },
    {
      title: 'A heartbeat is signed by the witness key of its space.',
      rules: ['HEARTBEAT-1'],
      async run(subject) {
        const cast = await castOf(subject);
        const { mallory, victor } = cast;
        const time = subject.now() + 60;
        const forged = victor.space.heartbeatAt(time, mallory.space.keys.witness);
        await mallory.ask({ heartbeats: [{ ...victor.space.log, ...forged }] }, [], NO_DIGEST);
        const want = { ...victor.space.log, from: victor.space.size };
        const { header } = await mallory.ask({ wants: [want] }, [], NO_DIGEST);
        const sent = header.heartbeats?.find(({ space }) => space === victor.space.id);
        same(
          'the heartbeat that is passed on',
          sent?.line ?? null,
          victor.space.heartbeat?.line ?? null,
        );
      },
    },
    {
      title: 'A second history of a log does not take the place of the first.',
      rules: ['LOG-6'],
      async run(subject) {
        const { mallory, victor } = await castOf(subject);
        await mallory.sync();
        const held = await lineOf(victor, mallory);
        const { space } = mallory;
        const checkpoint = space.checkpoint(space.size, subject.options.random(32));
        const fork = { ...space.log, from: space.size, count: 0, checkpoint };
        await mallory.ask({ ranges: [fork] }, [[]], NO_DIGEST);
        const line = await lineOf(victor, mallory);
        same('the size that the node holds', line.size, held.size);
        same('the root that the node holds', line.root, held.root);
      },
    },
    {
      title: 'A frontier that promises more than there is makes the node ask, and nothing else.',
      rules: ['LOG-4'],
      async run(subject) {
        const cast = await castOf(subject);
        const { mallory, victor } = cast;
        const line = { ...victor.space.frontierLine(), size: victor.space.size + 9 };
        const asked = await mallory.ask({ frontier: [line] }, [], NO_DIGEST);
        const want = asked.header.wants?.find(({ space }) => space === victor.space.id);
        same('the index that the node asks from', want?.from ?? null, victor.space.size);
        await checkUntouched(cast);
      },
    },
  ],
};
