/** Vectors of the chapter stamps: markers and seals, and statements. */

import {
  encodeBase64url,
  encodeCbor,
  encodeUint32,
  encodeUtf8,
  joinCborArray,
  parseBase64url,
  revocationMarker,
  type SealContents,
  type SpaceId,
  sealKey,
  sealSecret,
  sealStamp,
  sha256,
  stampMarker,
  tweetnaclBackend,
} from '@covisa/protocol';
import { bent, bytesOf, dateAfter, MELBOURNE, SHANGHAI, SYDNEY } from '../material.js';
import { dayProof, homeLog, logOf, stampLine, voidLine } from '../stamp-material.js';
import { type Vector, vectorsOf } from '../vector.js';
import { grantClaims, grantOf, HOLDER, NUMBER } from '../visa-material.js';

const marker = vectorsOf('stamp-marker');
const revoked = vectorsOf('revocation-marker');
const key = vectorsOf('seal-key');
const seal = vectorsOf('seal-stamp');
const open = vectorsOf('open-seal');
const statement = vectorsOf('fold-statement');

function markerAt(title: string, k: number): Vector {
  const preimage = Uint8Array.of(...encodeUtf8('covisa/stamp/1'), ...NUMBER, ...encodeUint32(k));
  const input = { visaNumber: NUMBER, k };
  const steps = { preimage, sha256: sha256(preimage) };
  return marker.ok(title, 'STAMP-1', input, { marker: stampMarker(NUMBER, k) }, steps);
}

const place = { visaNumber: NUMBER, k: 3, host: SHANGHAI.id };
const nonce = bytesOf('seal nonce', 24);
const holderKey = tweetnaclBackend.publicKey(HOLDER);
const full: SealContents = {
  holderKey,
  proof: dayProof(0),
  grant: grantOf(grantClaims(SHANGHAI, 3, 0)),
};
const card: SealContents = { holderKey: null, proof: null, grant: full.grant };
const proven: SealContents = { ...full, grant: null };

function seals(title: string, rules: string, contents: SealContents): Vector {
  const nothing = encodeCbor(null);
  const items = [
    encodeCbor(contents.holderKey),
    contents.proof ?? nothing,
    contents.grant ?? nothing,
  ];
  const input = { ...place, contents, nonce };
  const ok = { seal: sealStamp(contents, place, nonce) };
  return seal.ok(title, rules, input, ok, { plaintext: joinCborArray(items), key: sealKey(place) });
}

const sealed = sealStamp(full, place, nonce);

/** A seal of some plaintext, under the right key. */
function sealOf(plaintext: Uint8Array): string {
  const box = sealSecret(plaintext, nonce, sealKey(place));
  return encodeBase64url(Uint8Array.of(...nonce, ...box));
}

function opens(title: string, change: object, contents: SealContents | null): Vector {
  const input = { ...place, seal: sealed, ...change };
  return open.ok(`seal: ${title}`, 'STAMP-2', input, { contents });
}

const seam: readonly Vector[] = [
  markerAt('the marker of the first stamp', 0),
  markerAt('the marker of a stamp far on', 1023),
  markerAt('the marker of the largest index', 0xffff_ffff),
  revoked.ok(
    'the marker under which a visa number is revoked',
    'STAMP-1',
    { visaNumber: NUMBER },
    { marker: revocationMarker(NUMBER) },
    { label: encodeUtf8('covisa/revoked/1') },
  ),
  key.ok(
    'the key of a seal',
    'STAMP-2',
    place,
    { key: sealKey(place) },
    {
      preimage: Uint8Array.of(
        ...encodeUtf8('covisa/seal/1'),
        ...NUMBER,
        ...encodeUint32(3),
        ...parseBase64url(SHANGHAI.id),
      ),
    },
  ),
  seals('a seal of a proof', 'STAMP-2 STAMP-12', proven),
  seals('a seal of a proof and a grant', 'STAMP-2', full),
  seals('a seal of a card holds a grant alone', 'STAMP-2', card),
  opens('opens with number, index and host', {}, full),
  opens('in the log of another host it opens nowhere', { host: SYDNEY.id }, null),
  opens('at another index it does not open', { k: 4 }, null),
  opens('for another visa number it does not open', { visaNumber: bytesOf('visa/bob', 16) }, null),
  opens('bent it does not open', { seal: encodeBase64url(bent(parseBase64url(sealed), 60)) }, null),
  opens('that is no base64url does not open', { seal: `${sealed}=` }, null),
  opens('of a nonce alone does not open', { seal: encodeBase64url(nonce) }, null),
  opens(
    'of two items holds nothing',
    { seal: sealOf(joinCborArray([encodeCbor(null), encodeCbor(null)])) },
    null,
  ),
  opens(
    'of a holder key of 31 bytes holds nothing',
    { seal: sealOf(encodeCbor([holderKey.slice(1), null, null])) },
    null,
  ),
  opens(
    'of CBOR in another order holds nothing',
    { seal: sealOf(Uint8Array.of(0x83, 0xf6, 0xf6, 0x18, 0x00)) },
    null,
  ),
];

function visits(free: number, days: number, paid = 0, courtesy = 0) {
  return {
    free: { visits: free, days },
    paid: { visits: paid, days: paid },
    courtesy: { visits: courtesy, days: courtesy },
  };
}

const half = { entry: { weight: 0.5 } } as const;
const shanghai = logOf(
  SHANGHAI,
  stampLine(SHANGHAI, 0),
  stampLine(SHANGHAI, 1, { day: 1, ...half }),
  stampLine(SHANGHAI, 2, { day: 2, entry: { kind: 'paid' } }),
  stampLine(SHANGHAI, 3, { day: 3, entry: { kind: 'courtesy' } }),
  stampLine(SHANGHAI, 4, { day: 4 }),
  voidLine(5, 6),
  stampLine(SHANGHAI, 5, { day: 5 }),
  voidLine(7, 8),
  stampLine(SHANGHAI, 6, { day: 9, entry: { home: SYDNEY.id } }),
);
const logs = [shanghai, logOf(SYDNEY, stampLine(SYDNEY, 0)), homeLog()];

function folded(
  title: string,
  ours: SpaceId,
  theirs: SpaceId,
  dates: readonly [number, number],
  ok: object,
): Vector {
  const [from, to] = [dateAfter(dates[0]), dateAfter(dates[1])];
  return statement.ok(title, 'STMT-1 STMT-2', { ours, theirs, from, to, logs }, ok);
}

const statements: readonly Vector[] = [
  folded(
    'a statement counts by kind, and not what was voided in time',
    SHANGHAI.id,
    MELBOURNE.id,
    [-30, 30],
    { given: visits(3, 2.5, 1, 1), received: visits(0, 0) },
  ),
  folded('the other side gets the same numbers mirrored', MELBOURNE.id, SHANGHAI.id, [-30, 30], {
    given: visits(0, 0),
    received: visits(3, 2.5, 1, 1),
  }),
  folded('a statement holds its first and its last date', SHANGHAI.id, MELBOURNE.id, [1, 2], {
    given: visits(1, 0.5, 1),
    received: visits(0, 0),
  }),
  folded('a statement between others passes these by', SYDNEY.id, SHANGHAI.id, [-30, 30], {
    given: visits(0, 0),
    received: visits(1, 1),
  }),
];

export const sealVectors: readonly Vector[] = [...seam, ...statements];
