/**
 * The members as this home keeps them, and the changes that owner and wallets both bring about:
 * codes, visas, revocations.
 */

import { type RevocationEntry, revocationMarker, type Seconds } from '@covisa/protocol';
import type { Member } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Pusher } from '../gossip/gossip.js';
import type { OwnLog } from '../log/own-log.js';
import { Mutex } from '../mutex.js';
import type { ClaimInvitation } from '../services.js';
import {
  CLAIM_LIFETIME_SECONDS,
  claimDigest,
  MOVE_LIFETIME_SECONDS,
  makeClaimCode,
} from './claim-codes.js';
import type { Issuer } from './issuer.js';
import { type Changed, outlives } from './member-changes.js';
import { WaitingRevocations } from './waiting-revocations.js';

interface Parts {
  readonly ownLog: OwnLog;
  readonly issuer: Issuer;
  readonly gossip: Pusher;
}

/** Members, and what is done to them. */
export class Register {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #waiting: WaitingRevocations;
  readonly #changes = new Mutex();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
    this.#waiting = new WaitingRevocations(context.ports.store, parts.ownLog);
  }

  /** What changes a member is done one after the other. */
  change<T>(run: () => Promise<T>): Promise<T> {
    return this.#changes.run(run);
  }

  /** @throws NodeError NOT_FOUND */
  async show(id: string): Promise<Member> {
    const member = await this.#context.ports.store.member(id);
    if (member) return member;
    throw new NodeError(
      'NOT_FOUND',
      `member ${id}: expected one of this space's members, got none`,
      {
        remedy: '`covisa member list` shows them.',
      },
    );
  }

  put(members: readonly Member[]): Promise<void> {
    return this.#context.ports.store.putMembers(members);
  }

  /** Keeps the member with a fresh one-time code; a code from before is dead. */
  invite(member: Member): Promise<ClaimInvitation> {
    return this.#withCode(member, CLAIM_LIFETIME_SECONDS, {});
  }

  /**
   * A code from the member's phone for the next one. It takes the place of such a one from before,
   * and never of a code that the owner gave.
   * @throws NodeError CONFLICT
   */
  inviteNextPhone(member: Member): Promise<ClaimInvitation> {
    // CLAIM-4: a phone's code for the next one takes the place of none that the owner gave and that
    // is still open.
    if (isOpen(member.claim, this.#context.now()) && !isOfPhone(member.claim)) {
      throw new NodeError('CONFLICT', 'move: expected no code of the home to be open, got one', {
        remedy: 'Use the code that your home space gave you on the new phone.',
      });
    }
    return this.#withCode(member, MOVE_LIFETIME_SECONDS, { isOfPhone: true });
  }

  /** Takes back the code for the next phone, if it was not used; others stay. */
  async withdrawNextPhone(member: Member): Promise<void> {
    const { claim } = member;
    // CLAIM-5: a phone takes back the unused code that a phone asked for, and no other.
    if (claim?.used !== true && isOfPhone(claim)) await this.put([{ ...member, claim: null }]);
  }

  async #withCode(
    member: Member,
    lifetime: Seconds,
    more: { readonly isOfPhone?: true },
  ): Promise<ClaimInvitation> {
    const claimCode = makeClaimCode(this.#context.ports.random);
    const claimLapses = this.#context.now() + lifetime;
    const digest = claimDigest(claimCode, this.#context.ports.sha256);
    const claim = { digest, lapses: claimLapses, ...more };
    const invited = { ...member, claim };
    await this.put([invited]);
    return { member: invited, claimCode, claimLapses };
  }

  /**
   * The bytes of a visa for the member, who is kept as having it.
   * @throws as `Issuer.issue`
   */
  async issue(member: Member): Promise<Uint8Array> {
    const visa = await this.#parts.issuer.issue(member);
    await this.put([{ ...member, issued: this.#context.now() }]);
    return visa;
  }

  /**
   * Keeps changes of members, and new ones, in one transaction. Visas that are out and would live
   * past what is paid up are dead.
   */
  async keep(changes: readonly Changed[], fresh: readonly Member[] = []): Promise<void> {
    const now = this.#context.now();
    const after = [...changes.map((one) => one.after), ...fresh];
    const dead = changes.filter((one) => outlives(one, now)).map(({ before }) => before);
    if (dead.length === 0) await this.put(after);
    else await this.revoke(dead, now + 1, after);
  }

  /**
   * Visas of these members' numbers issued before `time` are dead: it goes to all nodes with the
   * log, in one transaction with what is kept of the members after it.
   */
  async revoke(dead: readonly Member[], time: Seconds, after: readonly Member[]): Promise<void> {
    await this.#parts.ownLog.append(revocations(dead, time), () => ({ members: after }));
    this.#parts.gossip.push([]);
  }

  /** The same; while the log may not grow, what is kept is kept at once and the rest waits. */
  async revokeInTime(dead: readonly Member[], time: Seconds, after: readonly Member[]) {
    try {
      await this.revoke(dead, time, after);
    } catch (error) {
      if (!(error instanceof NodeError && error.code === 'NOT_READY')) throw error;
      await this.#waiting.add(revocations(dead, time));
      await this.put(after);
    }
  }

  /** Publishes the revocations that have waited. */
  publishWaiting(): Promise<void> {
    return this.change(async () => {
      if (await this.#waiting.publish()) this.#parts.gossip.push([]);
    });
  }
}

function revocations(dead: readonly Member[], time: Seconds): readonly RevocationEntry[] {
  return dead.map(({ visaNumber }) => {
    return { type: 'revocation', marker: revocationMarker(visaNumber), time };
  });
}

/** Whether somebody could still use it. */
function isOpen(claim: Member['claim'], now: Seconds): boolean {
  return claim !== null && claim.used !== true && claim.lapses > now;
}

function isOfPhone(claim: Member['claim']): boolean {
  return claim?.isOfPhone === true;
}

/** @throws NodeError MEMBER_INACTIVE */
export function assertActive(member: Member): void {
  // WALLET-5: who is not active gets no visa, number or code.
  if (member.status === 'active') return;
  throw new NodeError(
    'MEMBER_INACTIVE',
    `member: expected an active one, got a ${member.status} one`,
    {
      remedy: 'Ask your home space.',
    },
  );
}
