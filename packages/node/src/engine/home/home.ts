/**
 * The home's side: its members, their visas, and what their wallets ask. Grants are in `grants.ts`.
 */

import {
  assertBytes,
  encodeBase64url,
  encodeToken,
  isPublicKeyAcceptable,
  PRESENTATION_EARLY_SECONDS,
  PRESENTATION_LATE_SECONDS,
  type PresentedToken,
  ProtocolError,
  parseToken,
  proofCheck,
  revocationMarker,
} from '@covisa/protocol';
import type { Member, MemberStatus } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { UsageReader } from '../desk/usage.js';
import type { Pusher } from '../gossip/gossip.js';
import type { OwnLog } from '../log/own-log.js';
import { Mutex } from '../mutex.js';
import type {
  ClaimInvitation,
  GrantAnswer,
  GrantRequest,
  Home,
  NewMember,
  VisaVisit,
} from '../services.js';
import type { View } from '../view.js';
import { CLAIM_LIFETIME_SECONDS, claimDigest, makeClaimCode } from './claim-codes.js';
import type { Grants } from './grants.js';
import { visaVisits } from './home-visits.js';
import { type Issuer, inVisaYear, today, withHolderKey } from './issuer.js';

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly usage: UsageReader;
  readonly issuer: Issuer;
  readonly grants: Grants;
  readonly gossip: Pusher;
}

/** Members and their visas. */
export class HomeService implements Home {
  readonly #context: Context;
  readonly #parts: Parts;
  /** What changes a member is done one after the other. */
  readonly #changes = new Mutex();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  async add(fresh: NewMember): Promise<ClaimInvitation> {
    const { random, store } = this.#context.ports;
    const date = today(this.#context);
    const member: Member = {
      id: encodeBase64url(random.bytes(6)),
      status: 'active',
      plan: fresh.plan,
      name: fresh.name,
      displayName: fresh.displayName,
      contact: fresh.contact,
      since: fresh.since ?? date,
      paidUntil: fresh.paidUntil,
      visaNumber: random.bytes(16),
      visaYearStart: date,
      holderKey: null,
      former: [],
      isStatic: fresh.isStatic,
      ask: fresh.isStatic,
      claim: null,
      issued: null,
    };
    // A member whose visa could not be issued is not added at all: a plan too long, a membership
    // that ended.
    await this.#parts.issuer.issue({ ...member, holderKey: new Uint8Array(32) });
    if (!fresh.isStatic) return this.#invite(member);
    await store.putMembers([member]);
    return { member, claimCode: null, claimLapses: null };
  }

  list(): Promise<readonly Member[]> {
    return this.#context.ports.store.members();
  }

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

  /**
   * A member who is no longer active has dead visas at once: the revocation goes to all nodes with
   * the log.
   */
  setStatus(id: string, status: MemberStatus): Promise<Member> {
    return this.#changes.run(async () => {
      const member = await this.show(id);
      const changed = { ...member, status, claim: status === 'active' ? member.claim : null };
      if (status !== 'active' && member.status === 'active') await this.#revoke(changed);
      else await this.#context.ports.store.putMembers([changed]);
      return changed;
    });
  }

  /** Visas issued up to now, this second included, are dead. */
  async #revoke(member: Member): Promise<void> {
    const time = this.#context.now() + 1;
    const marker = revocationMarker(member.visaNumber);
    await this.#parts.ownLog.append([{ type: 'revocation', marker, time }], () => ({
      members: [member],
    }));
    this.#parts.gossip.push([]);
  }

  reissue(id: string): Promise<ClaimInvitation> {
    return this.#changes.run(async () => {
      const member = await this.show(id);
      assertActive(member);
      if (!member.isStatic) return this.#invite(member);
      throw new NodeError(
        'CONFLICT',
        'member: expected one with a phone, got one with a printed card',
      );
    });
  }

  async staticToken(id: string): Promise<string> {
    const member = await this.show(id);
    assertActive(member);
    if (!member.isStatic) {
      throw new NodeError(
        'CONFLICT',
        'member: expected one with a printed card, got one with a phone',
      );
    }
    return encodeToken(await this.#issue(member));
  }

  async visits(id: string): Promise<readonly VisaVisit[]> {
    return this.#visitsOf(await this.show(id));
  }

  claim(code: string, holderKey: Uint8Array): Promise<Uint8Array> {
    assertBytes(holderKey, 'holderKey', 32);
    // A visa bound to such a key could never be presented (CRYPTO-5), so no code is used up for it.
    if (!isPublicKeyAcceptable(holderKey)) {
      throw new ProtocolError(
        'KEY_INVALID',
        'holder key: expected a point of full order, got another',
      );
    }
    return this.#changes.run(async () => {
      const member = await this.#context.ports.store.memberByClaim(
        claimDigest(code, this.#context.ports.sha256),
      );
      if (!member?.claim || member.claim.lapses <= this.#context.now()) {
        throw new NodeError(
          'NOT_FOUND',
          'code: expected one that was not used and has not lapsed',
          {
            remedy: 'Ask your home space for a new code.',
          },
        );
      }
      assertActive(member);
      const { ports } = this.#context;
      const current = inVisaYear(member, today(this.#context), ports.random.bytes(16));
      const claimed = { ...withHolderKey(current, holderKey, ports.random.bytes(16)), claim: null };
      // Where no visa can be had the code is not used up, and the old phone's visas stay alive.
      await this.#parts.issuer.issue(claimed);
      if (member.holderKey !== null) await this.#killOldKey(member, claimed);
      return this.#issue(claimed);
    });
  }

  /** The old phone's visas are dead at once: they were issued before now. */
  async #killOldKey(member: Member, claimed: Member): Promise<void> {
    const marker = revocationMarker(member.visaNumber);
    const time = this.#context.now();
    await this.#parts.ownLog.append([{ type: 'revocation', marker, time }], () => ({
      members: [claimed],
    }));
    this.#parts.gossip.push([]);
  }

  renew(token: string): Promise<Uint8Array> {
    return this.#changes.run(async () => {
      const member = await this.#holderOf(token);
      assertActive(member);
      const fresh = this.#context.ports.random.bytes(16);
      return this.#issue(inVisaYear(member, today(this.#context), fresh));
    });
  }

  async visitsOfToken(token: string): Promise<readonly VisaVisit[]> {
    return this.#visitsOf(await this.#holderOf(token));
  }

  grant(host: Parameters<Home['grant']>[0], request: GrantRequest): Promise<GrantAnswer> {
    return this.#parts.grants.grant(host, request);
  }

  async #invite(member: Member): Promise<ClaimInvitation> {
    const claimCode = makeClaimCode(this.#context.ports.random);
    const claimLapses = this.#context.now() + CLAIM_LIFETIME_SECONDS;
    const claim = {
      digest: claimDigest(claimCode, this.#context.ports.sha256),
      lapses: claimLapses,
    };
    const invited = { ...member, claim };
    await this.#context.ports.store.putMembers([invited]);
    return { member: invited, claimCode, claimLapses };
  }

  async #issue(member: Member): Promise<Uint8Array> {
    const visa = await this.#parts.issuer.issue(member);
    await this.#context.ports.store.putMembers([{ ...member, issued: this.#context.now() }]);
    return visa;
  }

  /**
   * The member whose phone made this token for its home. The visa in it may have expired or been
   * revoked: what counts is that the holder key is still the member's, and the proof is fresh and
   * meant for this.
   */
  async #holderOf(text: string): Promise<Member> {
    const token = parseToken(text);
    const member = await this.#context.ports.store.memberByVisaNumber(token.visa.claims.number);
    if (!member) {
      throw new NodeError('NOT_FOUND', 'visa: expected one of this space, got another', {
        remedy: 'Ask your home space for a new code.',
      });
    }
    if (token.kind === 'static') {
      throw new ProtocolError('VISA_STATIC', 'visa: expected a phone, got a printed card');
    }
    await this.#checkHolder(token, member);
    return member;
  }

  async #checkHolder(token: PresentedToken, member: Member): Promise<void> {
    const { claims } = token.proof;
    if (claims.purpose !== 'renew') {
      throw new ProtocolError(
        'PRESENTATION_OTHER_PURPOSE',
        `presentation: expected the purpose renew, got ${claims.purpose}`,
      );
    }
    const age = this.#context.now() - claims.time;
    if (age > PRESENTATION_LATE_SECONDS || age < -PRESENTATION_EARLY_SECONDS) {
      throw new ProtocolError(
        'PRESENTATION_STALE',
        'presentation: expected a fresh one; check the clock',
      );
    }
    const { space } = this.#context.identity;
    const check =
      member.holderKey && proofCheck(token.proof, space, member.visaNumber, member.holderKey);
    if (!check || !(await this.#context.ports.signatures.verify(check))) {
      throw new ProtocolError(
        'PRESENTATION_FORGED',
        "presentation: expected the member's phone, got another",
      );
    }
  }

  async #visitsOf(member: Member): Promise<readonly VisaVisit[]> {
    const { view, usage } = this.#parts;
    const { visaNumber, holderKey, former } = member;
    const home = this.#context.identity.space;
    return visaVisits(await usage.of({ home, visaNumber, holderKey, former }), view);
  }
}

function assertActive(member: Member): void {
  if (member.status === 'active') return;
  throw new NodeError(
    'MEMBER_INACTIVE',
    `member: expected an active one, got a ${member.status} one`,
    {
      remedy: 'Ask your home space.',
    },
  );
}
