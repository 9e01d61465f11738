/** A story that is being played: its world, its people, and what really happened so far. */

import { CLOCK_STEADY_SECONDS, type ProgrammeId, type Terms, utcDate } from '@covisa/protocol';
import type { Wallet } from '../people.js';
import { FULL_PLAN, type Story, type StoryEvent } from '../story/story.js';
import type { DiskImage } from '../world/disk.js';
import type { SimSpace } from '../world/sim-space.js';
import { World } from '../world/world.js';
import { Ledger } from './ledger.js';
import { gainOf } from './liars/index.js';
import type { Lie } from './liars/liar.js';

/** A member, with the phones that hold its visa. */
export interface Person {
  readonly number: number;
  readonly home: SimSpace;
  /** The home's id of the member. */
  readonly id: string;
  wallet: Wallet;
  /** The phone before, which may still be about. */
  oldWallet?: Wallet;
}

/** A copy of a disk, and when it was made, in seconds from the beginning. */
export interface Backup {
  readonly image: DiskImage;
  readonly at: number;
}

/** An older disk in the place of one, in seconds from the beginning. */
export interface Restore {
  /** The space's number. */
  readonly space: number;
  readonly at: number;
  /** When the older one was copied: what was written since is gone. */
  readonly backedUp: number;
}

/** Somebody asked to join a programme, both by number; instants in seconds from the beginning. */
export interface Join {
  readonly space: number;
  readonly programme: number;
  readonly at: number;
  /** When it heard that it had applied; null: the answer was lost. */
  heardAt: number | null;
}

/** What a clock was set to, and when, in seconds from the beginning. */
interface Skew {
  readonly at: number;
  readonly milliseconds: number;
}

/** What is demanded of every run besides the invariants. */
export const NO_CRASH = 'no-crash';
/** Of so many rests one is thorough. */
const THOROUGH_RESTS = 3;

type EventOf<Kind extends StoryEvent['kind']> = Extract<StoryEvent, { kind: Kind }>;

/** The time from the beginning, or from a rest, to the next one. */
export interface Chapter {
  readonly number: number;
  /** Seconds from the beginning of the story. */
  readonly began: number;
  /** How many entries each log had then, by `<space>/<incarnation>`. */
  readonly sizes: ReadonlyMap<string, number>;
}

export class Play {
  readonly story: Story;
  readonly world: World;
  readonly ledger = new Ledger();
  readonly spaces: SimSpace[] = [];
  readonly people: Person[] = [];
  readonly programmes: ProgrammeId[] = [];
  /** Second machines with the secret of a space, by the space's number. */
  readonly clones = new Map<number, SimSpace>();
  readonly backups = new Map<number, Backup>();
  /** Disks that were replaced by older ones, in their order: what was on them alone is gone. */
  readonly restores: Restore[] = [];
  /** What liars do when they lie, by their numbers. */
  readonly lies = new Map<number, Lie>();
  /** Seals of stamps that a liar invented, and that no proof of a member can make count. */
  readonly worthless = new Set<string>();
  /** Who asked to join which programme. */
  readonly joins: Join[] = [];
  /** Spaces that set out to leave a programme or to close, by number: one may be killed at it. */
  readonly parting = new Set<number>();
  /** Spaces that went on with their recovery key. */
  readonly recovered = new Set<number>();
  /** Spaces of which a second history may exist through no lie: cloned, or restored alone. */
  readonly doubled = new Set<number>();
  chapter: Chapter = { number: 0, began: 0, sizes: new Map() };
  readonly #skews = new Map<number, Skew[]>();
  readonly #crashes = new Set<string>();
  readonly #eventsByKind = new Map<StoryEvent['kind'], StoryEvent[]>();
  /** Told what happens, as it happens. */
  readonly trace: (text: string) => void;
  /** The story's beginning, in seconds. */
  readonly began: number;

  constructor(story: Story, trace: (text: string) => void = () => undefined) {
    this.story = story;
    this.world = new World(story.seed, Date.parse(story.begins));
    this.began = this.world.now;
    for (const event of story.events) {
      const alike = this.#eventsByKind.get(event.kind);
      if (alike === undefined) this.#eventsByKind.set(event.kind, [event]);
      else alike.push(event);
    }
    this.trace = (text) => trace(`${this.#stamp()} ${text}`);
    this.world.crashed = ({ name }, error) => this.crashed(name, error);
  }

  /** Seconds from the story's beginning. */
  get at(): number {
    return this.world.now - this.began;
  }

  space(number: number): SimSpace {
    const space = this.spaces[number];
    if (!space) throw new RangeError(`space ${number}: expected one of the story`);
    return space;
  }

  person(number: number): Person {
    const person = this.people[number];
    if (!person) throw new RangeError(`member ${number}: expected one of the story`);
    return person;
  }

  programme(number: number): ProgrammeId {
    const programme = this.programmes[number];
    if (!programme) throw new RangeError(`programme ${number}: expected one of the story`);
    return programme;
  }

  /** The numbers of the spaces that do not lie. */
  honest(): readonly number[] {
    return this.story.spaces.flatMap(({ lie }, number) => (lie === null ? [number] : []));
  }

  isHonest(number: number): boolean {
    return this.story.spaces[number]?.lie === null;
  }

  /** By which terms visits of a programme are judged. */
  termsOf(programme: ProgrammeId): Terms {
    return this.story.programmes[this.programmes.indexOf(programme)]?.terms ?? {};
  }

  /** The plan of the member of this number. */
  planOf(member: number): string {
    return this.story.members[member]?.plan ?? FULL_PLAN;
  }

  /** The events of a kind, in the order of their instants. */
  eventsOf<Kind extends StoryEvent['kind']>(kind: Kind): readonly EventOf<Kind>[] {
    return (this.#eventsByKind.get(kind) ?? []) as EventOf<Kind>[];
  }

  /** A clock is set, rightly (0) or by so many milliseconds ahead. */
  setClock(number: number, milliseconds: number): void {
    this.space(number).skew = milliseconds;
    this.#skews.set(number, [...this.#skewsOf(number), { at: this.at, milliseconds }]);
  }

  /** Whether its clock was right, up to so many seconds, all the time between two instants. */
  isClockRight(number: number, from: number, to: number, seconds = 0): boolean {
    return this.#wrongTimes(number).every(
      ({ at, until, milliseconds }) =>
        until < from || to < at || Math.abs(milliseconds) <= 1000 * seconds,
    );
  }

  /** The latest that its clock has ever shown, in seconds. */
  latestShown(number: number): number {
    const shown = this.#wrongTimes(number).map(
      ({ until, milliseconds }) => this.began + until + milliseconds / 1000,
    );
    return Math.max(this.world.now, ...shown);
  }

  /** Times in which its clock was wrong. */
  #wrongTimes(number: number) {
    const skews = this.#skewsOf(number);
    return skews
      .map((one, at) => ({ ...one, until: skews[at + 1]?.at ?? this.at }))
      .filter(({ milliseconds }) => milliseconds !== 0);
  }

  /** Whether a space lost a disk between two instants, these included. */
  isRestored(number: number, from: number, to: number): boolean {
    return this.restores.some((one) => one.space === number && from <= one.at && one.at <= to);
  }

  /**
   * Whether its clock was ahead by more than a week for a week or longer: it believed that clock
   * (KEEP-5), and what it erased is gone.
   */
  isMisled(number: number): boolean {
    let from: number | null = null;
    for (const { at, milliseconds } of [
      ...this.#skewsOf(number),
      { at: this.at, milliseconds: 0 },
    ]) {
      if (from !== null && at - from >= CLOCK_STEADY_SECONDS) return true;
      if (milliseconds <= CLOCK_STEADY_SECONDS * 1000) from = null;
      else from ??= at;
    }
    return false;
  }

  #skewsOf(number: number): readonly Skew[] {
    return this.#skews.get(number) ?? [];
  }

  /** Whether one history of its log is all that there can be. */
  hasOneLog(number: number): boolean {
    const { forksOwnLog } = gainOf(this.story.spaces[number]?.lie ?? null);
    return !forksOwnLog && !this.doubled.has(number);
  }

  /** What work gives that may wait for disks or lines, while time passes as it needs. */
  wait<Result>(work: Promise<Result>): Promise<Result> {
    return this.world.clock.runFor(work);
  }

  /** Whether nothing comes after this chapter. */
  get isLastChapter(): boolean {
    return this.chapter.number === (this.story.rests?.length ?? 0);
  }

  /** Whether this chapter's rest is one at which what reads all visas is asked, too. */
  get isThoroughRest(): boolean {
    return this.isLastChapter || this.chapter.number % THOROUGH_RESTS === THOROUGH_RESTS - 1;
  }

  /** A new chapter begins, after a rest. */
  async turn(): Promise<void> {
    const sizes = new Map<string, number>();
    for (const { disk } of this.spaces) {
      for (const { space, incarnation, size } of await disk.store.heads()) {
        const log = `${space}/${incarnation}`;
        sizes.set(log, Math.max(size, sizes.get(log) ?? 0));
      }
    }
    this.ledger.settle(utcDate(this.world.now));
    this.backups.clear();
    this.clones.clear();
    this.chapter = { number: this.chapter.number + 1, began: this.at, sizes };
  }

  violate(invariant: string, text: string): void {
    this.trace(`VIOLATION ${invariant}: ${text}`);
    this.ledger.violations.push({ invariant, at: this.at, text });
  }

  /** Somebody broke off by what is no refusal: said once, however often it happens. */
  crashed(where: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = `${where}: ${stack}`;
    if (this.#crashes.has(text)) return;
    this.#crashes.add(text);
    this.violate(NO_CRASH, text);
  }

  #stamp(): string {
    const at = this.at;
    const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
    return `day ${two(at / 86_400)} ${two((at / 3600) % 24)}:${two((at / 60) % 60)}:${two(at % 60)}`;
  }
}
