/** Visits or refusals of a desk, found by id, by visa number and by date. */

import { encodeBase64url } from '@covisa/protocol';
import { compareText } from '../heads.js';

interface DeskRecord {
  readonly id: string;
  readonly date: string;
  readonly recorded: number;
  readonly visaNumber: Uint8Array | null;
  readonly index: number | null;
}

function byRecorded(left: DeskRecord, right: DeskRecord): number {
  return left.recorded - right.recorded || compareText(left.id, right.id);
}

function byDate(left: DeskRecord, right: DeskRecord): number {
  return compareText(left.date, right.date) || byRecorded(left, right);
}

type Index = Map<string, Set<string>>;

interface Held<One> {
  readonly all: Map<string, One>;
  readonly byNumber: Index;
  readonly byDate: Index;
  /** Those that wait to be published. */
  readonly pending: Set<string>;
}

/** A table of records. Copies share what they hold until one of them is written to. */
export class DeskRecords<One extends DeskRecord> {
  #held: Held<One> = { all: new Map(), byNumber: new Map(), byDate: new Map(), pending: new Set() };
  #isShared = false;

  put(records: readonly One[]): void {
    if (records.length > 0) this.#own();
    for (const one of records) {
      this.#drop(one.id);
      this.#add(one);
    }
  }

  get(id: string): One | null {
    return this.#held.all.get(id) ?? null;
  }

  all(): Iterable<One> {
    return this.#held.all.values();
  }

  /** Those of these dates, both inclusive, in the order of dates and instants. */
  between(from: string, to: string): readonly One[] {
    const { byDate: dates } = this.#held;
    const days = from === to ? [from] : [...dates.keys()].filter((one) => one >= from && one <= to);
    return days.flatMap((day) => this.#named(dates.get(day))).sort(byDate);
  }

  ofNumber(visaNumber: Uint8Array): readonly One[] {
    return this.#named(this.#held.byNumber.get(encodeBase64url(visaNumber))).sort(byDate);
  }

  pending(): readonly One[] {
    return this.#named(this.#held.pending).sort(byRecorded);
  }

  copy(): DeskRecords<One> {
    const other = new DeskRecords<One>();
    other.#held = this.#held;
    other.#isShared = true;
    this.#isShared = true;
    return other;
  }

  #named(ids: Iterable<string> = []): One[] {
    return [...ids].flatMap((id) => this.#held.all.get(id) ?? []);
  }

  #add(one: One): void {
    const { all, byNumber, byDate: dates, pending } = this.#held;
    all.set(one.id, one);
    enter(dates, one.date, one.id);
    if (one.visaNumber !== null) enter(byNumber, encodeBase64url(one.visaNumber), one.id);
    if (one.index === null) pending.add(one.id);
  }

  #drop(id: string): void {
    const { all, byNumber, byDate: dates, pending } = this.#held;
    const one = all.get(id);
    if (one === undefined) return;
    leave(dates, one.date, id);
    if (one.visaNumber !== null) leave(byNumber, encodeBase64url(one.visaNumber), id);
    pending.delete(id);
  }

  #own(): void {
    if (!this.#isShared) return;
    const { all, byNumber, byDate: dates, pending } = this.#held;
    this.#held = {
      all: new Map(all),
      byNumber: copyIndex(byNumber),
      byDate: copyIndex(dates),
      pending: new Set(pending),
    };
    this.#isShared = false;
  }
}

function enter(index: Index, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}

function leave(index: Index, key: string, id: string): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}

function copyIndex(index: Index): Index {
  return new Map([...index].map(([key, ids]) => [key, new Set(ids)]));
}
