/** Breakages of what a node keeps, and of who may write. */

import type { Breakage } from './breakage.js';

const OWN_LOG = 'node/dist/engine/log/own-log.js';
const RECOVERY = 'node/dist/engine/log/recovery.js';
const JOURNAL = 'node/dist/engine/desk/record/journal.js';
const STEADY_CLOCK = 'node/dist/engine/steady-clock.js';

export const DURABILITY: readonly Breakage[] = [
  {
    name: 'acknowledged-before-durable',
    sentence: 'answers the desk before stamp and checkpoint are on the disk',
    by: 'acknowledged',
    file: JOURNAL,
    from: 'await this.#ownLog.append([this.#stamp(visit)]',
    to: 'void this.#ownLog.append([this.#stamp(visit)]',
  },
  {
    name: 'head-file-not-written',
    sentence:
      'records a visit without writing the head file, so that a backup looks like the latest state',
    by: 'no-fork',
    file: OWN_LOG,
    from: 'await ports.headFile.write(',
    to: 'if (!effects(range.from).visits) await ports.headFile.write(',
  },
  {
    name: 'restored-node-writes-at-once',
    sentence: 'appends to its log although the head file is ahead of the database',
    by: 'no-fork',
    file: OWN_LOG,
    from: 'else if (await this.#continues(recorded))',
    to: 'else',
  },
  {
    name: 'recovery-asks-nobody',
    sentence: 'goes on after a restore before its peers have said what they hold of its log',
    by: 'growth',
    file: RECOVERY,
    from: 'if (!this.#isEnough(answered, this.awaited()))',
    to: 'if (false)',
  },
  {
    name: 'journal-not-kept',
    sentence: 'takes visits while its log may not grow, and keeps them nowhere',
    by: 'acknowledged',
    file: JOURNAL,
    from: 'await this.#context.ports.store.putVisits([visit]);\n        return visit;',
    to: 'return visit;',
  },
  {
    name: 'journal-not-published',
    sentence: 'never publishes the visits that waited for its log',
    by: 'acknowledged',
    file: JOURNAL,
    from: 'for (const visit of await this.pending()) {',
    to: 'for (const visit of []) {',
  },
  {
    name: 'any-clock-believed',
    sentence: 'erases at once what is over by its clock, however far that has stepped',
    by: 'liars',
    file: STEADY_CLOCK,
    from: 'instant >= since + CLOCK_STEADY_SECONDS ? instant : null',
    to: 'instant',
  },
  {
    name: 'timer-after-stop',
    sentence: 'leaves its timers set when it is stopped',
    by: 'memory',
    file: 'node/dist/engine/gossip/gossip.js',
    from: 'this.#timer?.cancel();',
    to: '',
  },
  {
    name: 'peers-do-not-echo',
    sentence: 'says nothing of what it holds of the log of whom it answers',
    by: 'no-fork',
    file: 'node/dist/engine/gossip/exchange.js',
    from: 'return checkpoint ? { echo: checkpoint } : {};',
    to: 'return {};',
  },
  {
    name: 'copy-goes-on',
    sentence: 'goes on to write when it is told that another machine writes to its log',
    by: 'no-fork',
    file: OWN_LOG,
    from: "if (this.#mode === 'recovering')\n            return;",
    to: 'return;',
  },
  {
    name: 'young-entries-forgotten',
    sentence: 'forgets entries that tell of days which still count',
    by: 'acknowledged',
    file: 'node/dist/engine/log/pruner.js',
    from: 'else if (dateOfEntry(entry) > limit)',
    to: 'else if (false)',
    options: { old: true },
  },
];
