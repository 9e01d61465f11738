/**
 * Grants: the home's exclusive permission for one free visit, so that a limit holds to the day
 * where the home is in reach. It judges one request after the other, with open grants counted in.
 */

import {
  assembleGrant,
  type CalendarDate,
  dayOfDate,
  encodeBase64url,
  firstUnusedIndex,
  grantToSign,
  localDate,
  OPEN_GRANTS_MAX,
  PRESENTATION_EARLY_SECONDS,
  PRESENTATION_LATE_SECONDS,
  ProtocolError,
  parseToken,
  type Seconds,
  type SpaceId,
  sentence,
  shortSpaceId,
  type Token,
  verifyPresentation,
  type WalletOverview,
} from '@covisa/protocol';
import type { Member, StoredGrant } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Judging } from '../desk/check/judging.js';
import type { OwnLog } from '../log/own-log.js';
import { Mutex } from '../mutex.js';
import type { ProgrammeRules } from '../programme/rules.js';
import type { GrantAnswer, GrantRequest } from '../services.js';
import type { View } from '../view.js';
import { issuingKeyOf, revokedBefore } from './home-keys.js';
import { grantLapse } from './issuer.js';
import type { IssuingKeys } from './issuing-keys.js';
import type { MemberUsage, NumberUsage } from './member-usage.js';
import {
  countVisits,
  indexToBeginAt,
  isEnough,
  isFor,
  isOfNumber,
  openVisit,
  weightOf,
} from './open-grants.js';

/** A presentation is good for 60 s before and 120 s after its time. */
const PROOF_SECONDS: Seconds = PRESENTATION_EARLY_SECONDS + PRESENTATION_LATE_SECONDS;

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly usage: MemberUsage;
  readonly keys: IssuingKeys;
  readonly judging: Judging;
  readonly rules: ProgrammeRules;
}

/** What a request is judged by: usage and open grants under all of the member's numbers. */
interface Known {
  readonly member: Member;
  readonly all: readonly NumberUsage[];
  /** For other visits. */
  readonly open: readonly StoredGrant[];
  /** For this visit, at indices that the host has no use for. */
  readonly unusable: readonly StoredGrant[];
}

/** The home's answers to hosts. */
export class Grants {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #serial = new Mutex();
  /** The visit that each proof of the last minutes got its grant for, by the proof's bytes. */
  readonly #proofs = new Map<string, { readonly visit: string; readonly time: Seconds }>();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * The grant for a fresh presentation shown to `host`.
   * @throws ProtocolError for a token that does not hold
   */
  grant(host: SpaceId, request: GrantRequest): Promise<GrantAnswer> {
    return this.#serial.run(async () => {
      try {
        return await this.#grant(host, request);
      } catch (error) {
        // The home knows before its hosts that a visa is dead: it says no, where an error would let
        // the host decide alone.
        // GRANT-11: a dead visa, or a member who is not active, is answered by a no, which binds
        // the host: after an error it would judge alone.
        if (isDead(error)) return refusal(error.code, error.message);
        throw error;
      }
    });
  }

  /** Runs while no grant is being given: what it forgets is not written again. */
  exclusively<T>(run: () => Promise<T>): Promise<T> {
    return this.#serial.run(run);
  }

  async #grant(host: SpaceId, request: GrantRequest): Promise<GrantAnswer> {
    const token = parseToken(request.token);
    const member = await this.#member(token.visa.claims.number);
    const { identity, now, ports } = this.#context;
    await verifyPresentation(ports.signatures, token, {
      home: identity.space,
      issuingKey: issuingKeyOf(this.#parts.view, identity.space, token.visa.claims.issuedAt),
      host,
      purpose: 'visit',
      instant: now(),
      revokedBefore: revokedBefore(this.#parts.view, identity.space, token.visa.claims.number),
    });
    // GRANT-12: a node that may not write to its log may be one of two copies, and would not be the
    // one that keeps the limit: it gives no grant, and the host judges alone.
    this.#parts.ownLog.checkReady();
    // GRANT-5: one presentation gets its grant for one host and date.
    if (this.#isUsedElsewhere(token, `${host}/${request.date}`)) {
      return refusal('PROOF_USED', 'this presentation got its grant for another visit already');
    }
    const all = await this.#parts.usage.all(member);
    const open = await this.#open(all);
    const isSame = (one: StoredGrant) => isFor(one, host, request.date);
    const had = open.filter((one) => isSame(one) && isOfNumber(one, member));
    const k = indexToBeginAt(had, request.k);
    // GRANT-6: an open grant for this host, date and programme, of no less weight, and at no lower
    // index than the host proposes, is given again byte for byte.
    const given = had.find(
      (one) => one.programme === request.programme && one.k >= k && isEnough(one, request),
    );
    if (given) return { granted: true, grant: given.bytes, k: given.k };
    // A grant of half a day that is asked for whole is given anew, and its index with it; so is
    // one under an earlier visa number.
    const others = open.filter((one) => !isSame(one));
    // GRANT-7: grants for at most eight visits of a member are open, those under earlier numbers
    // included.
    const visits = countVisits(others);
    if (visits >= OPEN_GRANTS_MAX) {
      return refusal('GRANTS_OPEN', `grants for ${visits} other visits are open already`);
    }
    const unusable = had.filter((one) => one.k < k);
    return this.#judge(host, { ...request, k }, token, { member, all, open: others, unusable });
  }

  async #member(visaNumber: Uint8Array): Promise<Member> {
    const member = await this.#context.ports.store.memberByVisaNumber(visaNumber);
    if (member?.status === 'active') return member;
    throw new NodeError('MEMBER_INACTIVE', 'member: expected an active member of this space');
  }

  /** The free days for which hosts have a grant that no stamp has used yet. */
  async granted(member: Member): Promise<WalletOverview['granted']> {
    const open = await this.#open(await this.#parts.usage.all(member));
    return open.map((one) => ({ host: one.host, date: one.date, weight: weightOf(one) }));
  }

  /** Grants, under any of the numbers, that have not lapsed and that no stamp has used. */
  async #open(all: readonly NumberUsage[]): Promise<readonly StoredGrant[]> {
    const lists = all.map(async ({ visaNumber, usage }) => {
      const grants = await this.#context.ports.store.grants(visaNumber);
      const used = new Set(usage.stamps.map(({ stamp }) => `${stamp.host}/${stamp.k}`));
      return grants.filter(
        (one) => one.lapses > this.#context.now() && !used.has(`${one.host}/${one.k}`),
      );
    });
    return (await Promise.all(lists)).flat();
  }

  async #judge(
    host: SpaceId,
    request: GrantRequest,
    token: Token,
    known: Known,
  ): Promise<GrantAnswer> {
    const { identity } = this.#context;
    const shared = this.#parts.rules
      .between(host, identity.space)
      .filter((one) => one.programme === request.programme);
    // GRANT-8: a grant is given in a programme that host and home share.
    if (shared.length === 0)
      return refusal('SPACE_UNKNOWN', 'host and home share no such programme');
    // GRANT-4: nobody is there yet on a day that has not begun at the venue.
    const venue = this.#parts.judging.venue(host, request.venue);
    if (request.date > localDate(this.#context.now(), venue.timeZone)) {
      return refusal('DATE_TOO_FAR', 'a grant is for a visit of these days, not of one to come');
    }
    // GRANT-9: a grant is for a date within four days of now, and would not have lapsed.
    if (isLongAgo(request.date, this.#context.now())) {
      return refusal('DATE_TOO_FAR', 'a grant is for a visit of these days');
    }
    const { verdict } = await this.#parts.judging.judge(
      {
        role: 'home',
        claims: token.visa.claims,
        presentation: token.kind === 'static' ? 'static' : 'open',
        home: identity.space,
        host,
        venue,
        usage: { days: known.all.flatMap(({ usage }) => usage.days) },
        unpublished: known.open.map(openVisit),
        grant: null,
        homeAnswer: 'not-asked',
        halfDay: request.halfDay,
        party: 0,
        notice: true,
        date: request.date,
        scannedAt: null,
        journal: [],
      },
      shared,
    );
    // GRANT-10: the home's own verdict is free, with its open grants counted as visits.
    if (verdict.outcome !== 'free' || verdict.sameDay) {
      return refusal(verdict.reasons[0].code, sentence(verdict));
    }
    const answer = await this.#sign(host, request, verdict.weight, known);
    if (answer.granted) this.#noteProof(token, `${host}/${request.date}`);
    return answer;
  }

  /**
   * One fresh presentation stands for one visit: two hosts, or two dates, cannot both get a grant
   * for it.
   */
  #isUsedElsewhere(token: Token, visit: string): boolean {
    const used = token.proof && this.#proofs.get(encodeBase64url(token.proof.payload));
    return used != null && used.visit !== visit;
  }

  #noteProof(token: Token, visit: string): void {
    const time = this.#context.now();
    for (const [proof, known] of this.#proofs) {
      if (time - known.time > PROOF_SECONDS) this.#proofs.delete(proof);
    }
    if (token.proof) this.#proofs.set(encodeBase64url(token.proof.payload), { visit, time });
  }

  async #sign(
    host: SpaceId,
    request: GrantRequest,
    weight: 1 | 0.5,
    known: Known,
  ): Promise<GrantAnswer> {
    const { identity, now, ports } = this.#context;
    const { visaNumber } = known.member;
    const others = known.open.filter((one) => isOfNumber(one, known.member));
    const k = firstUnusedIndex(await this.#parts.usage.present(known.member), {
      reserved: [...others, ...known.unusable].map((one) => one.k),
      proposed: request.k,
    });
    const { date, programme } = request;
    const lapses = grantLapse(date);
    const claims = {
      k,
      host: shortSpaceId(host),
      date,
      issuedAt: now(),
      lapsesAt: lapses,
      weight,
    };
    const { payload, message } = grantToSign(claims, identity.space, visaNumber);
    const bytes = assembleGrant(payload, await this.#parts.keys.sign(message));
    await ports.store.putGrant({ visaNumber, k, host, date, programme, lapses, bytes });
    return { granted: true, grant: bytes, k };
  }
}

/** A grant for such a date would be of no use: it would have lapsed. */
function isLongAgo(date: CalendarDate, now: Seconds): boolean {
  return Math.abs(dayOfDate(date) * 86_400 - now) > 4 * 86_400 || grantLapse(date) <= now;
}

function isDead(error: unknown): error is NodeError | ProtocolError {
  if (error instanceof NodeError) return error.code === 'MEMBER_INACTIVE';
  return error instanceof ProtocolError && error.code === 'VISA_REVOKED';
}

function refusal(code: string, sentence: string): GrantAnswer {
  return { granted: false, code, sentence };
}
