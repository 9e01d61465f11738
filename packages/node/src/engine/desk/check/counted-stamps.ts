/**
 * What hosts gave by date, as the store counts it, kept as long as nothing comes to any log: a
 * visit is judged when the code is scanned, and again when it is recorded.
 */

import type { Store } from '@covisa/store';
import type { StampNews } from '../../log/stamp-news.js';

type Counts = Pick<Store, 'stampCount' | 'stampDays'>;

/** Answers that are kept at once: bounds memory. */
const KEPT_MAX = 256;

/** Counts stamps. */
export class CountedStamps implements Counts {
  readonly #store: Counts;
  readonly #news: Pick<StampNews, 'count'>;
  readonly #counts = new Map<string, Awaited<ReturnType<Counts['stampCount']>>>();
  readonly #days = new Map<string, Awaited<ReturnType<Counts['stampDays']>>>();
  #since = -1;

  constructor(store: Counts, news: Pick<StampNews, 'count'>) {
    this.#store = store;
    this.#news = news;
  }

  stampCount(...asked: Parameters<Counts['stampCount']>): ReturnType<Counts['stampCount']> {
    return this.#kept(this.#counts, asked.join(' '), () => this.#store.stampCount(...asked));
  }

  stampDays(asked: Parameters<Counts['stampDays']>[0]): ReturnType<Counts['stampDays']> {
    const { host, home, from, to } = asked;
    const name = [host, home, from, to].join(' ');
    return this.#kept(this.#days, name, () => this.#store.stampDays(asked));
  }

  async #kept<T>(kept: Map<string, T>, name: string, count: () => Promise<T>): Promise<T> {
    const since = this.#news.count;
    if (since !== this.#since) this.#forget(since);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const counted = await count();
    if (kept.size >= KEPT_MAX) kept.clear();
    // What came while it was counted may be in it, or not.
    if (this.#news.count === since && this.#since === since) kept.set(name, counted);
    return counted;
  }

  #forget(since: number): void {
    this.#since = since;
    this.#counts.clear();
    this.#days.clear();
  }
}
