/**
 * What a presentation must be at an instant, for somebody who relies on it. The rules that need no
 * signature come first; the signature checks come out labelled, so that a forged visa and a forged
 * proof have their own codes.
 */

import { equalBytes } from '../bytes/bytes.js';
import type { SignatureBackend, SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { Seconds, SpaceId } from '../ids.js';
import { PRESENTATION_EARLY_SECONDS, PRESENTATION_LATE_SECONDS } from '../limits.js';
import { issuerOf, shortSpaceId, type VisaClaims } from './claims.js';
import { type ProofClaims, type Purpose, proofCheck } from './proof.js';
import type { Token } from './token.js';
import { visaCheck } from './visa.js';

/** What whoever relies on a presentation knows and wants. */
export interface PresentationContext {
  /** The full id of the home space, which the caller found by the visa's issuer. */
  readonly home: SpaceId;
  /** The home's issuing key (32 bytes) for the visa's issue time: see `issuingKeyAt`. */
  readonly issuingKey: Uint8Array;
  /**
   * The space that is asked to honour the presentation; null: none, so a proof bound to a host does
   * not serve.
   */
  readonly host: SpaceId | null;
  readonly purpose: Purpose;
  readonly instant: Seconds;
  /**
   * The time of the latest revocation of this visa number; null: none. Visas issued before it are
   * dead.
   */
  readonly revokedBefore: Seconds | null;
}

/** The signatures that are still to be checked, by what they prove. */
export interface PresentationChecks {
  readonly visa: SignatureCheck;
  /** Null for a static visa. */
  readonly proof: SignatureCheck | null;
}

declare const verified: unique symbol;
/**
 * A token that kept all rules, in the context that it was verified for. Made by
 * `verifyPresentation` only.
 */
export type VerifiedPresentation<T extends Token = Token> = T & {
  readonly [verified]: true;
  readonly context: PresentationContext;
};

/**
 * Checks all rules but the signatures, and returns those still to be checked.
 * @throws ProtocolError PRESENTATION_OTHER_PURPOSE, PRESENTATION_OTHER_HOST, PRESENTATION_STALE,
 * PRESENTATION_FROM_FUTURE, VISA_STATIC, VISA_INVALID, VISA_NOT_YET_VALID, VISA_EXPIRED,
 * VISA_REVOKED
 */
export function checkPresentation(token: Token, context: PresentationContext): PresentationChecks {
  const { visa } = token;
  const { home } = context;
  // PRES-2: a static visa serves for visits only.
  if (token.kind === 'static' && context.purpose !== 'visit') {
    throw new ProtocolError(
      'VISA_STATIC',
      'visa: expected a holder key for this purpose, got a card',
    );
  }
  if (token.kind === 'presented') {
    checkProof(token.proof.claims, context);
  }
  checkVisaTime(visa.claims, context);
  const proof =
    token.kind === 'presented' && visa.claims.holderKey !== null
      ? proofCheck(token.proof, home, visa.claims.number, visa.claims.holderKey)
      : null;
  return { visa: visaCheck(visa, home, context.issuingKey), proof };
}

/**
 * Checks what a proof says: the rules that need no signature.
 * @throws ProtocolError PRESENTATION_OTHER_PURPOSE, PRESENTATION_OTHER_HOST, PRESENTATION_STALE,
 * PRESENTATION_FROM_FUTURE
 */
export function checkProof(
  proof: ProofClaims,
  context: Pick<PresentationContext, 'host' | 'purpose' | 'instant'>,
): void {
  checkMeaning(proof, context);
  checkProofTime(proof.time, context.instant);
}

function checkMeaning(
  proof: ProofClaims,
  context: Pick<PresentationContext, 'host' | 'purpose'>,
): void {
  // PRES-3: a presentation serves for the purpose that its holder signed, and for no other.
  if (proof.purpose !== context.purpose) {
    throw new ProtocolError(
      'PRESENTATION_OTHER_PURPOSE',
      `presentation: expected the purpose ${context.purpose}, got ${proof.purpose}`,
    );
  }
  // PRES-4: a presentation that names a host serves at that host only.
  if (proof.host === null) return;
  if (context.host === null || !equalBytes(proof.host, shortSpaceId(context.host))) {
    throw new ProtocolError(
      'PRESENTATION_OTHER_HOST',
      'presentation: expected this host or none, got one that is bound to another host',
    );
  }
}

function checkProofTime(time: Seconds, instant: Seconds): void {
  // PRES-5: a presentation is good from 60 s before its time (a clock that runs fast) ...
  if (instant < time - PRESENTATION_EARLY_SECONDS) {
    throw new ProtocolError(
      'PRESENTATION_FROM_FUTURE',
      `presentation: expected a time at most ${PRESENTATION_EARLY_SECONDS} s ahead, got ${time - instant} s`,
    );
  }
  // PRES-6: ... to 120 s after it.
  if (instant > time + PRESENTATION_LATE_SECONDS) {
    throw new ProtocolError(
      'PRESENTATION_STALE',
      `presentation: expected one of the last ${PRESENTATION_LATE_SECONDS} s, got one ${instant - time} s old`,
    );
  }
}

function checkVisaTime(claims: VisaClaims, context: PresentationContext): void {
  const { instant, revokedBefore } = context;
  // VISA-8: the issuer is the home by whose key the visa is checked.
  if (claims.issuer !== issuerOf(context.home)) {
    throw new ProtocolError('VISA_INVALID', 'visa: expected this home as issuer, got another');
  }
  // VISA-9: a visa holds from its issue time on, 60 s allowed for clocks.
  if (instant < claims.issuedAt - PRESENTATION_EARLY_SECONDS) {
    throw new ProtocolError(
      'VISA_NOT_YET_VALID',
      `visa: expected an issue time in the past, got one ${claims.issuedAt - instant} s ahead`,
    );
  }
  // VISA-10: a visa holds until its expiry, exclusive.
  if (instant >= claims.expiresAt) {
    throw new ProtocolError(
      'VISA_EXPIRED',
      `visa: expected one that has not expired, got one that expired ${instant - claims.expiresAt} s ago`,
    );
  }
  // VISA-11: a visa issued before the revocation of its number is dead.
  if (revokedBefore !== null && claims.issuedAt < revokedBefore) {
    throw new ProtocolError('VISA_REVOKED', 'visa: expected one that holds, got a revoked one');
  }
}

/**
 * Checks all rules and the signatures.
 * @throws ProtocolError VISA_FORGED, PRESENTATION_FORGED, and as `checkPresentation`
 */
export async function verifyPresentation<T extends Token>(
  backend: SignatureBackend,
  token: T,
  context: PresentationContext,
): Promise<VerifiedPresentation<T>> {
  const checks = checkPresentation(token, context);
  // VISA-12: the visa is signed by the home's issuing key, with the home's full id in the external
  // data.
  if (!(await backend.verify(checks.visa))) {
    throw new ProtocolError('VISA_FORGED', "visa: expected its home's signature, got another");
  }
  // PRES-7: the proof is signed by the visa's holder key, for this home and visa number.
  if (checks.proof !== null && !(await backend.verify(checks.proof))) {
    throw new ProtocolError(
      'PRESENTATION_FORGED',
      "presentation: expected the holder's signature, got another",
    );
  }
  return { ...token, context } as VerifiedPresentation<T>;
}
