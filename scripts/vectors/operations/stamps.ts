/** Operations of the chapter stamps. */

import {
  type AnnouncedKey,
  addFound,
  calendarDate,
  countStamps,
  doubleVisits,
  type FoundStamp,
  firstUnusedIndex,
  foldStatement,
  followKeys,
  isWithinReach,
  type Lookup,
  nextMarkers,
  openChecks,
  openSeal,
  revocationMarker,
  type StampEntry,
  type StampPlace,
  sealKey,
  sealStamp,
  shape,
  spaceId,
  stampChecks,
  stampMarker,
  startLookup,
  tweetnaclBackend,
} from '@covisa/protocol';
import { entriesOf, type Logs, logsShape, type ReadEntry, standing } from './logs.js';
import { anyText, bytes, count, many, type Operations, operation } from './operation.js';

const place = { visaNumber: bytes, k: count, host: spaceId } as const;
const contents = shape.closed({
  holderKey: shape.nullable(bytes),
  proof: shape.nullable(bytes),
  grant: shape.nullable(bytes),
});

const visa = shape.closed({
  home: spaceId,
  visaNumber: bytes,
  holderKey: shape.nullable(bytes),
  former: many(bytes),
});

function homeKeys(entries: readonly ReadEntry[], home: string): readonly AnnouncedKey[] {
  let known: readonly AnnouncedKey[] = [];
  for (const { space, incarnation, entry } of entries) {
    const speaksOfKeys = ['keys', 'key-revocation', 'resume'].includes(entry.type);
    if (space !== home || !speaksOfKeys) continue;
    if (entry.type === 'keys' || entry.type === 'key-revocation' || entry.type === 'resume') {
      known = followKeys(known, incarnation, entry);
    }
  }
  return known;
}

/** A stamp's entry where it stands. */
type PlacedStamp = ReadEntry & { readonly entry: StampEntry };

function isStamp(one: ReadEntry): one is PlacedStamp {
  return one.entry.type === 'stamp';
}

function lookUp(number: Uint8Array, stamps: readonly PlacedStamp[]): Lookup {
  let state = startLookup(number);
  for (;;) {
    const markers = nextMarkers(state);
    if (markers.length === 0) return state;
    const found: StampPlace[] = markers.flatMap(({ k, marker }) =>
      stamps
        .filter(({ entry }) => entry.marker === marker)
        .map(({ space, incarnation, index }) => ({ host: space, incarnation, index, k })),
    );
    state = addFound(state, found);
  }
}

function readFound(found: StampPlace, entries: readonly ReadEntry[]): FoundStamp[] {
  const own = entries.filter(
    ({ space, incarnation }) => space === found.host && incarnation === found.incarnation,
  );
  const stamp = own.find(({ index }) => index === found.index)?.entry;
  if (stamp?.type !== 'stamp') return [];
  const datesUpTo = (end: number) =>
    own
      .filter(isStamp)
      .filter(({ index }) => index > found.index && index < end)
      .map(({ entry }) => entry.date);
  const voids = own.flatMap(({ entry, index }) =>
    entry.type === 'void' &&
    entry.index === found.index &&
    isWithinReach({ index: found.index, date: stamp.date }, index, () => datesUpTo(index))
      ? entry.date
      : [],
  );
  return [{ ...found, entry: stamp, voids }];
}

function usage({ visa: judged, logs }: { visa: shape.Shaped<typeof visa>; logs: Logs }) {
  const entries = standing(entriesOf(logs));
  const lookup = lookUp(judged.visaNumber, entries.filter(isStamp));
  const found = lookup.found.flatMap((one) => readFound(one, entries));
  const checked = stampChecks(found, judged, homeKeys(entriesOf(logs), judged.home));
  const results = new Map(
    openChecks(checked, new Map()).map(({ id, check }) => [id, tweetnaclBackend.verify(check)]),
  );
  const counted = countStamps(checked, results);
  const at = ({ host, incarnation, index, k }: StampPlace) => ({ host, incarnation, index, k });
  return {
    days: counted.days,
    stamps: counted.stamps.map(({ stamp, ...rest }) => ({ ...at(stamp), ...rest })),
    rejected: counted.rejected.map(({ stamp, flaw }) => ({ ...at(stamp), flaw })),
    doubles: doubleVisits(counted).map(({ k, stamps }) => ({
      k,
      hosts: [...new Set(stamps.map(({ host }) => host))],
    })),
    nextIndex: firstUnusedIndex(counted),
  };
}

export const stampOperations: Operations = {
  'stamp-marker': operation(shape.closed({ visaNumber: bytes, k: count }), ({ visaNumber, k }) => ({
    marker: stampMarker(visaNumber, k),
  })),
  'revocation-marker': operation(shape.closed({ visaNumber: bytes }), ({ visaNumber }) => ({
    marker: revocationMarker(visaNumber),
  })),
  'seal-key': operation(shape.closed(place), (where) => ({ key: sealKey(where) })),
  'seal-stamp': operation(
    shape.closed({ ...place, contents, nonce: bytes }),
    ({ contents: held, nonce, ...where }) => ({ seal: sealStamp(held, where, nonce) }),
  ),
  'open-seal': operation(shape.closed({ ...place, seal: anyText }), ({ seal, ...where }) => ({
    contents: openSeal(seal, where),
  })),
  'count-stamps': operation(shape.closed({ visa, logs: logsShape }), usage),
  'fold-statement': operation(
    shape.closed({
      ours: spaceId,
      theirs: spaceId,
      from: calendarDate,
      to: calendarDate,
      logs: logsShape,
    }),
    ({ logs, ...pair }) => {
      const placed = standing(entriesOf(logs)).flatMap(({ bytes: _bytes, entry, ...at }) =>
        entry.type === 'stamp' || entry.type === 'void' ? { ...at, entry } : [],
      );
      const { given, received } = foldStatement(placed, pair);
      return { given, received };
    },
  ),
};
