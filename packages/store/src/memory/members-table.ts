/** The members of a home, found by id, by visa number and by claim code. */

import { encodeBase64url } from '@covisa/protocol';
import { compareText } from '../heads.js';
import type { Member } from '../port.js';

/** A table of members. */
export class MembersTable {
  readonly #all = new Map<string, Member>();
  readonly #byNumber = new Map<string, string>();
  readonly #byClaim = new Map<string, string>();

  constructor(members: Iterable<Member> = []) {
    for (const one of members) this.put(one);
  }

  put(one: Member): void {
    this.delete(one.id);
    this.#all.set(one.id, one);
    this.#byNumber.set(encodeBase64url(one.visaNumber), one.id);
    if (one.claim !== null) this.#byClaim.set(encodeBase64url(one.claim.digest), one.id);
  }

  get(id: string): Member | null {
    return this.#all.get(id) ?? null;
  }

  delete(id: string): void {
    const one = this.#all.get(id);
    if (one === undefined) return;
    this.#all.delete(id);
    this.#byNumber.delete(encodeBase64url(one.visaNumber));
    if (one.claim !== null) this.#byClaim.delete(encodeBase64url(one.claim.digest));
  }

  ofNumber(visaNumber: Uint8Array): Member | null {
    return this.get(this.#byNumber.get(encodeBase64url(visaNumber)) ?? '');
  }

  ofClaim(digest: Uint8Array): Member | null {
    return this.get(this.#byClaim.get(encodeBase64url(digest)) ?? '');
  }

  all(): Iterable<Member> {
    return this.#all.values();
  }

  byId(): readonly Member[] {
    return [...this.#all.values()].sort((left, right) => compareText(left.id, right.id));
  }
}
