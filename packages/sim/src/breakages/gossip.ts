/** Breakages of what nodes tell each other. */

import type { Breakage } from './breakage.js';

const EXCHANGE = 'node/dist/engine/gossip/exchange.js';
const SESSION = 'node/dist/engine/gossip/sync-session.js';
const OUTBOX = 'node/dist/engine/messages/outbox.js';

export const GOSSIP: readonly Breakage[] = [
  {
    name: 'digest-misses-a-change',
    sentence: 'leaves the first change after a sync out of the digest',
    by: 'traffic',
    file: 'node/dist/engine/gossip/digests.js',
    from: 'lines.since(kept.sequence)',
    to: 'lines.since(kept.sequence + 1)',
    options: { spacesMax: 3, visits: 20, days: 1 },
  },
  {
    name: 'heartbeat-time-not-checked',
    sentence: 'takes heartbeats that are dated in the future',
    by: 'heartbeats',
    file: 'node/dist/engine/log/intake.js',
    from: 'checkHeartbeatTime(time, now);',
    to: '',
  },
  {
    name: 'cursor-too-far',
    sentence: 'moves its cursor past entries that did not come, and never compares everything',
    by: 'convergence',
    file: SESSION,
    from: 'answer = await this.#settle(answer);',
    to: '{}',
  },
  {
    name: 'fork-proof-ignored',
    sentence: 'hears of no fork by the proof of a peer',
    by: 'convergence',
    file: EXCHANGE,
    from: 'await this.#takeFork(peer, proof);',
    to: ';',
  },
  {
    name: 'whole-frontier-every-time',
    sentence: 'tells its whole frontier in each sync',
    by: 'traffic',
    file: 'node/dist/engine/gossip/gossip.js',
    from: 'if ((isEqual || isSettled) && asksNothing) {',
    to: 'header: message.header.since = undefined;\n        if (false) {',
  },
  {
    name: 'calls-everybody',
    sentence: 'calls all its peers each time, and not one of them by chance',
    by: 'traffic',
    file: 'node/dist/engine/gossip/gossip.js',
    from: 'recovery.isNeeded ? Number.POSITIVE_INFINITY : count;',
    to: 'Number.POSITIVE_INFINITY;',
  },
  {
    name: 'earlier-heartbeat-taken',
    sentence: 'takes an earlier heartbeat in place of a later one',
    by: 'heartbeats',
    file: 'node/dist/engine/log/intake.js',
    from: 'time <= (held.head.heartbeat?.time ?? -1)',
    to: 'false',
    also: [
      { file: 'node/dist/engine/log/replica.js', from: 'one.heartbeat.time > time', to: 'true' },
      {
        file: 'store/dist/memory/logs.js',
        from: 'heartbeat.time <= (log.head.heartbeat?.time ?? -1)',
        to: 'false',
      },
    ],
  },
  {
    name: 'range-not-proven',
    sentence: 'takes entries that do not hash to the signed root',
    by: 'growth',
    file: 'protocol/dist/log/range.js',
    from: "if (fit !== 'yes')",
    to: 'if (false)',
    options: { lie: 'alter' },
  },
  {
    name: 'message-tried-once',
    sentence: 'gives a message up that the other node did not take at once',
    by: 'messages',
    file: OUTBOX,
    from: "const state = isFinal ? 'failed' : 'waiting';",
    to: "const state = 'failed';",
  },
  {
    name: 'message-said-to-be-delivered',
    sentence: 'takes a message for delivered, whatever became of it',
    by: 'messages',
    file: OUTBOX,
    from: 'return { ...failureOf(error), isFinal: isFinal(error) };',
    to: '',
  },
  {
    name: 'messages-not-fetched',
    sentence: 'never asks for its messages where nobody can call it',
    by: 'messages',
    file: 'node/dist/engine/messages/messages.js',
    from: 'if (this.#context.settings.publicUrl === null)',
    to: 'if (false)',
    options: { spacesMax: 12, visits: 10, days: 6 },
  },
];
