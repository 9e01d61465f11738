/** The home's side for its owner: members and their visas. Grants are in `grants.ts`. */

import { encodeToken } from '@covisa/protocol';
import type { Member, MemberStatus } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type {
  ClaimInvitation,
  GrantAnswer,
  GrantRequest,
  Home,
  ImportReport,
  ImportRow,
  MailStatus,
  MemberChange,
  NewMember,
  SentInvitation,
  VisaVisit,
} from '../services.js';
import { noteErased } from './erased.js';
import type { Grants } from './grants.js';
import { type Issuer, renumbered, today } from './issuer.js';
import type { Mailing } from './mailing.js';
import { withChange } from './member-changes.js';
import { freshMember, type MemberImport } from './member-import.js';
import type { MemberUsage } from './member-usage.js';
import { assertActive, type Register } from './register.js';
import type { RequestBook } from './requests.js';

interface Parts {
  readonly register: Register;
  readonly usage: MemberUsage;
  readonly issuer: Issuer;
  readonly grants: Grants;
  readonly requests: RequestBook;
  readonly imports: MemberImport;
  readonly mailing: Mailing;
}

/** Members and their visas. */
export class HomeService implements Home {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  async add(fresh: NewMember): Promise<ClaimInvitation> {
    const member = freshMember(this.#context, fresh, this.#parts.issuer.homeDate());
    // A member whose visa could not be issued is not added at all: a plan too long, a membership
    // that ended.
    await this.#parts.issuer.issue({ ...member, holderKey: new Uint8Array(32) });
    if (!fresh.isStatic) return this.#parts.register.invite(member);
    await this.#parts.register.put([member]);
    return { member, claimCode: null, claimLapses: null };
  }

  list(): Promise<readonly Member[]> {
    return this.#context.ports.store.members();
  }

  show(id: string): Promise<Member> {
    return this.#parts.register.show(id);
  }

  change(id: string, change: MemberChange): Promise<Member> {
    const { register, issuer } = this.#parts;
    return register.change(async () => {
      const before = await this.show(id);
      const after = withChange(before, change);
      issuer.check(after);
      await register.keep([{ before, after }]);
      return after;
    });
  }

  import(rows: readonly ImportRow[], dryRun: boolean): Promise<ImportReport> {
    return this.#parts.imports.take(rows, dryRun);
  }

  /**
   * A member who is no longer active has dead visas at once: the revocation goes to all nodes with
   * the log, as soon as that may grow.
   */
  setStatus(id: string, status: MemberStatus): Promise<Member> {
    return this.#parts.register.change(async () => {
      const member = await this.show(id);
      const changed = { ...member, status, claim: status === 'active' ? member.claim : null };
      // Visas issued up to now, this second included, are dead.
      if (status !== 'active' && member.status === 'active') {
        await this.#parts.register.revokeInTime([member], this.#context.now() + 1, [changed]);
      } else await this.#parts.register.put([changed]);
      return changed;
    });
  }

  reissue(id: string): Promise<ClaimInvitation> {
    return this.#parts.register.change(async () => {
      const member = await this.show(id);
      assertActive(member);
      if (!member.isStatic) return this.#parts.register.invite(member);
      throw new NodeError(
        'CONFLICT',
        'member: expected one with a phone, got one with a printed card',
      );
    });
  }

  send(id: string): Promise<SentInvitation> {
    return this.#parts.mailing.send(id);
  }

  mail(): MailStatus {
    return this.#parts.mailing.status();
  }

  renumber(id: string): Promise<Member> {
    const { register } = this.#parts;
    return register.change(async () => {
      const known = await this.show(id);
      assertActive(known);
      const fresh = this.#context.ports.random.bytes(16);
      const member = renumbered(known, today(this.#context), fresh);
      await register.revoke([known], this.#context.now() + 1, [member]);
      return member;
    });
  }

  erase(id: string): Promise<void> {
    const { register, requests, grants } = this.#parts;
    const { store } = this.#context.ports;
    return register.change(async () => {
      const member = await this.show(id);
      if (member.status === 'active') {
        const revoked = { ...member, status: 'revoked', claim: null } as const;
        await register.revokeInTime([member], this.#context.now() + 1, [revoked]);
      }
      await noteErased(store, today(this.#context));
      await requests.forget(id);
      await grants.exclusively(() => store.dropMembers([id]));
    });
  }

  staticToken(id: string): Promise<string> {
    const { register } = this.#parts;
    return register.change(async () => {
      const known = await this.show(id);
      assertActive(known);
      const member = this.#parts.issuer.current(known);
      if (member.isStatic) return encodeToken(await register.issue(member));
      throw new NodeError(
        'CONFLICT',
        'member: expected one with a printed card, got one with a phone',
      );
    });
  }

  async visits(id: string): Promise<readonly VisaVisit[]> {
    return this.#parts.usage.visits(await this.show(id));
  }

  grant(host: Parameters<Home['grant']>[0], request: GrantRequest): Promise<GrantAnswer> {
    return this.#parts.grants.grant(host, request);
  }
}
