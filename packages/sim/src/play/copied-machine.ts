/** What a second machine with one secret is told of the log that it shares. */

import type { LogId } from '@covisa/store';
import type { SimSpace } from '../world/sim-space.js';
import type { Play } from './play.js';

/** Between two answers that tell of more: the second was made when its node held it for long. */
const APART_SECONDS = 60;

/** Watches the syncs that a copy starts, until it is asked. */
export class CopiedMachine {
  readonly #play: Play;
  readonly #copy: SimSpace;
  readonly #stop: () => void;
  readonly #told: number[] = [];
  #work: Promise<void> = Promise.resolve();

  constructor(play: Play, copy: SimSpace) {
    this.#play = play;
    this.#copy = copy;
    this.#stop = play.world.line.listen(({ from, to, path }) => {
      if (from !== copy || path !== '/covisa/v1/sync') return;
      this.#work = this.#work.then(() => this.#note(to));
    });
  }

  /** Whether peers have told it, time and again, that they hold more of its log than it does. */
  async wasTold(): Promise<boolean> {
    this.#stop();
    await this.#work;
    const [first = 0, ...others] = this.#told;
    return others.some((at) => at - first > APART_SECONDS);
  }

  async #note(peer: SimSpace): Promise<void> {
    const [held, own] = [await sizes(peer, this.#copy), await sizes(this.#copy, this.#copy)];
    const isMore = [...held].some(([incarnation, size]) => size > (own.get(incarnation) ?? 0));
    if (isMore) this.#told.push(this.#play.at);
  }
}

/** How much a node holds of a space's log, by incarnation. */
async function sizes(
  { disk }: SimSpace,
  { id }: SimSpace,
): Promise<ReadonlyMap<LogId['incarnation'], number>> {
  const heads = (await disk.store.heads()).filter(({ space }) => space === id);
  return new Map(heads.map(({ incarnation, size }) => [incarnation, size]));
}
