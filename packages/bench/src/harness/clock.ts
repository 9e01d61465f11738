/** The machine's clock, for all lines: what is measured must be measured alike. */

/** Milliseconds since some moment, with fractions; only differences mean anything. */
export function nowMilliseconds(): number {
  return performance.now();
}

/** Today's date in UTC, as `2026-11-26`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Microseconds a call of something asynchronous, over `count` calls, each awaited in its turn. */
async function microsecondsEachAwaited(
  count: number,
  run: (index: number) => Promise<unknown>,
): Promise<number> {
  const startedAt = nowMilliseconds();
  for (let index = 0; index < count; index += 1) await run(index);
  return ((nowMilliseconds() - startedAt) * 1000) / count;
}

/** What a call costs, in microseconds. */
export interface Cost {
  /** By the clock. */
  readonly clock: number;
  /** Of processor time, all threads of this process together. */
  readonly processor: number;
}

/** What a call costs, over `count` calls, each awaited in its turn. */
export async function costEach(
  count: number,
  run: (index: number) => Promise<unknown>,
): Promise<Cost> {
  const before = process.cpuUsage();
  const clock = await microsecondsEachAwaited(count, run);
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / count };
}

/** Milliseconds that one thing took. */
export async function millisecondsOf(run: () => unknown): Promise<number> {
  const startedAt = nowMilliseconds();
  await run();
  return nowMilliseconds() - startedAt;
}

/** Milliseconds of each of `count` calls, one after the other, as samples for `percentile`. */
export async function millisecondsOfEach(
  count: number,
  run: (index: number) => unknown,
): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    samples.push(await millisecondsOf(() => run(index)));
  }
  return samples;
}
