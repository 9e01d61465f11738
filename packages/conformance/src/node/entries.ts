/** Lines that test spaces write into their logs, good and bad. */

import {
  type Entry,
  encodeBase64url,
  encodeEntry,
  encodeUtf8,
  marker,
  type ProfileEntry,
  parseEntry,
} from '@covisa/protocol';
import type { Subject } from './subject.js';
import type { TestSpace } from './test-space.js';

/** A fresh marker: nobody's. */
function freshMarker(subject: Subject) {
  return marker.parse(encodeBase64url(subject.options.random(16)));
}

/** Appends an entry that says nothing of anybody; its index. */
export function appendHarmless(subject: Subject, space: TestSpace): number {
  return space.append({
    type: 'revocation',
    marker: freshMarker(subject),
    time: subject.now(),
  });
}

/** An entry of a type that nobody knows, of so many bytes. */
export function fillerLine(index: number, bytes: number): Uint8Array {
  const head = `{"type":"conformance-filler","index":${index},"text":"`;
  return encodeUtf8(`${head}${'x'.repeat(bytes - head.length - 2)}"}`);
}

/** Spellings that are kept and passed on byte for byte, whether anybody can read them or not. */
export const ODD_LINES: readonly Uint8Array[] = [
  '{"type":"weather","sky":"blue"}',
  '{ "sky" : "blue", "type" : "weather" }',
  '{"type":"weather","type":"revocation","marker":1}',
  '{"type":"leave","programme":"none","date":"2026-02-30"}',
  '{"type":"closed?","n":1e0,"text":"\\n\\u0007"}',
  '{"type":"é","text":"\\ud800"}',
  '{"type":"stamp"}',
].map(encodeUtf8);

/** Lines that can stand in no log. */
export const BAD_LINES: readonly (readonly [what: string, line: Uint8Array])[] = [
  ['no JSON', encodeUtf8('hello')],
  ['a list', encodeUtf8('["type"]')],
  ['no type', encodeUtf8('{"kind":"weather"}')],
  ['a type of 41 characters', encodeUtf8(`{"type":"${'x'.repeat(41)}"}`)],
  ['half of a surrogate pair as its type', encodeUtf8('{"type":"\\ud800"}')],
  ['a tab', encodeUtf8('{"type":\t"weather"}')],
  ['a delete character', encodeUtf8('{"type":"weather","x":"\u007f"}')],
  ['a carriage return', encodeUtf8('{"type":"weather"}\r')],
  ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...encodeUtf8('{"type":"weather"}'))],
  ['no UTF-8', Uint8Array.of(...encodeUtf8('{"type":"x'), 0xff, ...encodeUtf8('"}'))],
];

const AMENITIES = Array.from({ length: 40 }, (_, i) => `amenity ${i} `.padEnd(40, 'x'));

/** The profile of a space, of about 15 KB: an entry that every node has to keep in memory. */
export function largeProfile(space: TestSpace): Uint8Array {
  const profile = space.lines.map((line): Entry => parseEntry(line)).find(isProfile);
  const [venue] = profile?.venues ?? [];
  if (profile === undefined || venue === undefined) throw new Error('space: it has no profile');
  const venues = Array.from({ length: 8 }, (_, i) => ({
    ...venue,
    id: `venue-${i}`,
    amenities: AMENITIES,
  }));
  return encodeEntry({ ...profile, venues });
}

function isProfile(entry: Entry): entry is ProfileEntry {
  return entry.type === 'profile';
}
