/**
 * Virtual time: what is due runs in the order of its time, and of two at one time in the order in
 * which they were set. Between two of them every promise that can go on goes on, since nothing in a
 * world waits for anything but promises and this clock.
 */

import type { Clock, Timer } from '@covisa/node';

interface Waiting {
  readonly due: number;
  readonly order: number;
  run: (() => void) | null;
}

/** Milliseconds, 30 days: what is awaited for longer hangs; the longest work takes days. */
const WORK_MAX = 30 * 86_400_000;

/**
 * Lets every promise that can go on go on: a turn of the event loop, the only real thing here.
 */
function drained(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A clock that moves only by `runUntil`. */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  /** A binary heap, the next one first. */
  readonly #heap: Waiting[] = [];

  constructor(nowMilliseconds: number) {
    this.#now = nowMilliseconds;
  }

  nowMilliseconds(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): Timer {
    const waiting: Waiting = {
      due: this.#now + Math.max(0, milliseconds),
      order: this.#order,
      run,
    };
    this.#order += 1;
    this.#push(waiting);
    return {
      cancel() {
        waiting.run = null;
      },
    };
  }

  /** Resolves when so many milliseconds have passed. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.after(milliseconds, resolve));
  }

  /** Runs everything that falls due until then (milliseconds), and stands there. */
  async runUntil(end: number): Promise<void> {
    await drained();
    for (;;) {
      const next = this.#heap[0];
      if (next === undefined || next.due > end) break;
      this.#pop();
      if (next.run === null) continue;
      this.#now = Math.max(this.#now, next.due);
      next.run();
      await drained();
    }
    this.#now = Math.max(this.#now, end);
  }

  /** Runs what falls due until `work` is done; its result. @throws Error where it never comes */
  async runFor<T>(work: Promise<T>): Promise<T> {
    const latest = this.#now + WORK_MAX;
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    // Nobody may be left who waits for it when it fails before the loop ends.
    done.catch(() => undefined);
    await drained();
    while (!isDone) {
      const next = this.#pop();
      if (next === undefined || next.due > latest) {
        throw new Error('work: waits for something that never comes');
      }
      if (next.run === null) continue;
      this.#now = Math.max(this.#now, next.due);
      next.run();
      await drained();
    }
    return done;
  }

  #push(waiting: Waiting): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Waiting;
      if (!isBefore(waiting, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = waiting;
  }

  #pop(): Waiting | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (last === undefined || first === last) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const hasLower =
        right < heap.length && isBefore(heap[right] as Waiting, heap[left] as Waiting);
      const child = hasLower ? right : left;
      if (!isBefore(heap[child] as Waiting, last)) break;
      heap[at] = heap[child] as Waiting;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(one: Waiting, other: Waiting): boolean {
  return one.due === other.due ? one.order < other.order : one.due < other.due;
}
