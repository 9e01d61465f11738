/** A log of which two histories are shown: it is cut to what they have in common, everywhere. */

import {
  checkpointCheck,
  encodeBase64url,
  equalBytes,
  frontierDigest,
  isShelf,
  leafHash,
  logKeyOf,
  logOfShelf,
  parseBase64url,
  parseCheckpoint,
  readFork,
  readStray,
  recomputeRoots,
  shape,
} from '@covisa/protocol';
import { ed25519 } from '../../platform/ed25519.js';
import { admitted } from '../admitted.js';
import { documentOf } from '../answers.js';
import { appendHarmless } from '../entries.js';
import { check, reading, same } from '../expect.js';
import {
  beat,
  checkCut,
  checkShelves,
  checkWhole,
  diverge,
  forkProof,
  isStray,
  linesOf,
  NO_DIGEST,
  sendStrays,
  showFork,
} from '../forking.js';
import type { Subject } from '../subject.js';
import type { NodeChapter, NodeTest } from '../test.js';

/** Entries that both histories have in common. */
const COMMON = 5;
const listings = shape.list(shape.open({ space: shape.text({ max: 43 }) }), 10_000);

/** Sybil's node was copied: the node holds one history whole, and another space tells of both. */
function scene(subject: Subject) {
  return subject.once('a log with two histories', async () => {
    const [sybil, ted] = [await admitted(subject, 'Sybil'), await admitted(subject, 'Ted')];
    const one = sybil.space;
    while (one.size < COMMON) appendHarmless(subject, one);
    const other = diverge(subject, one.fork(COMMON), 'The copy');
    diverge(subject, one, 'The first');
    appendHarmless(subject, one);
    await sybil.sync();
    await checkWhole(ted, one);
    return { sybil, ted, one, other };
  });
}

/** The same after the node was shown the proof. */
function forked(subject: Subject) {
  return subject.once('a log that has forked', async () => {
    const all = await scene(subject);
    await showFork(all.ted, forkProof(all.one, all.other, COMMON));
    return all;
  });
}

const cut: readonly NodeTest[] = [
  {
    title: 'A log of which a fork is proven is cut to what its histories have in common.',
    rules: ['FORK-1', 'FORK-3', 'FORK-4', 'FORK-6', 'FORK-10'],
    async run(subject) {
      const { ted, one } = await forked(subject);
      await checkCut(ted, one, COMMON);
    },
  },
  {
    title: 'The proof is given to whoever asks for it, and holds.',
    rules: ['FORK-1', 'FORK-3', 'FORK-4', 'FORK-6'],
    async run(subject) {
      const { one } = await forked(subject);
      const asking = await admitted(subject, 'Ursula');
      const wants = [{ ...one.log, from: 0, fork: true }];
      const { header } = await asking.ask({ wants }, [], NO_DIGEST);
      const [proof, ...more] = header.forks ?? [];
      check(proof !== undefined && more.length === 0, 'forks: expected one proof');
      const known = { logKey: ed25519.publicKey(one.keys.log), recovery: null };
      const fork = reading('fork', () => readFork(proof, known));
      same('common', fork.common, COMMON);
      check(
        fork.checks.every((signed) => ed25519.verify(signed)),
        "fork: expected the log key's signatures",
      );
    },
  },
  {
    title: 'What is common is given under a checkpoint that holds, and nothing beyond it.',
    rules: ['FORK-9', 'LOG-3', 'LOG-4'],
    async run(subject) {
      const { one } = await forked(subject);
      const reader = await admitted(subject, 'Ursula');
      await reader.take(await reader.ask({ wants: [{ ...one.log, from: 0 }] }, [], NO_DIGEST));
      const { lines } = reader.held(one.log);
      same('entries', lines.length, COMMON);
      const isSame = lines.every((line, i) => equalBytes(line, one.lines[i] ?? new Uint8Array()));
      check(isSame, 'entries: expected the bytes that were written');
      const wants = [{ ...one.log, from: COMMON }];
      const { header } = await reader.ask({ wants }, [], NO_DIGEST);
      same('ranges beyond it', header.ranges?.length ?? 0, 0);
    },
  },
  {
    title: 'A space whose log has forked is unlisted.',
    rules: ['DIR-4'],
    async run(subject) {
      const { one, ted } = await forked(subject);
      await beat(subject, ted);
      const said = documentOf(await subject.get('/covisa/v1/directory'), listings);
      const isListed = (id: string) => said.some(({ space }) => space === id);
      same('the other space is listed', isListed(ted.space.id), true);
      same('the space is listed', isListed(one.id), false);
    },
  },
  {
    title: 'A forked log grows no more, and no heartbeat of it tells anything.',
    rules: ['FORK-9', 'FORK-10'],
    async run(subject) {
      const { ted, one } = await forked(subject);
      const range = one.range(COMMON);
      await ted.ask({ ranges: [range] }, [one.lines.slice(COMMON)], NO_DIGEST);
      const beat = one.heartbeatAt(subject.now());
      await ted.ask({ heartbeats: [{ ...one.log, ...beat }] }, [], NO_DIGEST);
      const early = one.fork(COMMON).heartbeatAt(subject.now());
      await ted.ask({ heartbeats: [{ ...one.log, ...early }] }, [], NO_DIGEST);
      await checkCut(ted, one, COMMON);
    },
  },
];

const strays: readonly NodeTest[] = [
  {
    title: 'What protects others beyond what is common lies on the shelf that its hash names.',
    rules: ['STRAY-1', 'STRAY-2', 'STRAY-4'],
    async run(subject) {
      const { ted, one } = await forked(subject);
      await checkShelves(ted, [one], COMMON);
    },
  },
  {
    title: 'Each stray is given with the proof that a signed checkpoint includes it.',
    rules: ['STRAY-1', 'STRAY-2', 'STRAY-3'],
    async run(subject) {
      const { ted, one } = await forked(subject);
      const wants = (await linesOf(ted, one.id))
        .filter(isShelf)
        .map(({ space, incarnation }) => ({ space, incarnation, from: 0 }));
      const { header, lines } = await ted.ask({ wants }, [], NO_DIGEST);
      const logKey = ed25519.publicKey(one.keys.log);
      const given = (header.ranges ?? []).map((range, i) => {
        const [bytes = new Uint8Array()] = lines[i] ?? [];
        same('the log of the shelf', logKeyOf(logOfShelf(range)), logKeyOf(one.log));
        const proof = (range.proof ?? []).map(parseBase64url);
        const stray = { index: range.from, bytes, checkpoint: range.checkpoint, proof };
        const read = reading('stray', () => readStray(one.log, stray, { common: COMMON, logKey }));
        same('the shelf', read.place.incarnation, range.incarnation);
        check(ed25519.verify(read.check), "stray: expected the log key's signature");
        return encodeBase64url(leafHash(bytes));
      });
      const written = one.lines.slice(COMMON).filter(isStray);
      const expected = written.map((line) => encodeBase64url(leafHash(line)));
      same('the strays', given.sort().join(), expected.sort().join());
    },
  },
  {
    title: 'Strays of the other history are taken from anybody, and lie beside the first ones.',
    rules: ['STRAY-1', 'STRAY-3', 'STRAY-4'],
    async run(subject) {
      const { ted, one, other } = await forked(subject);
      await sendStrays(ted, other, COMMON);
      await checkShelves(ted, [one, other], COMMON);
    },
  },
  {
    title: 'The same strays in another order, and again, change nothing.',
    rules: ['STRAY-4'],
    async run(subject) {
      const { ted, one, other } = await forked(subject);
      for (const history of [other, one, other]) await sendStrays(ted, history, COMMON);
      await checkShelves(ted, [one, other], COMMON);
    },
  },
  {
    title: 'A digest is that of all lines and forks, shelves among them.',
    rules: ['SYNC-2'],
    async run(subject) {
      const { ted } = await forked(subject);
      const part = { frontier: ted.frontier(), full: true };
      const { header } = await ted.ask(part, [], NO_DIGEST);
      const digest = frontierDigest(header.frontier ?? []);
      same('digest', header.digests[0]?.digest ?? null, digest);
      const equal = await ted.ask({}, [], digest);
      same('a frontier where digests are equal', equal.header.frontier ?? null, null);
    },
  },
];

const exchange: readonly NodeTest[] = [
  {
    title: 'To whose line tells of no fork the node sends the proof.',
    rules: [],
    async run(subject) {
      const { ted, one } = await forked(subject);
      const { header } = await ted.ask({ frontier: [one.frontierLine()] }, [], NO_DIGEST);
      const isSent = (header.forks ?? []).some((proof) => proof.space === one.id);
      same('the proof is sent', isSent, true);
      const isWanted = (header.wants ?? []).some((want) => logKeyOf(want) === logKeyOf(one.log));
      same('entries beyond what is common are wanted', isWanted, false);
    },
  },
  {
    title:
      'Of a fork that another line tells of the node wants the proof, and believes nothing yet.',
    rules: [],
    async run(subject) {
      const { ted } = await forked(subject);
      const ursula = await admitted(subject, 'Ursula');
      const line = { ...ursula.space.frontierLine(), common: 2, size: 2 };
      const { header } = await ted.ask({ frontier: [line] }, [], NO_DIGEST);
      const want = header.wants?.find((one) => one.space === ursula.space.id && one.fork === true);
      check(want !== undefined, 'wants: expected the proof');
      await checkWhole(ted, ursula.space);
    },
  },
  {
    title:
      'Asked barely, the node proves which root it has at a size, as a search for a fork needs.',
    rules: ['CHECKPOINT-2'],
    async run(subject) {
      const { ted, one } = await forked(subject);
      const sizes = [1, 2, COMMON - 1, COMMON];
      const wants = [0, ...sizes].map((from) => ({ ...one.log, from, bare: true }));
      const { header, lines } = await ted.ask({ wants }, [], NO_DIGEST);
      const ranges = header.ranges ?? [];
      const first = lines[ranges.findIndex(({ from }) => from === 0)]?.[0] ?? new Uint8Array();
      check(
        equalBytes(first, one.lines[0] ?? new Uint8Array()),
        'from 0: expected the first entry',
      );
      const logKey = ed25519.publicKey(one.keys.log);
      for (const size of sizes) {
        const range = ranges.find(({ from }) => from === size);
        check(range !== undefined && range.count === 0, `a range from ${size}: expected one, bare`);
        const read = reading('checkpoint', () => parseCheckpoint(range.checkpoint));
        check(ed25519.verify(checkpointCheck(read, logKey)), 'checkpoint: expected its signature');
        const proof = (range.proof ?? []).map(parseBase64url);
        const roots = recomputeRoots(size, read.size, proof);
        check(roots !== undefined, `the proof from ${size}: expected one that can be read`);
        same('the new root', encodeBase64url(roots.newRoot), encodeBase64url(read.root));
        same('the root', encodeBase64url(roots.oldRoot), encodeBase64url(one.root(size)));
      }
    },
  },
  {
    title: 'Of two proofs the one with less in common holds, and cuts the log further.',
    rules: ['FORK-7'],
    async run(subject) {
      const { ted, one, other } = await forked(subject);
      await sendStrays(ted, other, COMMON);
      const third = diverge(subject, one.fork(COMMON - 1), 'A third');
      await showFork(ted, forkProof(one, third, COMMON - 1));
      await checkCut(ted, one, COMMON - 1);
      await showFork(ted, forkProof(one, other, COMMON));
      await checkCut(ted, one, COMMON - 1);
      await checkShelves(ted, [one, other], COMMON - 1);
    },
  },
];

export const forks: NodeChapter = {
  name: 'Forks',
  place: 'spec/forks.md',
  tests: [...cut, ...strays, ...exchange],
};
