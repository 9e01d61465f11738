/** The node as the caller: it finds out by itself where a log parts from what it holds. */

import type { SyncRange } from '@covisa/protocol';
import { admitted } from '../admitted.js';
import { calledSpace } from '../called-space.js';
import { appendHarmless } from '../entries.js';
import { check, same } from '../expect.js';
import { checkCut, checkWhole, diverge, NO_DIGEST } from '../forking.js';
import type { Subject } from '../subject.js';
import type { NodeChapter } from '../test.js';
import type { TestSpace } from '../test-space.js';
import { letSync } from './calls.js';

/** Entries that both histories have in common: more than one message of a search has sizes. */
const COMMON = 40;

/** What a liar makes of the proofs that it is asked for. */
const BENT: Readonly<Record<string, (range: SyncRange) => SyncRange>> = {
  'of other sizes': (range) => ({ ...range, from: range.from + 1 }),
  'with their hashes in another order': ({ proof = [], ...range }) => {
    return { ...range, proof: proof.toReversed() };
  },
  'without a hash': (range) => ({ ...range, proof: [] }),
};

function write(subject: Subject, space: TestSpace, size: number): void {
  while (space.size < size) appendHarmless(subject, space);
}

/** Quinn's log at the node, and another history of it in the hands of Walter, whom it calls. */
function scene(subject: Subject) {
  return subject.once('a log of which another space holds another history', async () => {
    const called = await calledSpace(subject);
    const quinn = await admitted(subject, 'Quinn');
    const one = quinn.space;
    const from = one.size;
    write(subject, one, COMMON);
    const other = diverge(subject, one.fork(COMMON), 'The copy');
    write(subject, one, COMMON + 5);
    await quinn.ask({ ranges: [one.range(from)] }, [one.lines.slice(from)], NO_DIGEST);
    return { called, one, other };
  });
}

export const forkSearch: NodeChapter = {
  name: 'Search for a fork',
  place: 'spec/forks.md#how-a-fork-is-found',
  tests: [
    {
      title: 'A frontier line of another history that nobody can prove changes nothing.',
      rules: ['FORK-6'],
      async run(subject) {
        const { called, one, other } = await scene(subject);
        // As somebody without the key would write it.
        const forged = one.fork(COMMON, subject.options.random(32));
        write(subject, forged, other.size);
        called.searches = 0;
        called.shown = forged;
        await letSync(subject, called);
        called.shown = null;
        check(called.searches > 0, 'wants: expected some for proofs alone');
        await checkWhole(called.peer, one);
      },
    },
    {
      title: 'A peer that proves wrongly where another history parts is believed nothing.',
      rules: ['FORK-3', 'FORK-4'],
      async run(subject) {
        const { called, one, other } = await scene(subject);
        for (const [what, bend] of Object.entries(BENT)) {
          // Else the node knows that it was told all of this before.
          appendHarmless(subject, called.peer.space);
          Object.assign(called, { searches: 0, shown: other, bend });
          await letSync(subject, called);
          Object.assign(called, { shown: null, bend: null });
          check(called.searches > 0, `wants: expected some for proofs ${what}`);
          await checkWhole(called.peer, one);
        }
        appendHarmless(subject, called.peer.space);
      },
    },
    {
      title: 'Shown another history of a log, the node finds by itself where the two part.',
      rules: ['FORK-1', 'FORK-3', 'FORK-4', 'FORK-6', 'CHECKPOINT-2'],
      async run(subject) {
        const { called, one, other } = await scene(subject);
        called.searches = 0;
        called.shown = other;
        await letSync(subject, called);
        called.shown = null;
        check(called.searches > 0, 'wants: expected some for proofs alone');
        await checkCut(called.peer, one, COMMON);
        const { header } = await called.peer.ask(
          { wants: [{ ...one.log, from: 0, fork: true }] },
          [],
          NO_DIGEST,
        );
        same('proofs that are given', header.forks?.length ?? 0, 1);
      },
    },
  ],
};
