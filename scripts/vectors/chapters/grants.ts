/** Vectors of the chapter visa: grants. */

import { encodeCbor, encodeUtf8, grantToSign } from '@covisa/protocol';
import {
  bent,
  bytesOf,
  DAY,
  dateAfter,
  INSTANT,
  issuingKeyOf,
  MELBOURNE,
  SHANGHAI,
  SYDNEY,
} from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';
import { grantClaims, grantOf, grantOfPayload, NUMBER, proofOf } from '../visa-material.js';

const grantSign = vectorsOf('grant-to-sign');
const grant = vectorsOf('verify-grant');

const home = MELBOURNE.id;
const claims = grantClaims(SHANGHAI, 3, 0);
const half = grantClaims(SHANGHAI, 3, 0, 0.5);
const last = grantClaims(SHANGHAI, 1023, 0);
const granted = {
  grant: grantOf(claims),
  home,
  number: NUMBER,
  issuingKey: issuingKeyOf(MELBOURNE),
  k: 3,
  host: SHANGHAI.id,
  date: dateAfter(0),
  instant: INSTANT,
};

function permits(title: string, rules: string, change: object, ok: object, said = claims): Vector {
  return grant.ok(`grant: ${title}`, rules, { ...granted, ...change }, ok, {
    signed: grantToSign(said, home, NUMBER).message,
  });
}

function refusedGrant(
  title: string,
  rules: string,
  change: object,
  code = 'GRANT_INVALID',
): Vector {
  return grant.error(`grant: ${title} is refused`, rules, { ...granted, ...change }, code);
}

export const grantVectors: readonly Vector[] = [
  grantSign.ok(
    'grant: what the home signs',
    'GRANT-2',
    { home, number: NUMBER, claims },
    grantToSign(claims, home, NUMBER),
    {
      external: `covisa/grant/1, the 32 bytes of the home's id, the visa number`,
      label: encodeUtf8('covisa/grant/1'),
    },
  ),
  permits('for this visit and now, it is open', 'GRANT-2 GRANT-3', {}, { weight: 1, open: true }),
  permits('for half a day', 'GRANT-2', { grant: grantOf(half) }, { weight: 0.5, open: true }, half),
  permits(
    '60 seconds before its issue it is open',
    'GRANT-3',
    { instant: INSTANT - 60 },
    { weight: 1, open: true },
  ),
  permits(
    '61 seconds before its issue it is not',
    'GRANT-3',
    { instant: INSTANT - 61 },
    { weight: 1, open: false },
  ),
  permits(
    'when it has lapsed it is not',
    'GRANT-3',
    { instant: INSTANT + 2 * DAY },
    { weight: 1, open: false },
  ),
  refusedGrant('one that lapses when it is issued', 'GRANT-1', {
    grant: grantOf({ ...claims, lapsesAt: claims.issuedAt }),
  }),
  refusedGrant('one that lapses before it is issued', 'GRANT-1', {
    grant: grantOf({ ...claims, lapsesAt: claims.issuedAt - 1 }),
  }),
  refusedGrant('one for another index', 'GRANT-2', { k: 4 }),
  refusedGrant('one for another host', 'GRANT-2', { host: SYDNEY.id }),
  refusedGrant('one for another date', 'GRANT-2', { date: dateAfter(1) }),
  refusedGrant('one for another visa number', 'GRANT-2', { number: bytesOf('visa/bob', 16) }),
  refusedGrant('one by another issuing key', 'GRANT-2', { issuingKey: issuingKeyOf(SYDNEY) }),
  refusedGrant('one of another home', 'GRANT-2', { home: SYDNEY.id }),
  refusedGrant('one whose signature was bent', 'GRANT-2', { grant: bent(grantOf(claims), -1) }),
  refusedGrant('one of no weight', 'GRANT-2', { grant: rawGrant([6, 0]) }),
  refusedGrant('one of three halves', 'GRANT-2', { grant: rawGrant([6, 3]) }),
  refusedGrant('one with a member that nobody knows', 'GRANT-2', { grant: rawGrant([7, 1]) }),
  permits(
    'the last index that is looked up',
    'GRANT-13',
    { grant: grantOf(last), k: 1023 },
    { weight: 1, open: true },
    last,
  ),
  refusedGrant('one with the first index that no look-up reaches', 'GRANT-13', {
    grant: rawGrant([1, 1024]),
    k: 1024,
  }),
  refusedGrant('one with the largest index of 32 bits', 'GRANT-13', {
    grant: rawGrant([1, 0xffff_ffff]),
    k: 0xffff_ffff,
  }),
  refusedGrant('one of the last index that is looked up, shown for the one before', 'GRANT-2', {
    grant: grantOf(last),
    k: 1022,
  }),
  refusedGrant('one with an index of 33 bits', 'GRANT-13', { grant: rawGrant([1, 2 ** 32]) }),
  refusedGrant('a proof in its place', 'COSE-1', { grant: proofOf() }),
  refusedGrant('bytes that are no CBOR', 'CBOR-1', { grant: new Uint8Array() }, 'CBOR_INVALID'),
];

/** A grant with one member changed. */
function rawGrant(member: readonly [number, number]): Uint8Array {
  const members = new Map<number, number | Uint8Array>([
    [1, 3],
    [2, claims.host],
    [3, Math.floor(INSTANT / DAY)],
    [4, claims.issuedAt],
    [5, claims.lapsesAt],
    [6, 2],
    member,
  ]);
  return grantOfPayload(encodeCbor(members));
}
