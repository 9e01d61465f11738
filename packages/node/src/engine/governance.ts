/**
 * The entries by which the programmes of this node are governed, as its logs bring them, sorted by
 * programme. Only what a state follows from is held: of a space that it has a profile and closed,
 * and what it says of these programmes. Decides nothing.
 */

import type { GovernanceEntry, PlacedGovernance, ProgrammeId, SpaceId } from '@covisa/protocol';

/** What was said of one programme, by place. */
interface Held {
  readonly entries: Map<string, PlacedGovernance>;
  /** Grows with each of them. */
  changes: number;
}

/** The entries, by programme. `revision` grows with each that can change a programme's state. */
export class Governance {
  readonly #programmes = new Map<ProgrammeId, Held>();
  /** The first of each space: a later one changes nothing. */
  readonly #profiles = new Map<SpaceId, PlacedGovernance>();
  readonly #closings = new Map<SpaceId, PlacedGovernance>();
  /** Grows with what concerns every programme. */
  #common = 0;
  revision = 0;

  /** From now on holds what is said of a programme. False if it did so before. */
  know(programme: ProgrammeId): boolean {
    if (this.#programmes.has(programme)) return false;
    this.#programmes.set(programme, { entries: new Map(), changes: 0 });
    return true;
  }

  /**
   * Takes an entry, once, in any order; what concerns no programme of this node is passed over.
   */
  take(placed: PlacedGovernance): void {
    const { entry } = placed;
    if (entry.type === 'profile') this.#takeFirst(this.#profiles, placed);
    else if (entry.type === 'closing') this.#takeFirst(this.#closings, placed);
    else this.#takeFor(programmeOf(entry, placed), placed);
  }

  #takeFor(programme: ProgrammeId, placed: PlacedGovernance): void {
    const held = this.#programmes.get(programme);
    const place = `${placed.space}/${placed.incarnation}/${placed.index}`;
    if (held === undefined || held.entries.has(place)) return;
    held.entries.set(place, placed);
    held.changes += 1;
    this.revision += 1;
  }

  #takeFirst(firsts: Map<SpaceId, PlacedGovernance>, placed: PlacedGovernance): void {
    const known = firsts.get(placed.space);
    if (known !== undefined && !isBefore(placed, known)) return;
    firsts.set(placed.space, placed);
    this.#changeAll();
  }

  /** All that the state of a programme follows from. */
  of(programme: ProgrammeId): readonly PlacedGovernance[] {
    const said = this.#programmes.get(programme)?.entries.values() ?? [];
    return [...said, ...this.#profiles.values(), ...this.#closings.values()];
  }

  /** Grows with each entry that concerns this programme. */
  revisionOf(programme: ProgrammeId): number {
    return this.#common + (this.#programmes.get(programme)?.changes ?? 0);
  }

  /** Forgets what a space said. */
  forget(space: SpaceId): void {
    this.#profiles.delete(space);
    this.#closings.delete(space);
    for (const { entries } of this.#programmes.values()) {
      for (const [place, placed] of entries) if (placed.space === space) entries.delete(place);
    }
    this.#changeAll();
  }

  #changeAll(): void {
    this.#common += 1;
    this.revision += 1;
  }
}

/** Roster 0 names no programme: its own hash does. */
function programmeOf(
  entry: Exclude<GovernanceEntry, { type: 'profile' | 'closing' }>,
  { hash }: PlacedGovernance,
): ProgrammeId {
  return entry.programme ?? (hash as string as ProgrammeId);
}

function isBefore(left: PlacedGovernance, right: PlacedGovernance): boolean {
  const incarnations = left.incarnation - right.incarnation;
  return incarnations < 0 || (incarnations === 0 && left.index < right.index);
}
