/** What one space's logs say of the space, apart from stamps. */

import {
  type AnnouncedKey,
  type ClosingEntry,
  type Entry,
  followKeys,
  type InceptionEntry,
  type Marker,
  type ProfileEntry,
  parseBase64url,
  type ResumeEntry,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';

/** The first entry of an incarnation, and the keys in it: 32 bytes each. */
export interface Opening {
  readonly entry: InceptionEntry | ResumeEntry;
  readonly logKey: Uint8Array;
  readonly witnessKey: Uint8Array;
  readonly peerKey: Uint8Array;
}

/** One space. */
export interface SpaceView {
  readonly space: SpaceId;
  /** By the number of the incarnation. */
  openings: readonly Opening[];
  /** In log order, through all incarnations. */
  keys: readonly AnnouncedKey[];
  profile: ProfileEntry | null;
  /** The latest time by marker; null: none, as most spaces have. */
  revocations: Map<Marker, Seconds> | null;
  closing: ClosingEntry | null;
  /** Of the entries that the view is made from. */
  bytes: number;
}

/** Shared by all, and replaced by lists just as long as needed: there are many spaces. */
const NONE: readonly never[] = [];

/** Of a space of which nothing is held yet. */
export function freshSpace(space: SpaceId): SpaceView {
  return {
    space,
    openings: NONE,
    keys: NONE,
    profile: null,
    revocations: null,
    closing: null,
    bytes: 0,
  };
}

/** The opening that holds now: that of the latest incarnation. */
export function latestOpening(space: SpaceView | null): Opening | null {
  return space?.openings.at(-1) ?? null;
}

/** What was made of an entry: many nodes of one process may hold the very same one. */
const openings = new WeakMap<InceptionEntry | ResumeEntry, Opening>();

function openingOf(entry: InceptionEntry | ResumeEntry): Opening {
  const known = openings.get(entry);
  if (known !== undefined) return known;
  const opening = {
    entry,
    logKey: parseBase64url(entry.log),
    witnessKey: parseBase64url(entry.witness),
    peerKey: parseBase64url(entry.peer),
  };
  openings.set(entry, opening);
  return opening;
}

function withOpening(
  known: readonly Opening[],
  incarnation: number,
  opening: Opening,
): readonly Opening[] {
  if (incarnation === 0 && known.length <= 1) return [opening];
  const openings = [...known];
  openings[incarnation] = opening;
  return openings;
}

/** Whether an entry opens its log. What stands elsewhere under such a type says nothing. */
export function isOpening(
  entry: Entry,
  incarnation: number,
  index: number,
): entry is InceptionEntry | ResumeEntry {
  return index === 0 && entry.type === (incarnation === 0 ? 'inception' : 'resume');
}

/** Follows an entry that counts; entries come in the order of the space's logs. */
export function followSpace(
  space: SpaceView,
  incarnation: number,
  index: number,
  entry: Entry,
): void {
  if (isOpening(entry, incarnation, index)) {
    space.openings = withOpening(space.openings, incarnation, openingOf(entry));
  }
  switch (entry.type) {
    case 'resume':
      if (isOpening(entry, incarnation, index)) {
        space.keys = followKeys(space.keys, incarnation, entry);
      }
      return;
    case 'keys':
    case 'key-revocation':
      space.keys = followKeys(space.keys, incarnation, entry);
      return;
    case 'revocation': {
      space.revocations ??= new Map();
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
    case 'inception':
    case 'roster':
    case 'endorsement':
    case 'roster-signature':
    case 'leave':
    case 'return':
    case 'pruning':
    case 'stamp':
    case 'void':
    case 'refusal':
    case 'unknown':
      return;
  }
}
