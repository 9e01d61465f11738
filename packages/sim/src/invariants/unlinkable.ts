/** Nobody who was not shown a visa can tell that two stamps are of one member. */

import {
  equalBytes,
  holderKeyDigest,
  parseBase64url,
  parseGrant,
  parseToken,
} from '@covisa/protocol';
import { isSurelyJudgedThen } from '../play/knowledge.js';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';
import { contentsOf } from './shared/seals.js';
import { type FoundStamp, stampsSeenBy } from './unlinkable/outsider.js';

const NAME = 'unlinkable';
/** What a stamp says of the visit, in the open (section 4.11 of the design; spec/privacy.md). */
const PUBLIC = new Set(['type', 'home', 'venue', 'date', 'kind', 'weight', 'programme', 'roster']);
/** Bytes in a row by which two seals could be told to belong together; by chance, 2^-96 a pair. */
const WINDOW_BYTES = 12;
/** Stamps of which all seals are compared with each other; of more, so many by chance. */
const COMPARED_MAX = 5000;

/**
 * What an outsider node holds (all entries of all logs) says of a visit: home, host, venue, date,
 * kind, weight, and by which terms. Of all else, nothing stands in two stamps: no marker, no seal,
 * and no twelve bytes within any two seals, wherever they stand; and the length of a seal follows
 * from what was shown (a proof for one host or any, a grant), not from who showed it. STAMP-1,
 * STAMP-2; spec/privacy.md. Two stamps of one index, which hosts wrote that do not see each other
 * (STAMP-13), have one marker: these can be linked, and nothing else; a desk that holds an earlier
 * stamp of the visa takes another index.
 */
export const UNLINKABLE: Invariant = {
  name: NAME,
  sentence: 'Nobody who was not shown a visa can link two stamps.',
  watch: (play) => ({
    async conclude() {
      for (const outsider of outsiders(play)) {
        const stamps = await stampsSeenBy(play, outsider);
        sayRepeats(play, stamps);
        sayCommonBytes(play, sampleOf(play, stamps));
        sayLengths(play, stamps);
      }
    },
  }),
};

/** Honest nodes, of each programme one, by chance. */
function outsiders(play: Play): readonly number[] {
  const chance = play.world.chance.child(`outsiders/${play.chapter.number}`);
  const found = play.story.programmes.flatMap(({ founders, others }) => {
    const honest = [...founders, ...others].filter((number) => play.isHonest(number));
    return chance.some(honest, 1);
  });
  return [...new Set(found)];
}

function sampleOf(play: Play, stamps: readonly FoundStamp[]): readonly FoundStamp[] {
  if (stamps.length <= COMPARED_MAX) return stamps;
  const chance = play.world.chance.child(`seals/${play.chapter.number}`);
  return chance.some(stamps, COMPARED_MAX);
}

/** Fields that are not public, in which two stamps say the same. */
function sayRepeats(play: Play, stamps: readonly FoundStamp[]): void {
  const seen = new Map<string, readonly FoundStamp[]>();
  for (const stamp of stamps) {
    for (const [field, value] of Object.entries(stamp.fields)) {
      if (PUBLIC.has(field)) continue;
      const key = `${field}: ${JSON.stringify(value)}`;
      const others = seen.get(key) ?? [];
      const other = others.find((one) => field !== 'marker' || !isDouble(play, one.of, stamp.of));
      if (other) play.violate(NAME, `${placesOf(other, stamp)} have one ${key.slice(0, 60)}`);
      seen.set(key, [...others, stamp]);
    }
  }
}

/** STAMP-13: hosts that do not see each other may use one index, and so one marker. */
function isDouble(play: Play, one: Acknowledged, other: Acknowledged): boolean {
  const isOneIndex =
    one.visit.k === other.visit.k &&
    one.visit.visaNumber?.join() === other.visit.visaNumber?.join();
  return isOneIndex && !knew(play, one, other) && !knew(play, other, one);
}

/**
 * Whether who chose the index of a visit held the stamp of the other one, which took that index
 * (STAMP-5): its desk; or, where a grant names it, an honest home. Neither chose it now where it
 * had chosen before, and the desk was killed before it could say so, or the home asked again.
 */
function knew(play: Play, one: Acknowledged, other: Acknowledged): boolean {
  if (!takesIndex(play, one, other)) return false;
  const { desk, undone, home: atHome, at } = one.knew;
  const { id } = other.visit;
  const home = play.spaces.indexOf(play.person(one.member).home);
  const grant = contentsOf(play, one)?.grant ?? null;
  if (grant === null || !play.isHonest(home)) {
    return isSurelyJudgedThen(play, one) && (desk.has(id) || undone.has(id));
  }
  const isNew = parseGrant(grant).claims.issuedAt >= play.began + at;
  return isNew && play.isClockRight(home, at, one.at) && atHome?.has(id) === true;
}

/**
 * Whether the stamp of a visit takes its index from who comes with the visa of another one: its
 * holder key is that visa's, or one of `former`, since to an old phone the stamps of a new one are
 * those of nobody (STAMP-5); and its code was not shown elsewhere too, where it may count
 * (STAMP-8).
 */
function takesIndex(play: Play, one: Acknowledged, other: Acknowledged): boolean {
  const key = contentsOf(play, other)?.holderKey;
  const { holderKey, former } = parseToken(one.token).visa.claims;
  if (!key || !holderKey) return false;
  const isKnown =
    equalBytes(key, holderKey) || former.some((digest) => equalBytes(digest, holderKeyDigest(key)));
  const isShownTwice = play.ledger
    .ofMember(other.member)
    .some(({ token, visit }) => token === other.token && visit.id !== other.visit.id);
  return isKnown && !isShownTwice;
}

/** Bytes in a row that two seals have in common, wherever in them. */
function sayCommonBytes(play: Play, stamps: readonly FoundStamp[]): void {
  const seen = new Map<string, FoundStamp>();
  for (const stamp of stamps) {
    const seal = Buffer.from(parseBase64url(stamp.entry.seal));
    const others = new Set<FoundStamp>();
    for (let at = 0; at + WINDOW_BYTES <= seal.length; at++) {
      const key = seal.toString('latin1', at, at + WINDOW_BYTES);
      const other = seen.get(key);
      if (other && other !== stamp) others.add(other);
      seen.set(key, stamp);
    }
    for (const other of others) {
      play.violate(NAME, `the seals of ${placesOf(other, stamp)} have bytes in common`);
    }
  }
}

/** Seals that hold alike are as long as each other. */
function sayLengths(play: Play, stamps: readonly FoundStamp[]): void {
  const lengths = new Map<string, FoundStamp>();
  for (const stamp of stamps) {
    const { sealed } = stamp;

    const other = lengths.get(sealed);
    if (other && other.entry.seal.length !== stamp.entry.seal.length) {
      play.violate(
        NAME,
        `the seals of ${placesOf(other, stamp)} hold alike (${sealed}) and differ in length`,
      );
    }
    lengths.set(sealed, stamp);
  }
}

function placesOf(one: FoundStamp, other: FoundStamp): string {
  return `${one.place} and ${other.place}`;
}
