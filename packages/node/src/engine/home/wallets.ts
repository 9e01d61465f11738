/** What the phones of members ask of their home: claiming, renewing, looking at their visa. */

import {
  assertBytes,
  encodeBase64url,
  equalBytes,
  isPublicKeyAcceptable,
  ProtocolError,
  type Seconds,
  type WalletOverview,
} from '@covisa/protocol';
import type { LogPlace, Member } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Receipts } from '../log/receipts.js';
import type { ClaimInvitation, Objection, VisaVisit, Wallets } from '../services.js';
import { claimDigest } from './claim-codes.js';
import type { Holders } from './holder.js';
import { type Issuer, renumbered, today, withHolderKey } from './issuer.js';
import type { MemberUsage } from './member-usage.js';
import type { Overviews } from './overviews.js';
import { assertActive, type Register } from './register.js';
import type { RequestBook } from './requests.js';

interface Parts {
  readonly holders: Holders;
  readonly register: Register;
  readonly issuer: Issuer;
  readonly usage: MemberUsage;
  readonly overviews: Overviews;
  readonly requests: RequestBook;
  readonly receipts: Receipts;
}

/** The home's side towards its members' phones. */
export class WalletService implements Wallets {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  claim(code: string, holderKey: Uint8Array): Promise<Uint8Array> {
    const { register, issuer } = this.#parts;
    assertBytes(holderKey, 'holderKey', 32);
    // A visa bound to such a key could never be presented (CRYPTO-5), so no code is used up for it.
    // CLAIM-1: a key by which nothing could be presented uses up no code.
    if (!isPublicKeyAcceptable(holderKey)) {
      throw new ProtocolError(
        'KEY_INVALID',
        'holder key: expected a point of full order, got another',
      );
    }
    return register.change(async () => {
      const member = await this.#context.ports.store.memberByClaim(
        claimDigest(code, this.#context.ports.sha256),
      );
      if (!member?.claim || !isGood(member, member.claim, holderKey, this.#context.now())) {
        throw new NodeError(
          'NOT_FOUND',
          'code: expected one that was not used and has not lapsed',
          {
            remedy: 'Ask your home space for a new code.',
          },
        );
      }
      assertActive(member);
      // The answer was lost on its way: the same key gets its visa once more.
      if (member.claim.used === true) return register.issue(member);
      const claim = { ...member.claim, used: true };
      const fresh = this.#context.ports.random.bytes(16);
      const claimed = { ...withHolderKey(issuer.current(member), holderKey, fresh), claim };
      // Where no visa can be had the code is not used up, and the old phone's visas stay alive.
      await issuer.issue(claimed);
      // CLAIM-3: a claim on another phone makes the visas of the phone before dead, those of that
      // very second too.
      if (member.holderKey !== null) {
        // The old phone's visas are dead at once, the one of this very second too: who renews each
        // second could else keep a visa that outlives the claim.
        await register.revoke([member], this.#context.now() + 1, [claimed]);
      }
      return register.issue(claimed);
    });
  }

  async renew(token: string): Promise<Uint8Array> {
    return (await this.#renewed(token)).visa;
  }

  async visits(token: string): Promise<readonly VisaVisit[]> {
    return this.#parts.usage.visits(await this.#parts.holders.of(token, 'renew'));
  }

  async receipt(token: string, { space, incarnation, index }: LogPlace): Promise<string> {
    const isAsked = (visit: VisaVisit): boolean =>
      visit.host === space && visit.incarnation === incarnation && visit.index === index;
    // WALLET-6: a receipt is given of a visit of the member's, and of no other entry.
    if ((await this.visits(token)).some(isAsked)) {
      return this.#parts.receipts.receipt({ space, incarnation }, index);
    }
    throw new NodeError('NOT_FOUND', 'receipt: expected a visit of this visa, got another entry');
  }

  async overview(token: string): Promise<WalletOverview> {
    const { member, visa } = await this.#renewed(token);
    return { visa: encodeBase64url(visa), ...(await this.#parts.overviews.of(member)) };
  }

  renumber(token: string): Promise<Uint8Array> {
    const { register, issuer } = this.#parts;
    return register.change(async () => {
      const known = await this.#parts.holders.of(token, 'renumber');
      assertActive(known);
      const fresh = this.#context.ports.random.bytes(16);
      const member = renumbered(known, today(this.#context), fresh);
      // Where no visa can be had the old one stays alive.
      await issuer.issue(member);
      await register.revoke([known], this.#context.now() + 1, [member]);
      return register.issue(member);
    });
  }

  move(token: string): Promise<ClaimInvitation> {
    const { register } = this.#parts;
    return register.change(async () => {
      const member = await this.#parts.holders.of(token, 'rekey');
      assertActive(member);
      return register.inviteNextPhone(member);
    });
  }

  withdrawMove(token: string): Promise<void> {
    const { register, holders } = this.#parts;
    return register.change(async () => {
      await register.withdrawNextPhone(await holders.of(token, 'rekey'));
    });
  }

  /** In turn with other changes: of a member who is erased meanwhile nothing must be kept. */
  object(token: string, objection: Objection): Promise<void> {
    const { register, holders, requests, usage } = this.#parts;
    return register.change(async () => {
      const member = await holders.of(token, 'complaint');
      const visits = await usage.visits(member);
      // WALLET-7: an objection is to a visit that the home knows.
      if (!visits.some(({ host, date }) => host === objection.host && date === objection.date)) {
        throw new NodeError('REQUEST_INVALID', 'objection: expected a visit that is known here', {
          remedy: 'Load the visits again.',
        });
      }
      await requests.object(member.id, objection);
    });
  }

  wishErasure(token: string): Promise<void> {
    const { register, holders, requests } = this.#parts;
    return register.change(async () => {
      const { id } = await holders.of(token, 'erase');
      await requests.wishErasure(id);
    });
  }

  #renewed(token: string): Promise<{ readonly member: Member; readonly visa: Uint8Array }> {
    const { register, issuer } = this.#parts;
    return register.change(async () => {
      const known = await this.#parts.holders.of(token, 'renew');
      assertActive(known);
      const member = issuer.current(known);
      return { member, visa: await register.issue(member) };
    });
  }
}

/** A code serves until it lapses: once, and the key that it served once more. */
function isGood(
  member: Member,
  { lapses, used = false }: NonNullable<Member['claim']>,
  holderKey: Uint8Array,
  now: Seconds,
): boolean {
  // CLAIM-2: a claim code serves once, and the key that it served again until it lapses.
  if (lapses <= now) return false;
  return !used || (member.holderKey !== null && equalBytes(member.holderKey, holderKey));
}
