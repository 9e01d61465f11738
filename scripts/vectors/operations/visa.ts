/** Operations of the chapter visa: tokens, visas, presentations and grants. */

import {
  calendarDate,
  checkGrant,
  type GrantClaims,
  grantCheck,
  grantToSign,
  isGrantOpen,
  type Proof,
  type ProofClaims,
  ProtocolError,
  PURPOSES,
  parseGrant,
  parseToken,
  parseVisa,
  presentationToSign,
  seconds,
  shape,
  spaceId,
  tweetnaclBackend,
  type VisaClaims,
  verifyPresentation,
  visaToSign,
} from '@covisa/protocol';
import { anyText, bytes, count, many, type Operations, operation } from './operation.js';

const purpose = shape.literal(...PURPOSES);

const visaClaims = shape.closed({
  issuer: anyText,
  number: bytes,
  issuedAt: count,
  expiresAt: count,
  holderKey: shape.nullable(bytes),
  yearStart: calendarDate,
  memberSince: calendarDate,
  plan: anyText,
  displayName: shape.nullable(anyText),
  former: many(bytes),
  ask: shape.bool,
});

const context = shape.closed({
  token: anyText,
  home: spaceId,
  issuingKey: bytes,
  host: shape.nullable(spaceId),
  purpose,
  instant: seconds,
  revokedBefore: shape.nullable(seconds),
});

const weight = shape.literal(1, 0.5);

const granted = shape.closed({
  grant: bytes,
  home: spaceId,
  number: bytes,
  issuingKey: bytes,
  k: count,
  host: spaceId,
  date: calendarDate,
  instant: seconds,
});

function proofOf(proof: Proof | null): ProofClaims | null {
  return proof === null ? null : proof.claims;
}

async function presentation({ token: text, ...wanted }: shape.Shaped<typeof context>) {
  const { visa, proof } = await verifyPresentation(tweetnaclBackend, parseToken(text), wanted);
  const { number, plan, displayName, issuedAt, expiresAt } = visa.claims;
  const signed = proofOf(proof);
  return {
    ...{ number, plan, displayName, issuedAt, expiresAt },
    purpose: signed?.purpose ?? null,
    time: signed?.time ?? null,
    static: signed === null,
  };
}

export const visaOperations: Operations = {
  'visa-to-sign': operation(
    shape.closed({ home: spaceId, claims: visaClaims }),
    ({ home, claims }: { home: shape.Shaped<typeof spaceId>; claims: VisaClaims }) =>
      visaToSign(claims, home),
  ),
  'proof-to-sign': operation(
    shape.closed({
      home: spaceId,
      number: bytes,
      claims: shape.closed({ purpose, time: seconds, host: shape.nullable(bytes), nonce: bytes }),
    }),
    ({ home, number, claims }) => presentationToSign(claims, home, number),
  ),
  'grant-to-sign': operation(
    shape.closed({
      home: spaceId,
      number: bytes,
      claims: shape.closed({
        k: count,
        host: bytes,
        date: calendarDate,
        issuedAt: seconds,
        lapsesAt: seconds,
        weight,
      }),
    }),
    ({ home, number, claims }) => grantToSign(claims satisfies GrantClaims, home, number),
  ),
  'read-visa': operation(shape.closed({ visa: bytes }), ({ visa }) => parseVisa(visa).claims),
  'read-token': operation(shape.closed({ token: anyText }), ({ token }) => {
    const { kind, visa, proof } = parseToken(token);
    return { kind, visa: visa.claims, proof: proofOf(proof) };
  }),
  'verify-presentation': operation(context, presentation),
  'verify-grant': operation(granted, ({ grant: held, instant, ...visit }) => {
    const grant = parseGrant(held);
    checkGrant(grant, visit);
    const { home, number, issuingKey } = visit;
    if (!tweetnaclBackend.verify(grantCheck(grant, home, number, issuingKey))) {
      throw new ProtocolError('GRANT_INVALID', "grant: expected its home's signature");
    }
    return { weight: grant.claims.weight, open: isGrantOpen(grant, instant) };
  }),
};
