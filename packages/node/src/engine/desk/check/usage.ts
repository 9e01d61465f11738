/**
 * A visa's usage: its stamps found in all held logs, checked (each check once, then remembered),
 * and counted.
 */

import {
  type AnnouncedKey,
  addFound,
  type CalendarDate,
  type CheckedStamp,
  countStamps,
  encodeOutcome,
  type FoundStamp,
  type KnownProof,
  type Marker,
  nextMarkers,
  openChecks,
  parseOutcome,
  type Sha256,
  type SignatureBackend,
  type SpaceId,
  STAMPS_OF_MARKER_MAX,
  type StampedVisa,
  type StampPlace,
  type StampUsage,
  StampWalk,
  startLookup,
} from '@covisa/protocol';
import type { LogPlace, StampCheckMemo, Store } from '@covisa/store';
import type { StampNews } from '../../log/stamp-news.js';
import { type RememberedChecks, SeenStamps, type SeenUsage } from './seen-stamps.js';

/**
 * Whether an entry of a log still counts: a roster that removes a space names the size of its log
 * that does.
 */
export type StillCounts = (stamp: FoundStamp) => boolean;

/** A visa whose stamps are read: what is remembered of them is until the end of its year. */
export interface ReadVisa extends StampedVisa {
  /** The end of its visa year, exclusive. */
  readonly until: CalendarDate;
}

/** What the reader touches of the world. */
interface UsagePorts {
  readonly store: Pick<Store, 'stampPlaces' | 'stampsAt' | 'stampChecks' | 'rememberStampChecks'>;
  readonly signatures: Pick<SignatureBackend, 'verify'>;
  /** Where it is given, faster than the protocol's own. */
  readonly sha256?: Sha256;
}

/** The issuing keys that a space has announced, in log order; null if it is not known. */
interface IssuingKeys {
  space(space: SpaceId): { readonly keys: readonly AnnouncedKey[] } | null;
}

/** Of a reader to whom nobody tells what came, nothing that was added up is kept. */
type News = Pick<StampNews, 'count' | 'concerns'>;

const NO_KEYS: readonly AnnouncedKey[] = [];

/** Reads usage from the store. */
export class UsageReader {
  readonly #ports: UsagePorts;
  readonly #spaces: IssuingKeys;
  readonly #stillCounts: StillCounts;
  readonly #news: News | null;

  constructor(
    ports: UsagePorts,
    spaces: IssuingKeys,
    stillCounts: StillCounts,
    news: News | null = null,
  ) {
    this.#ports = ports;
    this.#spaces = spaces;
    this.#stillCounts = stillCounts;
    this.#news = news;
  }

  /**
   * What the stamps of this visa, in all logs that are held, add up to. `seen` is what this very
   * visa, with the same holder keys, was read with before.
   */
  async of(visa: ReadVisa, seen: SeenStamps = new SeenStamps()): Promise<StampUsage> {
    const { visaNumber, until } = visa;
    const keys = this.#spaces.space(visa.home)?.keys ?? NO_KEYS;
    if (seen.usage !== null && this.#stands(seen.usage, seen, keys)) return seen.usage.usage;
    const since = this.#news?.count ?? 0;
    const walk = new StampWalk(await this.#find(visaNumber, seen));
    seen.remembered ??= await this.#remembered(visaNumber);
    const { results } = seen.remembered;
    const memos: StampCheckMemo[] = [];
    const read: SeenUsage['read'][number][] = [];
    for (let due = walk.due(); due.length > 0; due = walk.due()) {
      const stamps = await this.#read(due, seen);
      read.push(...stamps);
      const counted = stamps.flatMap((one) => (one.stillCounts ? [one.stamp] : []));
      const checked = seen.check(counted, visa, keys, this.#ports.sha256);
      const nameOf = ({ stamp }: CheckedStamp) => seen.checkedName(stamp, visa, this.#ports.sha256);
      memos.push(...(await this.#run(checked, results, nameOf)));
      walk.add(checked, results);
    }
    if (memos.length > 0) {
      await this.#ports.store.rememberStampChecks(visaNumber, until, memos);
    }
    const usage = countStamps(walk.checked, results);
    seen.keep({ usage, since, keys, read });
    seen.trim();
    return usage;
  }

  /** Whether reading again what was read before would come to the same. */
  #stands({ since, keys, read }: SeenUsage, seen: SeenStamps, now: SeenUsage['keys']): boolean {
    if (this.#news === null || this.#news.concerns(seen.markers, since) || keys !== now) {
      return false;
    }
    return read.every(({ stamp, stillCounts }) => this.#stillCounts(stamp) === stillCounts);
  }

  /** Runs the checks that have no result yet, adds theirs, and says what to remember. */
  async #run(
    checked: readonly CheckedStamp[],
    results: Map<string, boolean>,
    nameOf: (checked: CheckedStamp) => string | null,
  ): Promise<readonly StampCheckMemo[]> {
    const open = openChecks(checked, results);
    for (const { id, check } of open) {
      results.set(id, await this.#ports.signatures.verify(check));
    }
    // Where a log is passed over is not remembered: it follows from the results, and changes when
    // the home's keys or a void arrive.
    const fresh = new Set(open.map((one) => one.id));
    return checked
      .filter(({ proof, grant }) => [proof, grant].some((one) => one && fresh.has(one.id)))
      .map((one) => ({
        space: one.stamp.host,
        incarnation: one.stamp.incarnation,
        index: one.stamp.index,
        outcome: encodeOutcome(one, results, nameOf(one)),
      }));
  }

  async #remembered(visaNumber: Uint8Array): Promise<RememberedChecks> {
    const results = new Map<string, boolean>();
    const proofs = new Map<string, KnownProof>();
    for (const { outcome } of await this.#ports.store.stampChecks(visaNumber)) {
      const { results: of, proof } = parseOutcome(outcome);
      for (const [id, result] of of) results.set(id, result);
      if (proof !== null) proofs.set(proof.name, proof);
    }
    return { results, proofs };
  }

  async #find(visaNumber: Uint8Array, seen: SeenStamps): Promise<readonly StampPlace[]> {
    const { sha256 } = this.#ports;
    let state = startLookup(visaNumber);
    for (;;) {
      const asked = nextMarkers(state, (number, k) => seen.markerOf(number, k, sha256));
      if (asked.length === 0) return state.found;
      const indices = new Map<Marker, number>(asked.map((one) => [one.marker, one.k]));
      const places = await this.#ports.store.stampPlaces([...indices.keys()], STAMPS_OF_MARKER_MAX);
      state = addFound(
        state,
        places.flatMap(({ marker, space: host, incarnation, index }) => {
          const k = indices.get(marker);
          return k === undefined ? [] : [{ host, incarnation, index, k }];
        }),
      );
    }
  }

  async #read(places: readonly StampPlace[], seen: SeenStamps): Promise<SeenUsage['read']> {
    const stored = await this.#ports.store.stampsAt(
      places.map(({ host: space, incarnation, index }) => ({ space, incarnation, index })),
    );
    const byPlace = new Map(stored.map((one) => [placeName(one.space, one), one]));
    return places.flatMap((place) => {
      const held = byPlace.get(placeName(place.host, place));
      const stamp = held && seen.found(place, held);
      return stamp ? { stamp, stillCounts: this.#stillCounts(stamp) } : [];
    });
  }
}

function placeName(space: SpaceId, place: Omit<LogPlace, 'space'>): string {
  return `${space}/${place.incarnation}/${place.index}`;
}
