/** One round of check-ins at a server: one after the other for the times, then several at once. */

import { millisecondsOf, millisecondsOfEach } from '../../harness/clock.js';
import type { Figures } from '../../harness/rounds.js';
import { percentile } from '../../harness/statistics.js';
import type { CheckIn } from '../../world/check-ins.js';
import type { Post } from '../../world/client.js';
import { processorMilliseconds } from '../../world/node.js';

/** What a round finds: milliseconds, check-ins a second, milliseconds of processor time. */
export type Names = 'p50' | 'p99' | 'perSecond' | 'processor';

/** Members at once, where throughput is measured. */
const AT_ONCE = 8;
/** All in one request. */
export function oneRequest(path: string): CheckIn {
  return (post, token) => post(path, { token });
}

/** Half of the tokens one after the other, the other half several at once. */
export async function checkIns(
  post: Post,
  checkIn: CheckIn,
  tokens: readonly string[],
  pid: number,
): Promise<Figures<Names>> {
  const half = Math.floor(tokens.length / 2);
  const before = processorMilliseconds(pid);
  const samples = await millisecondsOfEach(half, (at) => checkIn(post, tokens[at] ?? ''));
  const rest = tokens.slice(half);
  // One iterator for all workers: each takes the next token that waits, in the order of the list.
  const waiting = rest.values();
  const worker = async (): Promise<void> => {
    for (const token of waiting) await checkIn(post, token);
  };
  const elapsed = await millisecondsOf(() => Promise.all(Array.from({ length: AT_ONCE }, worker)));
  const processor = (processorMilliseconds(pid) - before) / tokens.length;
  return {
    p50: percentile(samples, 50),
    p99: percentile(samples, 99),
    perSecond: (rest.length * 1000) / elapsed,
    processor,
  };
}
