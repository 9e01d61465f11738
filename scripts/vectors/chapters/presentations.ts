/** Vectors of the chapter visa: what a presentation has to be, here and now. */

import {
  encodeToken,
  type ProofClaims,
  presentationToSign,
  type VisaClaims,
  visaToSign,
} from '@covisa/protocol';
import {
  bent,
  bytesOf,
  DAY,
  INSTANT,
  issuingKeyOf,
  MELBOURNE,
  SHANGHAI,
  SYDNEY,
  seedOf,
} from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';
import {
  CARD,
  HOLDER,
  NUMBER,
  payloadOf,
  proofClaims,
  proofOf,
  shortOf,
  tokenOf,
  visaClaims,
  visaOf,
  visaOfPayload,
} from '../visa-material.js';

const present = vectorsOf('verify-presentation');

const home = MELBOURNE.id;
const bound = { host: shortOf(SHANGHAI.id) };
const card = encodeToken(visaOf(CARD));

const context = {
  home,
  issuingKey: issuingKeyOf(MELBOURNE),
  host: SHANGHAI.id,
  purpose: 'visit',
  instant: INSTANT,
  revokedBefore: null,
};

function shown(visa: Partial<VisaClaims> = {}, proof: Partial<ProofClaims> = {}) {
  const { number, plan, displayName, issuedAt, expiresAt } = visaClaims(visa);
  const { purpose, time } = proofClaims(proof);
  return { number, plan, displayName, issuedAt, expiresAt, purpose, time, static: false };
}

function holds(
  title: string,
  rules: string,
  change: object,
  visa: Partial<VisaClaims> = {},
  proof: Partial<ProofClaims> = {},
): Vector {
  const input = { token: tokenOf(visa, proof), ...context, ...change };
  const steps = {
    visaSigned: visaToSign(visaClaims(visa), home).message,
    proofSigned: presentationToSign(proofClaims(proof), home, NUMBER).message,
  };
  return present.ok(`presentation: ${title}`, rules, input, shown(visa, proof), steps);
}

function fails(
  title: string,
  rules: string,
  code: string,
  change: object,
  visa: Partial<VisaClaims> = {},
  proof: Partial<ProofClaims> = {},
): Vector {
  const input = { token: tokenOf(visa, proof), ...context, ...change };
  return present.error(`presentation: ${title}`, rules, input, code);
}

const staticShown = { ...shown(CARD), purpose: null, time: null, static: true };
const later = visaClaims().expiresAt;
/** A visa by Melbourne's key, for Sydney's id. */
const other = visaOf({}, MELBOURNE.keys.issuing, SYDNEY.id);
/** A visa that expires before it is issued. */
const brokenVisa = visaOfPayload(payloadOf(new Map([[4, INSTANT - 2 * DAY]]), new Map()));

export const presentationVectors: readonly Vector[] = [
  holds('an open one of this moment holds', 'VISA-8 VISA-12 PRES-3 PRES-7', {}),
  holds('one for this host holds', 'PRES-4', {}, {}, bound),
  holds('an open one holds where nobody is named as host', 'PRES-4', { host: null }),
  holds('one from 120 seconds ago holds', 'PRES-6', { instant: INSTANT + 120 }),
  holds('one from 60 seconds ahead holds', 'PRES-5', { instant: INSTANT - 60 }),
  holds('a visa issued 60 seconds ahead holds', 'VISA-9', {}, { issuedAt: INSTANT + 60 }),
  holds(
    'a visa in its last second holds',
    'VISA-10',
    { instant: later - 1 },
    {},
    { time: later - 1 },
  ),
  holds('a visa issued in the second of the revocation holds', 'VISA-11', {
    revokedBefore: INSTANT - DAY,
  }),
  present.ok(
    'presentation: a card holds for a visit',
    'PRES-2',
    { token: card, ...context },
    staticShown,
  ),
  fails('a card does not serve to renew', 'PRES-2', 'VISA_STATIC', {
    token: card,
    purpose: 'renew',
  }),
  fails('a proof for a visit does not serve to renew', 'PRES-3', 'PRESENTATION_OTHER_PURPOSE', {
    purpose: 'renew',
  }),
  fails(
    'a proof to renew does not serve for a visit',
    'PRES-3',
    'PRESENTATION_OTHER_PURPOSE',
    {},
    {},
    { purpose: 'renew' },
  ),
  fails(
    'one for another host does not hold here',
    'PRES-4',
    'PRESENTATION_OTHER_HOST',
    { host: SYDNEY.id },
    {},
    bound,
  ),
  fails(
    'one for a host does not hold where nobody is named as host',
    'PRES-4',
    'PRESENTATION_OTHER_HOST',
    { host: null },
    {},
    bound,
  ),
  fails('one from 61 seconds ahead does not hold', 'PRES-5', 'PRESENTATION_FROM_FUTURE', {
    instant: INSTANT - 61,
  }),
  fails('one from 121 seconds ago does not hold', 'PRES-6', 'PRESENTATION_STALE', {
    instant: INSTANT + 121,
  }),
  fails('a visa of another home does not hold', 'VISA-8', 'VISA_INVALID', {
    home: SYDNEY.id,
    issuingKey: issuingKeyOf(SYDNEY),
  }),
  fails(
    'a visa issued 61 seconds ahead does not hold',
    'VISA-9',
    'VISA_NOT_YET_VALID',
    {},
    { issuedAt: INSTANT + 61 },
  ),
  fails(
    'a visa in the second of its expiry does not hold',
    'VISA-10',
    'VISA_EXPIRED',
    { instant: later },
    {},
    { time: later },
  ),
  fails('a card that has expired does not hold', 'VISA-10', 'VISA_EXPIRED', {
    token: card,
    instant: later,
  }),
  fails('a visa issued before the revocation is dead', 'VISA-11', 'VISA_REVOKED', {
    revokedBefore: INSTANT - DAY + 1,
  }),
  fails('a visa by another issuing key is forged', 'VISA-12', 'VISA_FORGED', {
    issuingKey: issuingKeyOf(SYDNEY),
  }),
  fails('a visa signed for another full id is forged', 'VISA-12', 'VISA_FORGED', {
    token: encodeToken(other, proofOf()),
  }),
  fails('a visa whose signature was bent is forged', 'VISA-12', 'VISA_FORGED', {
    token: encodeToken(bent(visaOf(), -1), proofOf()),
  }),
  fails('a card whose signature was bent is forged', 'VISA-12', 'VISA_FORGED', {
    token: encodeToken(bent(visaOf(CARD), -1)),
  }),
  fails('a proof by another holder key is forged', 'PRES-7', 'PRESENTATION_FORGED', {
    token: encodeToken(visaOf(), proofOf({}, seedOf('holder/bob'))),
  }),
  fails('a proof for another visa number is forged', 'PRES-7', 'PRESENTATION_FORGED', {
    token: encodeToken(visaOf(), proofOf({}, HOLDER, bytesOf('visa/bob', 16))),
  }),
  fails('a proof whose signature was bent is forged', 'PRES-7', 'PRESENTATION_FORGED', {
    token: encodeToken(visaOf(), bent(proofOf(), -1)),
  }),
  fails(
    'a purpose is looked at before a host',
    'PRES-3 PRES-4',
    'PRESENTATION_OTHER_PURPOSE',
    { purpose: 'renew', host: SYDNEY.id },
    {},
    bound,
  ),
  fails('a proof is looked at before the visa’s end', 'PRES-6 VISA-10', 'PRESENTATION_STALE', {
    instant: later + DAY,
  }),
  fails(
    'a visa’s end is looked at before its signature',
    'VISA-10 VISA-12',
    'VISA_EXPIRED',
    { instant: later, issuingKey: issuingKeyOf(SYDNEY) },
    {},
    { time: later },
  ),
  fails('what is too long has the code of its reading', 'TOKEN-1', 'TOKEN_TOO_LONG', {
    token: `CV1:${'0'.repeat(1197)}`,
  }),
  fails('what is no base45 has the code of its reading', 'TOKEN-2', 'BASE45_INVALID', {
    token: 'CV1:visa',
  }),
  fails('a card issued before the revocation is dead', 'VISA-11', 'VISA_REVOKED', {
    token: card,
    revokedBefore: INSTANT,
  }),
  fails('a card of another home does not hold', 'VISA-8', 'VISA_INVALID', {
    token: card,
    home: SYDNEY.id,
  }),
  fails('what cannot be read as a token has the code of its reading', 'TOKEN-2', 'TOKEN_INVALID', {
    token: 'https://example.org',
  }),
  fails('a visa that breaks its own rules has the code of its reading', 'VISA-2', 'VISA_INVALID', {
    token: encodeToken(brokenVisa, proofOf()),
  }),
];
