/** The stamps that a node holds, as anybody may read them, and what only the story knows. */

import { parseEntry, parseProof, type StampEntry } from '@covisa/protocol';
import type { Acknowledged } from '../../play/ledger.js';
import type { Play } from '../../play/play.js';
import { contentsOf } from '../shared/seals.js';

const STAMPS_AT_ONCE = 1000;

export interface FoundStamp {
  /** For people: the owner of the log, and the index in it. */
  readonly place: string;
  readonly entry: StampEntry;
  /** All that its line says, whether this version knows it or not. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Which kinds of evidence its seal holds, in words; nobody but the shown can tell. */
  readonly sealed: string;
  /** The visit that it is of; nobody but the shown can tell. */
  readonly of: Acknowledged;
}

/** The stamps of the story's visits at honest hosts that a node holds. */
export async function stampsSeenBy(play: Play, number: number): Promise<readonly FoundStamp[]> {
  const { store } = play.space(number).disk;
  const visits = new Map(
    play.ledger.acknowledged.map((one) => [`${play.space(one.host).id} ${one.visit.seal}`, one]),
  );
  const names = new Map(play.spaces.map(({ id, name }) => [id, name]));
  const found: FoundStamp[] = [];
  let after: Parameters<typeof store.entriesOfTypes>[1] = null;
  for (;;) {
    const entries = await store.entriesOfTypes(['stamp'], after, STAMPS_AT_ONCE);
    for (const { space, incarnation, index, bytes } of entries) {
      // What stood there at the last rest was looked at then.
      if (index < (play.chapter.sizes.get(`${space}/${incarnation}`) ?? 0)) continue;
      const entry = parseEntry(bytes);
      // What a liar has copied, from its own log too, is nobody's visit.
      const visit = entry.type === 'stamp' ? visits.get(`${space} ${entry.seal}`) : undefined;
      if (entry.type !== 'stamp' || !visit || !play.isHonest(visit.host)) continue;
      const fields = JSON.parse(Buffer.from(bytes).toString()) as FoundStamp['fields'];
      found.push({
        place: `${names.get(space)} ${index}`,
        entry,
        fields,
        sealed: sealedIn(visit, play),
        of: visit,
      });
    }
    after = entries.at(-1) ?? null;
    if (entries.length < STAMPS_AT_ONCE) return found;
  }
}

function sealedIn(visit: Acknowledged, play: Play): string {
  const { k } = visit.visit;
  const contents = contentsOf(play, visit);
  if (!contents) return 'nothing legible';
  const { proof, grant } = contents;
  const isBound = proof !== null && parseProof(proof).claims.host !== null;
  const shown = proof === null ? 'no proof' : isBound ? 'a proof for the host' : 'a proof';
  // Larger indices are longer in CBOR.
  const size = k < 24 ? 0 : k < 256 ? 1 : 2;
  return grant === null ? shown : `${shown}, a grant with an index of size ${size}`;
}
