/** A scripted node as a home: its members, their visas, and what hosts are granted. */

import {
  assembleGrant,
  assembleVisa,
  type CalendarDate,
  calendarDate,
  dayOfDate,
  encodeBase64url,
  encodeUtf8,
  grantToSign,
  issuerOf,
  OPEN_GRANTS_MAX,
  parseBase64url,
  parseToken,
  parseUtf8,
  type SpaceId,
  sha256,
  shortSpaceId,
  type Token,
  verifyPresentation,
  visaToSign,
} from '@covisa/protocol';
import type { TestSpace } from '../../dist/node/test-space.js';
import { dateOf } from '../../dist/node/wallet.js';
import { ed25519 } from '../../dist/platform/ed25519.js';
import { Refusal } from './scripted-answer.js';

/** The ways in which it may be wrong. */
export type Lie =
  | 'always-whole'
  | 'any-day'
  | 'any-programme'
  | 'errs'
  | 'forgets-grants'
  | 'keeps-index'
  | 'grants-without-end'
  | 'half-for-all'
  | 'ignores-open'
  | 'keeps-half'
  | 'next-index'
  | 'other-host'
  | 'proof-for-all'
  | 'trusts-proofs';

interface Member {
  readonly id: string;
  readonly number: Uint8Array;
  status: 'active' | 'paused';
}

interface Grant {
  readonly number: string;
  readonly host: SpaceId;
  readonly date: CalendarDate;
  readonly k: number;
  readonly weight: 1 | 0.5;
  readonly programme: string;
  readonly grant: string;
}

interface Terms {
  readonly allowances: readonly { readonly days: number }[];
  readonly halfDays?: { readonly allowed: boolean };
}

interface Asked {
  readonly token: string;
  readonly k: number;
  readonly date: CalendarDate;
  readonly programme: string;
  readonly halfDay: boolean;
}

const DAY_SECONDS = 86_400;

function no(code: string): object {
  return { granted: false, code, sentence: 'It is so.' };
}

/** Members and grants. */
export class ScriptedHome {
  readonly #own: TestSpace;
  readonly #lies: ReadonlySet<Lie>;
  readonly #now: () => number;
  readonly #programmesOf: (space: SpaceId) => readonly string[];
  readonly #terms = new Map<string, Terms>();
  readonly #members: Member[] = [];
  readonly #proofs = new Map<string, string>();
  #grants: readonly Grant[] = [];

  constructor(
    own: TestSpace,
    programmesOf: (space: SpaceId) => readonly string[],
    lies: ReadonlySet<Lie>,
    now: () => number,
  ) {
    this.#own = own;
    this.#programmesOf = programmesOf;
    this.#lies = lies;
    this.#now = now;
  }

  /** A programme with terms. */
  found(programme: string, terms: object): void {
    this.#terms.set(programme, terms as Terms);
  }

  /** What people and wallets are answered; null for another route. */
  answer(path: string, content: Uint8Array): object | null {
    if (path === '/api/members') {
      const id = `member-${this.#members.length}`;
      const number = sha256(encodeUtf8(id)).slice(0, 16);
      this.#members.push({ id, number, status: 'active' });
      return { member: { id }, claimCode: id };
    }
    const paused = /^\/api\/members\/(?<id>[\w-]+)\/pause$/u.exec(path)?.groups?.id;
    if (paused !== undefined) {
      for (const one of this.#members) if (one.id === paused) one.status = 'paused';
      return {};
    }
    if (path !== '/covisa/v1/claim') return null;
    const { code, holderKey } = JSON.parse(parseUtf8(content)) as Record<string, string>;
    const member = this.#members.find(({ id }) => id === code);
    if (member === undefined) throw new Refusal('NOT_FOUND');
    return { visa: encodeBase64url(this.#visa(member, parseBase64url(holderKey ?? ''))) };
  }

  #visa({ number }: Member, holderKey: Uint8Array): Uint8Array {
    const now = this.#now();
    const claims = {
      ...{ issuer: issuerOf(this.#own.id), number, issuedAt: now, holderKey, former: [] },
      ...{ expiresAt: now + 30 * DAY_SECONDS, yearStart: dateOf(now), memberSince: dateOf(now) },
      ...{ plan: 'full-time', displayName: null, ask: false },
    };
    const { payload, message } = visaToSign(claims, this.#own.id);
    return assembleVisa(payload, ed25519.sign(this.#own.keys.issuing, message));
  }

  /** The answer to a host. @throws Refusal, ProtocolError */
  async grant(host: SpaceId, content: Uint8Array): Promise<object> {
    let body: Asked;
    try {
      body = JSON.parse(parseUtf8(content)) as Asked;
    } catch {
      throw new Refusal('JSON_INVALID');
    }
    if (typeof body.token !== 'string') throw new Refusal('REQUEST_INVALID');
    const token = parseToken(body.token);
    const number = encodeBase64url(token.visa.claims.number);
    const member = this.#members.find((one) => encodeBase64url(one.number) === number);
    if (member?.status !== 'active') {
      if (this.#lies.has('errs')) throw new Refusal('MEMBER_INACTIVE');
      return no('MEMBER_INACTIVE');
    }
    if (!this.#lies.has('trusts-proofs')) await this.#verify(token, host);
    const proof = encodeBase64url(token.proof?.payload ?? new Uint8Array());
    const visit = `${host}/${body.date}`;
    const isUsed = (this.#proofs.get(proof) ?? visit) !== visit;
    if (isUsed && !this.#lies.has('proof-for-all')) return no('PROOF_USED');
    const open = this.#grants.filter((one) => one.number === number);
    const isVisit = (one: Grant) => `${one.host}/${one.date}` === visit;
    const given = open.find((one) => isVisit(one) && this.#isUsable(one, body));
    const isEnough = given !== undefined && (given.weight === 1 || body.halfDay);
    const isGiven = isEnough || (given !== undefined && this.#lies.has('keeps-half'));
    if (isGiven && !this.#lies.has('forgets-grants')) return answerOf(given);
    const others = open.filter((one) => !isVisit(one) || one.k < body.k);
    const code = this.#refusal(host, body, others);
    if (code !== null) return no(code);
    this.#proofs.set(proof, visit);
    const isWasteful = this.#lies.has('next-index') || this.#lies.has('forgets-grants');
    const reserved = isWasteful ? open : others;
    const made = this.#make(host, body, token.visa.claims.number, reserved);
    this.#grants = [...this.#grants.filter((one) => one !== given), made];
    return answerOf(made);
  }

  /** Whether the host can use a grant that it has for the visit already. */
  #isUsable({ programme, k }: Grant, asked: Asked): boolean {
    const isOfProgramme = programme === asked.programme;
    return isOfProgramme && (k >= asked.k || this.#lies.has('keeps-index'));
  }

  #verify(token: Token, host: SpaceId): Promise<unknown> {
    return verifyPresentation(ed25519, token, {
      home: this.#own.id,
      issuingKey: ed25519.publicKey(this.#own.keys.issuing),
      ...{ host, purpose: 'visit', instant: this.#now(), revokedBefore: null },
    });
  }

  #refusal(host: SpaceId, asked: Asked, others: readonly Grant[]): string | null {
    const isFull = others.length >= OPEN_GRANTS_MAX;
    if (isFull && !this.#lies.has('grants-without-end')) return 'GRANTS_OPEN';
    const isShared = this.#programmesOf(host).includes(asked.programme);
    if (!isShared && !this.#lies.has('any-programme')) return 'SPACE_UNKNOWN';
    const day = dayOfDate(calendarDate.parse(asked.date));
    const isNear = asked.date <= dateOf(this.#now()) && lapseOf(day) > this.#now();
    if (!isNear && !this.#lies.has('any-day')) return 'DATE_TOO_FAR';
    const days = this.#terms.get(asked.programme)?.allowances[0]?.days ?? 60;
    const counted = this.#lies.has('ignores-open') ? [] : others;
    const used = counted
      .filter((one) => one.host !== host || one.date !== asked.date)
      .filter(({ programme }) => programme === asked.programme)
      .reduce((sum, { weight }) => sum + weight, 0);
    return used + this.#weight(asked) > days ? 'ALLOWANCE_PROGRAMME_USED' : null;
  }

  #weight({ halfDay, programme }: Asked): 1 | 0.5 {
    const isAllowed = this.#terms.get(programme)?.halfDays?.allowed === true;
    if (!halfDay || this.#lies.has('always-whole')) return 1;
    return isAllowed || this.#lies.has('half-for-all') ? 0.5 : 1;
  }

  #make(host: SpaceId, asked: Asked, number: Uint8Array, reserved: readonly Grant[]): Grant {
    const { date, programme } = asked;
    let k = asked.k < 16 ? asked.k : 0;
    while (reserved.some((one) => one.k === k)) k += 1;
    const weight = this.#weight(asked);
    const named = this.#lies.has('other-host') ? this.#own.id : host;
    const claims = {
      ...{ k, host: shortSpaceId(named), date, weight },
      ...{ issuedAt: this.#now(), lapsesAt: lapseOf(dayOfDate(date)) },
    };
    const { payload, message } = grantToSign(claims, this.#own.id, number);
    const bytes = assembleGrant(payload, ed25519.sign(this.#own.keys.issuing, message));
    const grant = encodeBase64url(bytes);
    return { number: encodeBase64url(number), host, date, k, weight, programme, grant };
  }
}

function lapseOf(day: number): number {
  return (day + 2) * DAY_SECONDS + DAY_SECONDS / 2;
}

function answerOf({ grant, k }: Grant): object {
  return { granted: true, grant, k };
}
