/** What is said of forks and is not so: nothing of it changes anything. */

import { type ForkProof, parseUtf8, type SyncRange } from '@covisa/protocol';
import { admitted } from '../admitted.js';
import { appendHarmless } from '../entries.js';
import {
  checkCut,
  checkShelves,
  checkWhole,
  diverge,
  forkProof,
  isStray,
  NO_DIGEST,
  showFork,
} from '../forking.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';
import type { TestSpace } from '../test-space.js';

const COMMON = 4;

/**
 * Ursula is honest. The suite has her keys, and so it can write what she has not: `other` is a
 * history that is shown to nobody as it is.
 */
function victim(subject: Subject) {
  return subject.once('a log that has not forked', async () => {
    const [ursula, liar] = [await admitted(subject, 'Ursula'), await admitted(subject, 'Ted')];
    const { space } = ursula;
    const from = space.size;
    while (space.size < COMMON + 2) appendHarmless(subject, space);
    await liar.ask({ ranges: [space.range(from)] }, [space.lines.slice(from)], NO_DIGEST);
    return { space, liar, other: diverge(subject, space.fork(COMMON), 'Not so') };
  });
}

type Victim = Awaited<ReturnType<typeof victim>>;

/** Evidence that does not hold, after which the log stands as it stood. */
function passedOver(
  title: string,
  rules: readonly string[],
  make: (scene: Victim, subject: Subject) => readonly ForkProof[],
): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const scene = await victim(subject);
      for (const proof of make(scene, subject)) {
        await showFork(scene.liar, proof);
        await checkWhole(scene.liar, scene.space);
      }
    },
  };
}

/** The proof that two histories part, with both checkpoints signed by some key (32 bytes). */
function signedBy(one: TestSpace, other: TestSpace, seed: Uint8Array): ForkProof {
  const side = (history: TestSpace) =>
    history.forkSide(COMMON, history.checkpoint(history.size, history.root(), seed));
  return { ...one.log, common: COMMON, sides: [side(one), side(other)] };
}

/** A history of a log under whose name and key another one is signed. */
function underName(of: TestSpace, history: TestSpace, common: number) {
  const checkpoint = of.sign({ log: of.log, size: history.size, root: history.root() });
  return history.forkSide(common, checkpoint);
}

function resumesOf(space: TestSpace, incarnation: number, one: TestSpace, other: TestSpace) {
  const [first, second] = [one, other].map(({ lines }) => parseUtf8(lines[0] ?? new Uint8Array()));
  const resumes = [first ?? '', second ?? ''] as const;
  return { space: space.id, incarnation, common: 0, resumes } as const;
}

const proofs: readonly NodeTest[] = [
  passedOver('Two checkpoints of one history are no fork.', ['FORK-4'], ({ space }) => {
    const shorter = space.fork(space.size - 1);
    return [forkProof(space, shorter, COMMON), forkProof(shorter, space, COMMON)];
  }),
  passedOver('The checkpoints of a proof are of the log.', ['FORK-1'], ({ space, liar }) => {
    const own = liar.space;
    const [one, other] = [own.forkSide(2), own.fork(2)];
    other.appendLine(space.lines[0] ?? new Uint8Array());
    return [{ ...space.log, common: 2, sides: [one, other.forkSide(2)] }];
  }),
  passedOver('Nobody can lay a fork to the charge of another.', ['FORK-6'], (scene, subject) => [
    signedBy(scene.space, scene.other, scene.liar.space.keys.log),
    signedBy(scene.space, scene.other, subject.options.random(32)),
  ]),
  passedOver(
    'Every history of a first incarnation has the inception in common.',
    ['FORK-2'],
    ({ space, liar }) => [
      {
        ...space.log,
        common: 0,
        sides: [space.forkSide(0), underName(space, liar.space, 0)],
      },
    ],
  ),
  passedOver('Less in common than there is makes no proof.', ['FORK-4'], ({ space, other }) => [
    forkProof(space, other, COMMON - 1),
    forkProof(space, other, 1),
  ]),
  passedOver('More in common than there is makes no proof.', ['FORK-3'], ({ space, other }) => [
    forkProof(space, other, COMMON + 1),
  ]),
  passedOver('A proof leads to its checkpoint.', ['FORK-3'], ({ space, other }) => {
    const proof = forkProof(space, other, COMMON);
    const bent = (part: 'atCommon' | 'beyond') => {
      const side = other.forkSide(COMMON);
      const [, ...rest] = side[part];
      return { ...side, [part]: [NO_DIGEST, ...rest] };
    };
    return (['atCommon', 'beyond'] as const).map((part) => ({
      ...{ space: proof.space, incarnation: proof.incarnation, common: COMMON },
      sides: [space.forkSide(COMMON), bent(part)],
    }));
  }),
  passedOver(
    'Two resumes are no rivals unless the recovery key has signed two things.',
    ['FORK-5', 'FORK-6'],
    ({ space }, subject) => {
      const [one, two] = [subject.options.random(32), subject.options.random(32)];
      const now = subject.now();
      const [first, second] = [space.resume(one, now), space.resume(two, now)];
      const stolen = space.resume(two, now, subject.options.random(32));
      return [
        resumesOf(space, 1, first, first),
        resumesOf(space, 1, first, stolen),
        resumesOf(space, 0, first, second),
        resumesOf(space, 2, first, second),
      ];
    },
  ),
];

/** A log that has forked, and the history of it that the node has not. */
function forkedLog(subject: Subject) {
  return subject.once('a forked log for false strays', async () => {
    const [yves, zoe] = [await admitted(subject, 'Yves'), await admitted(subject, 'Zoe')];
    const one = yves.space;
    while (one.size < COMMON) appendHarmless(subject, one);
    const early = diverge(subject, one.fork(COMMON), 'The early one');
    appendHarmless(subject, one);
    appendHarmless(subject, one);
    const late = diverge(subject, one.fork(COMMON + 2), 'The late one');
    diverge(subject, one, 'The first');
    return { yves, zoe, one, early, late };
  });
}

interface FalseStray {
  readonly range: SyncRange;
  readonly line: Uint8Array;
}

type Forked = Awaited<ReturnType<typeof forkedLog>>;

/** What is no stray, after which the shelves hold what they held. */
function noStray(
  title: string,
  rules: readonly string[],
  make: (scene: Forked, subject: Subject) => readonly FalseStray[],
): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const scene = await forkedLog(subject);
      const { zoe, early } = scene;
      await showThird(subject);
      for (const { range, line } of make(scene, subject)) {
        await zoe.ask({ ranges: [range] }, [[line]], NO_DIGEST);
        await checkShelves(zoe, [early], COMMON);
      }
    },
  };
}

/** The node holds the early history, and is shown that the others part from it. */
function showThird(subject: Subject): Promise<void> {
  return subject.once('a third history', async () => {
    const { zoe, one, early } = await forkedLog(subject);
    const from = 3;
    await zoe.ask({ ranges: [early.range(from)] }, [early.lines.slice(from)], NO_DIGEST);
    await checkWhole(zoe, early);
    await showFork(zoe, forkProof(early, one, COMMON));
  });
}

function indexOf({ lines }: TestSpace, isWanted: (line: Uint8Array) => boolean): number {
  return lines.findIndex((line, i) => i >= COMMON && isWanted(line));
}

function lineAt({ lines }: TestSpace, index: number): Uint8Array {
  return lines[index] ?? new Uint8Array();
}

const thirds: readonly NodeTest[] = [
  {
    title: 'A proof of two histories of which the node holds neither is passed over.',
    rules: ['FORK-3', 'FORK-7'],
    async run(subject) {
      const { zoe, one, early, late } = await forkedLog(subject);
      const from = 3;
      await zoe.ask({ ranges: [early.range(from)] }, [early.lines.slice(from)], NO_DIGEST);
      await checkWhole(zoe, early);
      await showFork(zoe, forkProof(one, late, COMMON + 2));
      await checkWhole(zoe, early);
      await showThird(subject);
      await checkCut(zoe, early, COMMON);
    },
  },
];

const strays: readonly NodeTest[] = [
  noStray('What protects nobody is no stray.', ['STRAY-2'], ({ one }) => {
    const index = indexOf(one, (line) => !isStray(line));
    return [{ range: one.strayRange(index), line: lineAt(one, index) }];
  }),
  noStray('What is common is no stray.', ['STRAY-2'], ({ one }) => {
    const index = COMMON - 1;
    return [{ range: one.strayRange(index), line: lineAt(one, index) }];
  }),
  noStray('A stray is an entry of a checkpoint of its log.', ['STRAY-3'], (scene, subject) => {
    const { one, zoe } = scene;
    const index = indexOf(one, isStray);
    const line = lineAt(one, index);
    const honest = one.strayRange(index);
    const other = one.fork(COMMON);
    appendHarmless(subject, other);
    const forged = one.checkpoint(one.size, one.root(), zoe.space.keys.log);
    return [
      { range: honest, line: lineAt(other, COMMON) },
      { range: { ...honest, from: index + 1 }, line },
      { range: { ...honest, proof: [] }, line },
      { range: { ...honest, checkpoint: forged }, line },
      { range: { ...honest, checkpoint: zoe.space.checkpoint() }, line },
    ];
  }),
  {
    title: 'Of a log that has not forked there are no strays.',
    rules: ['STRAY-2'],
    async run(subject) {
      const { liar, space, other } = await victim(subject);
      const ranges = [other.strayRange(COMMON)];
      await liar.ask({ ranges }, [[lineAt(other, COMMON)]], NO_DIGEST);
      await checkWhole(liar, space);
      await checkShelves(liar, [space.fork(space.size)], space.size);
    },
  },
];

export const falseForks: NodeChapter = {
  name: 'False forks',
  place: 'spec/forks.md#rules',
  tests: [...proofs, ...thirds, ...strays],
};
