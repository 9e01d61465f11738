/**
 * A host that writes stamps of visits that nobody made: markers of its own, stamps copied from
 * others' logs as they are, proofs of its visiting members for elsewhere, sealed anew, and proofs
 * for itself that nobody signed.
 */

import {
  addDays,
  assembleProof,
  dayOfDate,
  encodeBase64url,
  type Marker,
  openSeal,
  parseEntry,
  parseProof,
  presentationToSign,
  type StampEntry,
  sealStamp,
  shortSpaceId,
  stampMarker,
} from '@covisa/protocol';
import type { Chance } from '../../world/chance.js';
import type { SimSpace } from '../../world/sim-space.js';
import type { Play } from '../play.js';
import { type Liar, NOTHING_GAINED } from './liar.js';

/** Of each sort of invention, at each lie. */
const EACH = 2;
/** Bytes of entries that are looked through for stamps to copy. */
const LOOKED_BYTES = 64 * 1024;

export const INVENT: Liar = {
  gain: { ...NOTHING_GAINED, countedPerOpenProof: 1 },
  begin(play, number) {
    const node = play.space(number);
    const chance = play.world.chance.child(`invent/${node.name}`);
    return async () => {
      if (!node.isRunning) return;
      const copied = await copies(node, chance);
      const stamps = [
        ...copied.flatMap((stamp) => [stamp, ofItsOwn(stamp, chance)]),
        ...(await sealedAnew(play, number, chance)),
        ...forged(play, number, chance.child(`forged/${play.at}`)),
      ];
      if (stamps.length === 0) return;
      await node.append(stamps);
      play.trace(`${node.name} invents ${stamps.length} visits`);
    };
  },
};

/** Stamps of other hosts, as they stand in their logs. */
async function copies(node: SimSpace, chance: Chance): Promise<readonly StampEntry[]> {
  const { store } = node.disk;
  const heads = (await store.heads()).filter(({ space }) => space !== node.id);
  const found: StampEntry[] = [];
  for (const head of chance.some(heads, EACH)) {
    for (const { bytes } of await store.entries(head, 0, head.size, LOOKED_BYTES)) {
      const entry = parseEntry(bytes);
      if (entry.type === 'stamp') found.push(entry);
    }
  }
  return chance.some(found, EACH);
}

/** A stamp under a marker that is nobody's, with a seal of noise, said to be of any home. */
function ofItsOwn(like: StampEntry, chance: Chance): StampEntry {
  const marker = encodeBase64url(chance.bytes(16)) as Marker;
  return { ...like, marker, seal: encodeBase64url(chance.bytes(200)), kind: 'free', weight: 1 };
}

/** Visits elsewhere of people who were here too: it knows their numbers, and opens all seals. */
async function sealedAnew(
  play: Play,
  number: number,
  chance: Chance,
): Promise<readonly StampEntry[]> {
  const node = play.space(number);
  const { acknowledged } = play.ledger;
  const seen = new Set(acknowledged.filter(({ host }) => host === number).map((one) => one.member));
  const elsewhere = acknowledged.filter(({ host, member }) => host !== number && seen.has(member));
  const stamps: StampEntry[] = [];
  for (const { visit, host, member } of chance.some(elsewhere, EACH)) {
    const visaNumber = play.person(member).wallet.read.claims.number;
    const { id: space } = play.space(host);
    const log = { space, incarnation: visit.incarnation ?? 0 };
    const [held] = await node.disk.store.entries(log, visit.index ?? 0, 1, LOOKED_BYTES);
    const entry = held && parseEntry(held.bytes);
    if (entry?.type !== 'stamp') continue;
    const contents = openSeal(entry.seal, { visaNumber, k: visit.k, host: space });
    if (contents === null) continue;
    const k = visit.k + chance.between(1, 3);
    const seal = sealStamp(contents, { visaNumber, k, host: node.id }, chance.bytes(24));
    // Only a proof that names no host is good here as well.
    const isOpen = contents.proof !== null && parseProof(contents.proof).claims.host === null;
    if (!isOpen) play.worthless.add(seal);
    stamps.push({ ...entry, marker: stampMarker(visaNumber, k), seal, kind: 'free', weight: 1 });
  }
  return stamps;
}

/** A visit of somebody who was here, on the day before: with a proof that looks right. */
function forged(play: Play, number: number, chance: Chance): readonly StampEntry[] {
  const { id: space } = play.space(number);
  const here = play.ledger.acknowledged.filter(({ host }) => host === number);
  return chance.some(here, 1).map(({ visit, member }): StampEntry => {
    const { home, wallet } = play.person(member);
    const { number: visaNumber, holderKey } = wallet.read.claims;
    const date = addDays(visit.date, -1);
    const time = dayOfDate(date) * 86_400 + 43_200;
    const claims = { time, host: shortSpaceId(space), nonce: chance.bytes(8) };
    const { payload } = presentationToSign({ purpose: 'visit', ...claims }, home.id, visaNumber);
    const contents = { holderKey, proof: assembleProof(payload, chance.bytes(64)), grant: null };
    const k = visit.k + chance.between(1, 3);
    const seal = sealStamp(contents, { visaNumber, k, host: space }, chance.bytes(24));
    play.worthless.add(seal);
    const { venue, programme, roster } = visit;
    const facts = { home: home.id, venue, date, kind: 'free', weight: 1 } as const;
    return { type: 'stamp', marker: stampMarker(visaNumber, k), programme, roster, ...facts, seal };
  });
}
