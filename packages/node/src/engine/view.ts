/**
 * What the logs say, apart from stamps: the engine's picture of spaces and of the entries by which
 * programmes are governed. It is rebuilt from the store at start and follows each stored range; it
 * decides nothing.
 */

import {
  type ClosingEntry,
  type Entry,
  type InceptionEntry,
  issuerOf,
  type KeysEntry,
  type Marker,
  type ProfileEntry,
  type ProgrammeId,
  parseBase64url,
  parseEntry,
  rosterHashOf,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import type { LogId, Store, StoredEntry } from '@covisa/store';
import { Governance } from './governance.js';

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
  /** Of the entries that the view is made from. */
  bytes: number;
}

/** Those among them by which programmes are governed. */
const PROGRAMME_TYPES = ['endorsement', 'roster', 'roster-signature', 'leave', 'return'] as const;

const PAGE = 2000;

/** Whether an entry stays in memory. */
export function isInView({ type }: Entry): boolean {
  return VIEW_TYPES.some((one) => one === type);
}

async function* entriesOf(store: Store, types: readonly string[]): AsyncGenerator<StoredEntry> {
  let after: Omit<StoredEntry, 'bytes'> | null = null;
  for (;;) {
    const page: readonly StoredEntry[] = await store.entriesOfTypes(types, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { space: last.space, incarnation: last.incarnation, index: last.index };
  }
}

/** The picture. */
export class View {
  readonly spaces = new Map<SpaceId, SpaceView>();
  /** Spaces by the issuer claim of their visas. */
  readonly #issuers = new Map<string, SpaceId>();
  readonly governance = new Governance();

  /** Reads all that the store holds; of programmes, what it says of these. */
  async load(store: Store, programmes: readonly ProgrammeId[] = []): Promise<void> {
    for (const programme of programmes) this.governance.know(programme);
    for await (const stored of entriesOf(store, VIEW_TYPES)) {
      this.apply(stored, stored.index, stored.bytes, parseEntry(stored.bytes));
    }
  }

  /** From now on holds what is said of a programme, and reads what was said of it before. */
  async know(programme: ProgrammeId, store: Store): Promise<void> {
    if (!this.governance.know(programme)) return;
    for await (const stored of entriesOf(store, PROGRAMME_TYPES)) {
      this.#govern(stored, stored.index, stored.bytes, parseEntry(stored.bytes));
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
    if (isInView(entry)) space.bytes += bytes.length;
    this.#govern(log, index, bytes, entry);
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
        return;
      case 'closing':
        space.closing ??= entry;
        return;
      case 'roster':
      case 'endorsement':
      case 'roster-signature':
      case 'leave':
      case 'return':
      case 'stamp':
      case 'void':
      case 'refusal':
      case 'unknown':
        return;
    }
  }

  /** Forgets a space whose logs are dropped. */
  forget(space: SpaceId): void {
    this.spaces.delete(space);
    this.#issuers.delete(issuerOf(space));
    this.governance.forget(space);
  }

  #govern({ space, incarnation }: LogId, index: number, bytes: Uint8Array, entry: Entry): void {
    switch (entry.type) {
      case 'roster':
        this.governance.take({ space, incarnation, index, entry, hash: rosterHashOf(bytes) });
        return;
      case 'profile':
      case 'closing':
      case 'endorsement':
      case 'roster-signature':
      case 'leave':
      case 'return':
        this.governance.take({ space, incarnation, index, entry, hash: null });
    }
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
      bytes: 0,
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
