/** Breakages of what nodes tell each other. */

import type { Breakage } from './breakage.js';

const EXCHANGE = 'node/dist/engine/gossip/exchange.js';
const SESSION = 'node/dist/engine/gossip/sync-session.js';

export const GOSSIP: readonly Breakage[] = [
  {
    name: 'digest-misses-a-change',
    sentence: 'leaves the first change after a sync out of the digest',
    file: EXCHANGE,
    from: 'lines.since(kept.sequence)',
    to: 'lines.since(kept.sequence + 1)',
  },
  {
    name: 'heartbeat-time-not-checked',
    sentence: 'takes heartbeats that are dated in the future',
    file: 'node/dist/engine/log/intake.js',
    from: 'checkHeartbeatTime(time, now);',
    to: '',
  },
  {
    name: 'cursor-too-far',
    sentence: 'moves its cursor past entries that did not come, and never compares everything',
    file: SESSION,
    from: 'await this.#settle();',
    to: '{}',
  },
];
