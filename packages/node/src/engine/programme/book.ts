/**
 * What this node remembers of programmes beside its logs: which it joined, by whose link, and who
 * applied by ours.
 */

import {
  encodeUtf8,
  key32,
  type ProgrammeId,
  parseBase64url,
  parseUtf8,
  programmeId,
  type RosterHash,
  rosterHash,
  type Seconds,
  type Shaped,
  type SpaceId,
  seconds,
  shape,
  spaceId,
  terms,
} from '@covisa/protocol';
import type { Store } from '@covisa/store';
import { Mutex } from '../mutex.js';

const SETTING = 'programmes';
/** Programmes of one node. */
const PROGRAMMES_MAX = 64;
/** Applications that are kept at once: bounds what strangers can store here. */
const APPLICATIONS_MAX = 200;
/** Choices among rosters that are kept, for each programme. */
const CHOICES_MAX = 64;

const introducer = shape.open({
  space: spaceId,
  url: shape.text({ min: 8, max: 200 }),
  peerKey: key32,
});

/** What an introducer told of a programme, shown until its logs are here. */
const preview = shape.open({
  name: shape.text({ min: 1, max: 80 }),
  purpose: shape.text({ min: 0, max: 500 }),
  terms,
  rosterVersion: shape.integer(0),
});

const joined = shape.open({
  programme: programmeId,
  introducer: shape.nullable(introducer),
  preview: shape.nullable(preview),
  /** Where two rosters hold: those that the owner chose. */
  chosen: shape.optional(shape.list(rosterHash, CHOICES_MAX)),
});

const application = shape.open({
  programme: programmeId,
  space: spaceId,
  /** When it came; absent in what was written before this was kept. */
  time: shape.optional(seconds),
});

const book = shape.open({
  joined: shape.list(joined, PROGRAMMES_MAX),
  applications: shape.list(application, APPLICATIONS_MAX),
  /** Founders that were named by their address, until their logs are here. */
  founders: shape.list(introducer, 200),
});

export type Introducer = Shaped<typeof introducer>;
export type Joined = Shaped<typeof joined>;
export type Preview = Shaped<typeof preview>;
type Book = Shaped<typeof book>;

export { preview as programmePreview };

/** The book, kept in the store's settings. */
export class ProgrammeBook {
  readonly #store: Store;
  readonly #turns = new Mutex();
  #book: Book = { joined: [], applications: [], founders: [] };

  constructor(store: Store) {
    this.#store = store;
  }

  async load(): Promise<void> {
    const bytes = await this.#store.setting(SETTING);
    if (bytes) this.#book = book.parse(JSON.parse(parseUtf8(bytes)));
  }

  get joined(): readonly Joined[] {
    return this.#book.joined;
  }

  /** Whether one more programme can be added. */
  get hasRoom(): boolean {
    return this.#book.joined.length < PROGRAMMES_MAX;
  }

  /** Adds a programme, or what is newly known of it. What was chosen stays. */
  async join(one: Omit<Joined, 'chosen'>): Promise<void> {
    await this.#change((book) => {
      const others = book.joined.filter((known) => known.programme !== one.programme);
      const kept = { ...one, chosen: [...this.chosen(one.programme)] };
      return { ...book, joined: [...others, kept] };
    });
  }

  /** The rosters that the owner chose where two held. */
  chosen(programme: ProgrammeId): readonly RosterHash[] {
    return this.#book.joined.find((one) => one.programme === programme)?.chosen ?? [];
  }

  /** Remembers a choice, in place of one among the `others`. */
  async choose(
    programme: ProgrammeId,
    roster: RosterHash,
    others: readonly RosterHash[],
  ): Promise<void> {
    await this.#change((book) => {
      const isOther = (one: RosterHash) => one !== roster && !others.includes(one);
      const chosen = [...this.chosen(programme).filter(isOther), roster].slice(-CHOICES_MAX);
      const joined = book.joined.map((one) =>
        one.programme === programme ? { ...one, chosen } : one,
      );
      return { ...book, joined };
    });
  }

  applicants(programme: ProgrammeId): readonly SpaceId[] {
    const ours = this.#book.applications.filter((one) => one.programme === programme);
    return ours.map((one) => one.space);
  }

  /** The spaces that applied, by any link of this node. */
  applied(): ReadonlySet<SpaceId> {
    return new Set(this.#book.applications.map((one) => one.space));
  }

  /** Remembers an application; the oldest is forgotten where there are too many. */
  async apply(programme: ProgrammeId, space: SpaceId, time: Seconds): Promise<void> {
    const isSame = (one: { programme: ProgrammeId; space: SpaceId }) =>
      one.programme === programme && one.space === space;
    await this.#change((book) => {
      const others = book.applications.filter((one) => !isSame(one));
      const applications = [...others, { programme, space, time }].slice(-APPLICATIONS_MAX);
      return { ...book, applications };
    });
  }

  /** Forgets applications that came before `time`, but for those of spaces that are `kept`. */
  async expire(time: Seconds, kept: ReadonlySet<SpaceId>): Promise<void> {
    await this.#change((book) => {
      const applications = book.applications.filter(
        (one) => (one.time ?? 0) >= time || kept.has(one.space),
      );
      return applications.length === book.applications.length ? book : { ...book, applications };
    });
  }

  /** Forgets applications that were decided. */
  async decide(programme: ProgrammeId, spaces: readonly SpaceId[]): Promise<void> {
    const isOpen = (one: { programme: ProgrammeId; space: SpaceId }) =>
      one.programme !== programme || !spaces.includes(one.space);
    await this.#change((book) => ({ ...book, applications: book.applications.filter(isOpen) }));
  }

  async nameFounder(founder: Introducer): Promise<void> {
    await this.#change((book) => {
      const others = book.founders.filter((one) => one.space !== founder.space);
      return { ...book, founders: [...others, founder] };
    });
  }

  /** A space that is known by its address only so far. */
  introduced(space: SpaceId): { readonly url: string; readonly peerKey: Uint8Array } | null {
    const introducers = this.#book.joined.flatMap((one) => one.introducer ?? []);
    const known = [...introducers, ...this.#book.founders].find((one) => one.space === space);
    return known ? { url: known.url, peerKey: parseBase64url(known.peerKey) } : null;
  }

  /**
   * One change after the other, each stored before it is seen. What could not be read again is not
   * written.
   * @throws ProtocolError SHAPE_INVALID
   */
  #change(make: (book: Book) => Book): Promise<void> {
    return this.#turns.run(async () => {
      const changed = make(this.#book);
      if (changed === this.#book) return;
      const read = book.parse(changed);
      await this.#store.putSetting(SETTING, encodeUtf8(JSON.stringify(changed)));
      this.#book = read;
    });
  }
}
