/**
 * What the logs say, apart from stamps: the engine's picture of spaces and of the entries by which
 * programmes are governed. It is rebuilt from the store at start and follows each stored range; it
 * decides nothing.
 */

import {
  type ClosingEntry,
  type Entry,
  type GovernanceEntry,
  type InceptionEntry,
  issuerOf,
  type KeysEntry,
  type Marker,
  type PlacedGovernance,
  type ProfileEntry,
  parseBase64url,
  parseEntry,
  type RosterHash,
  rosterHashOf,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import type { LogId, Store, StoredEntry } from '@covisa/store';

/** The entry types that the view holds in memory; stamps and voids stay in the store. */
const VIEW_TYPES = [
  'inception',
  'keys',
  'profile',
  'revocation',
  'endorsement',
  'roster',
  'roster-signature',
  'leave',
  'return',
  'closing',
] as const;

/** What one space's log says of the space. */
export interface SpaceView {
  readonly space: SpaceId;
  inception: InceptionEntry | null;
  /** 32 bytes each; null until the inception is held. */
  logKey: Uint8Array | null;
  witnessKey: Uint8Array | null;
  peerKey: Uint8Array | null;
  /** In log order. */
  readonly keys: KeysEntry[];
  profile: ProfileEntry | null;
  /** The latest time by marker. */
  readonly revocations: Map<Marker, Seconds>;
  closing: ClosingEntry | null;
}

const PAGE = 2000;

/** The picture. `revision` grows with each entry that can change a programme's state. */
export class View {
  readonly spaces = new Map<SpaceId, SpaceView>();
  /** Spaces by the issuer claim of their visas. */
  readonly #issuers = new Map<string, SpaceId>();
  readonly governance: PlacedGovernance[] = [];
  revision = 0;

  /** Reads all that the store holds. */
  async load(store: Store): Promise<void> {
    let after: Omit<StoredEntry, 'bytes'> | null = null;
    for (;;) {
      const page: readonly StoredEntry[] = await store.entriesOfTypes(VIEW_TYPES, after, PAGE);
      for (const stored of page)
        this.apply(stored, stored.index, stored.bytes, parseEntry(stored.bytes));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = { space: last.space, incarnation: last.incarnation, index: last.index };
    }
  }

  space(space: SpaceId): SpaceView | null {
    return this.spaces.get(space) ?? null;
  }

  /** The space whose visas carry this issuer claim; null if it is not known. */
  byIssuer(issuer: string): SpaceId | null {
    return this.#issuers.get(issuer) ?? null;
  }

  /** Follows one stored entry; entries of a log come in its order. */
  apply(log: LogId, index: number, bytes: Uint8Array, entry: Entry): void {
    const space = this.#spaceOf(log.space);
    switch (entry.type) {
      case 'inception':
        if (index !== 0 || log.incarnation !== 0) return;
        setInception(space, entry);
        this.#issuers.set(issuerOf(log.space), log.space);
        return;
      case 'keys':
        space.keys.push(entry);
        return;
      case 'revocation': {
        const known = space.revocations.get(entry.marker) ?? 0;
        space.revocations.set(entry.marker, Math.max(known, entry.time));
        return;
      }
      case 'profile':
        space.profile = entry;
        this.#govern(log, index, entry, null);
        return;
      case 'closing':
        space.closing ??= entry;
        this.#govern(log, index, entry, null);
        return;
      case 'roster':
        this.#govern(log, index, entry, rosterHashOf(bytes));
        return;
      case 'endorsement':
      case 'roster-signature':
      case 'leave':
      case 'return':
        this.#govern(log, index, entry, null);
        return;
      case 'stamp':
      case 'void':
      case 'unknown':
        return;
    }
  }

  /** Forgets a space whose logs are dropped. */
  forget(space: SpaceId): void {
    this.spaces.delete(space);
    this.#issuers.delete(issuerOf(space));
    const others = this.governance.filter((placed) => placed.space !== space);
    this.governance.splice(0, this.governance.length, ...others);
    this.revision += 1;
  }

  #govern(log: LogId, index: number, entry: GovernanceEntry, hash: RosterHash | null): void {
    const { space, incarnation } = log;
    this.governance.push({ space, incarnation, index, entry, hash });
    this.revision += 1;
  }

  #spaceOf(space: SpaceId): SpaceView {
    const known = this.spaces.get(space);
    if (known) return known;
    const fresh: SpaceView = {
      space,
      inception: null,
      logKey: null,
      witnessKey: null,
      peerKey: null,
      keys: [],
      profile: null,
      revocations: new Map(),
      closing: null,
    };
    this.spaces.set(space, fresh);
    return fresh;
  }
}

function setInception(space: SpaceView, entry: InceptionEntry): void {
  space.inception = entry;
  space.logKey = parseBase64url(entry.log);
  space.witnessKey = parseBase64url(entry.witness);
  space.peerKey = parseBase64url(entry.peer);
}
