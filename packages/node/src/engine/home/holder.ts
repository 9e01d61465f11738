/** Which member's phone made a token for its home. */

import {
  checkProof,
  equalBytes,
  issuingKeyAt,
  issuingPublicKey,
  type PresentedToken,
  ProtocolError,
  type Purpose,
  parseToken,
  proofCheck,
  type Visa,
  visaCheck,
} from '@covisa/protocol';
import type { Member } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { View } from '../view.js';
import { UsedProofs } from './used-proofs.js';

/** Finds the holders of tokens that wallets send home. */
export class Holders {
  readonly #context: Context;
  readonly #view: View;
  readonly #used = new UsedProofs();

  constructor(context: Context, view: View) {
    this.#context = context;
    this.#view = view;
  }

  /**
   * The member whose phone made this token for its home. The visa in it may have expired or been
   * revoked: what counts is that the holder key is still the member's, and the proof is fresh and
   * meant for this. It serves once, but for renewing: the same visa again harms nobody.
   * @throws NodeError NOT_FOUND; ProtocolError VISA_STATIC, PRESENTATION_FORGED, PRESENTATION_USED
   * and as `parseToken` and `checkProof`
   */
  async of(text: string, purpose: Purpose): Promise<Member> {
    const token = parseToken(text);
    const { store } = this.#context.ports;
    const present = await store.memberByVisaNumber(token.visa.claims.number);
    const member = present ?? (purpose === 'renew' ? await this.#earlier(token.visa) : null);
    // WALLET-2: the visa number is one that a member of this home has now; to renew, one of before
    // serves too in a visa that this home has signed, also one that was erased here since.
    if (!member) {
      throw new NodeError('NOT_FOUND', 'visa: expected one of this space, got another', {
        remedy: 'Ask your home space for a new code.',
      });
    }
    // WALLET-3: a printed card asks nothing of its home.
    if (token.kind === 'static') {
      throw new ProtocolError('VISA_STATIC', 'visa: expected a phone, got a printed card');
    }
    await checkHolder(this.#context, token, member, purpose);
    if (purpose !== 'renew') {
      this.#used.use(token.proof, token.visa.claims.number, this.#context.now());
    }
    return member;
  }

  /**
   * A phone that has not heard of its member's new number yet, since the owner gave it, or since
   * the answer was lost on the way, renews with the one before; where that was erased since, its
   * holder key tells whose it was. All members are looked through for it, so only for a visa that
   * this home signed.
   */
  async #earlier(visa: Visa): Promise<Member | null> {
    const { identity, ports } = this.#context;
    const key = issuingKeyAt(this.#view.space(identity.space)?.keys ?? [], visa.claims.issuedAt);
    const check = key && visaCheck(visa, identity.space, issuingPublicKey(key));
    if (!check || !(await ports.signatures.verify(check))) return null;
    const members = await ports.store.members();
    const { number, holderKey } = visa.claims;
    const has = ({ earlier = [] }: Member): boolean =>
      earlier.some(({ visaNumber }) => equalBytes(visaNumber, number));
    const holds = (member: Member): boolean =>
      holderKey !== null && member.holderKey !== null && equalBytes(member.holderKey, holderKey);
    return members.find(has) ?? members.find(holds) ?? null;
  }
}

async function checkHolder(
  context: Context,
  token: PresentedToken,
  member: Member,
  purpose: Purpose,
): Promise<void> {
  const { space } = context.identity;
  checkProof(token.proof.claims, { host: space, purpose, instant: context.now() });
  const check =
    member.holderKey && proofCheck(token.proof, space, token.visa.claims.number, member.holderKey);
  // WALLET-4: the proof is of the holder key that the member has now. The visa beside it may have
  // expired or be revoked.
  if (!check || !(await context.ports.signatures.verify(check))) {
    throw new ProtocolError(
      'PRESENTATION_FORGED',
      "presentation: expected the member's phone, got another",
    );
  }
}
