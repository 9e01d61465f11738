/** Vectors of the chapter visa: proofs and tokens. */

import {
  assembleProof,
  encodeBase45,
  encodeCbor,
  encodeToken,
  joinCborArray,
  type ProofClaims,
  presentationToSign,
} from '@covisa/protocol';
import { bytesOf, INSTANT, MELBOURNE, SHANGHAI, seedOf } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';
import {
  CARD,
  NUMBER,
  proofClaims,
  proofOf,
  shortOf,
  tokenOf,
  visaClaims,
  visaOf,
} from '../visa-material.js';

const toSign = vectorsOf('proof-to-sign');
const read = vectorsOf('read-token');

const home = MELBOURNE.id;
const bound = { host: shortOf(SHANGHAI.id) };

function proves(title: string, changes: Partial<ProofClaims>): Vector {
  const claims = proofClaims(changes);
  return toSign.ok(
    `proof: ${title}`,
    'PRES-1',
    { home, number: NUMBER, claims },
    presentationToSign(claims, home, NUMBER),
    {
      external: `covisa/proof/1, the 32 bytes of the home's id, the visa number`,
    },
  );
}

const card = encodeToken(visaOf(CARD));

function refusedToken(title: string, rules: string, token: string, code = 'TOKEN_INVALID'): Vector {
  return read.error(`token: ${title} is refused`, rules, { token }, code);
}

function tokenOfItems(...items: readonly Uint8Array[]): string {
  return `CV1:${encodeBase45(joinCborArray(items))}`;
}

/** A proof of some payload: what it says is not looked at by whoever signs. */
function rawProof(members: ReadonlyMap<number, number | Uint8Array | string>): Uint8Array {
  return assembleProof(encodeCbor(members), new Uint8Array(64));
}

const nonce = bytesOf('nonce', 8);

function refusedProof(
  title: string,
  ...members: readonly (readonly [number, number | Uint8Array | string])[]
): Vector {
  return refusedToken(title, 'PRES-1', encodeToken(visaOf(), rawProof(new Map(members))));
}

export const tokenVectors: readonly Vector[] = [
  proves('an open visit', {}),
  proves('a visit at one host', bound),
  proves('a wish to be erased', { purpose: 'erase' }),
  read.ok(
    'token: a visa with its proof is read',
    'TOKEN-2 TOKEN-3',
    { token: tokenOf() },
    { kind: 'presented', visa: visaClaims(), proof: proofClaims() },
  ),
  read.ok(
    'token: a card stands alone',
    'TOKEN-3',
    { token: card },
    { kind: 'static', visa: visaClaims(CARD), proof: null },
  ),
  refusedToken('one of 1,201 characters', 'TOKEN-1', `CV1:${'0'.repeat(1197)}`, 'TOKEN_TOO_LONG'),
  refusedToken('a prefix in lower case', 'TOKEN-2', tokenOf().replace('CV1:', 'cv1:')),
  refusedToken('another version', 'TOKEN-2', tokenOf().replace('CV1:', 'CV2:')),
  refusedToken('a space before it', 'TOKEN-4', ` ${tokenOf()}`),
  refusedToken('a newline after it', 'TOKEN-4', `${tokenOf()}\n`, 'BASE45_INVALID'),
  refusedToken('nothing', 'TOKEN-2', ''),
  refusedToken('a prefix alone', 'TOKEN-3', 'CV1:', 'CBOR_INVALID'),
  refusedToken('a visa that is not static alone', 'TOKEN-3', encodeToken(visaOf())),
  refusedToken('a card with a proof', 'TOKEN-3', encodeToken(visaOf(CARD), proofOf())),
  refusedToken('a third item', 'TOKEN-3', tokenOfItems(visaOf(), proofOf(), proofOf())),
  refusedToken('an empty array', 'TOKEN-3', tokenOfItems()),
  refusedToken(
    'visa and proof wrapped in byte strings',
    'TOKEN-3',
    tokenOfItems(encodeCbor(visaOf()), encodeCbor(proofOf())),
    'CBOR_INVALID',
  ),
  refusedProof('a purpose of 0', [1, 0], [2, INSTANT], [4, nonce]),
  refusedProof('an eighth purpose', [1, 8], [2, INSTANT], [4, nonce]),
  refusedProof('a proof without a time', [1, 1], [4, nonce]),
  refusedProof('a proof without a nonce', [1, 1], [2, INSTANT]),
  refusedProof('a nonce of 7 bytes', [1, 1], [2, INSTANT], [4, nonce.slice(1)]),
  refusedProof('a host of 32 bytes', [1, 1], [2, INSTANT], [3, seedOf('host')], [4, nonce]),
  refusedProof('a member of a proof that nobody knows', [1, 1], [2, INSTANT], [4, nonce], [5, 1]),
];
