/** Reception's side: check a token, ask its home for a grant, record the visit. Everything but the grant is local. */

import {
  type CalendarDate,
  checkGrant,
  dayOfDate,
  encodeBase64url,
  firstUnusedIndex,
  type Grant,
  grantCheck,
  isGrantOpen,
  type JudgeInput,
  localDate,
  ProtocolError,
  parseGrant,
  parseToken,
  type SpaceId,
  type StampUsage,
  sentence,
  type Token,
  type Venue,
  type Verdict,
  VOID_DAYS_MAX,
  verifyPresentation,
} from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Pusher } from '../gossip/gossip.js';
import { issuingKeyOf, revokedBefore } from '../home/home-keys.js';
import type { OwnLog } from '../log/own-log.js';
import type { ProgrammeRules } from '../programme/rules.js';
import type { CheckRequest, CheckResult, Desk, StampRequest } from '../services.js';
import type { View } from '../view.js';
import type { GrantClient } from './grant-client.js';
import { counts, type Journal, NEVER_PUBLISHED } from './journal.js';
import type { Judging, SharedTerms } from './judging.js';
import type { UsageReader } from './usage.js';
import { recordOfStamp, recordVisit } from './visit-records.js';

/** A check can be stamped this long. */
const CHECK_SECONDS = 15 * 60;
/** Open checks of one desk: bounds memory. */
const CHECKS_MAX = 500;

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly usage: UsageReader;
  readonly judging: Judging;
  readonly rules: ProgrammeRules;
  readonly journal: Journal;
  readonly grants: GrantClient;
  readonly gossip: Pusher;
}

/** A presentation that held, until it is stamped or forgotten. */
interface OpenCheck {
  readonly id: string;
  readonly made: number;
  readonly token: Token;
  readonly tokenText: string;
  readonly home: SpaceId;
  readonly venue: Venue;
  readonly request: CheckRequest;
  grant: Grant | null;
  homeAnswer: JudgeInput['homeAnswer'];
}

interface Judgement {
  readonly verdict: Verdict;
  readonly shared: SharedTerms;
  readonly usage: StampUsage;
  readonly visits: readonly Visit[];
}

/** The desk. */
export class DeskService implements Desk {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #checks = new Map<string, OpenCheck>();

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  async check(request: CheckRequest): Promise<CheckResult> {
    const token = parseToken(request.token.trim());
    const home = this.#homeOf(token);
    const { identity, now, ports } = this.#context;
    const { claims } = token.visa;
    const venue = this.#parts.judging.venue(identity.space, request.venue);
    await verifyPresentation(ports.signatures, token, {
      home,
      issuingKey: issuingKeyOf(this.#parts.view, home, claims.issuedAt),
      host: identity.space,
      purpose: 'visit',
      instant: now(),
      revokedBefore: revokedBefore(this.#parts.view, home, claims.number),
    });
    const check: OpenCheck = {
      id: encodeBase64url(ports.random.bytes(12)),
      made: now(),
      token,
      tokenText: request.token.trim(),
      home,
      venue,
      request,
      grant: null,
      homeAnswer: 'not-asked',
    };
    this.#remember(check);
    return this.#result(check, await this.#judge(check));
  }

  /** The home, if its members are served here. @throws ProtocolError SPACE_UNKNOWN, SPACE_LEFT, SPACE_CLOSED */
  #homeOf(token: Token): SpaceId {
    const home = this.#parts.view.byIssuer(token.visa.claims.issuer);
    if (home === this.#context.identity.space) {
      throw new NodeError(
        'OWN_MEMBER',
        'visa: expected one of another space, got one of this space',
        {
          remedy: 'Members of this space need no visit here.',
        },
      );
    }
    const standing = home === null ? 'unknown' : this.#parts.rules.standing(home);
    if (home !== null && standing === 'takes-part') return home;
    if (standing === 'left') {
      throw new ProtocolError(
        'SPACE_LEFT',
        'home: expected a space of a shared programme, got one that left it',
      );
    }
    if (standing === 'closed') {
      throw new ProtocolError(
        'SPACE_CLOSED',
        'home: expected a space that is open, got one that has closed',
      );
    }
    throw new ProtocolError(
      'SPACE_UNKNOWN',
      'home: expected a space of a shared programme, got an unknown one',
    );
  }

  #remember(check: OpenCheck): void {
    for (const [id, { made }] of this.#checks) {
      const isOld = check.made - made > CHECK_SECONDS;
      if (isOld || this.#checks.size >= CHECKS_MAX) this.#checks.delete(id);
    }
    this.#checks.set(check.id, check);
  }

  #open(id: string): OpenCheck {
    const check = this.#checks.get(id);
    if (check && this.#context.now() - check.made <= CHECK_SECONDS) return check;
    throw new NodeError('NOT_FOUND', 'check: expected one of the last 15 minutes, got another', {
      remedy: 'Scan the code again.',
    });
  }

  async #judge(check: OpenCheck): Promise<Judgement> {
    const { identity, ports } = this.#context;
    const { claims } = check.token.visa;
    const { number: visaNumber, holderKey, former } = claims;
    const usage = await this.#parts.usage.of({ home: check.home, visaNumber, holderKey, former });
    const visits = (await ports.store.visitsByVisaNumber(visaNumber)).filter(counts);
    const waiting = visits.filter((visit) => !isInUsage(visit, usage, identity.space));
    const { verdict, shared } = await this.#parts.judging.judge(
      {
        role: 'host',
        claims,
        presentation: presentationOf(check.token),
        home: check.home,
        host: identity.space,
        venue: check.venue,
        usage,
        unpublished: waiting.map((visit) => ({ ...visit, host: identity.space })),
        grant: check.grant,
        homeAnswer: check.homeAnswer,
        halfDay: check.request.halfDay,
        party: check.request.party,
        notice: check.request.notice,
        date: null,
        journal: await this.#parts.journal.pending(),
      },
      this.#parts.rules.between(identity.space, check.home),
    );
    return { verdict, shared, usage, visits };
  }

  #result(check: OpenCheck, { verdict, visits }: Judgement): CheckResult {
    const { claims } = check.token.visa;
    return {
      id: check.id,
      home: check.home,
      homeName: this.#parts.view.space(check.home)?.profile?.name ?? null,
      displayName: claims.displayName,
      plan: claims.plan,
      date: verdict.date,
      verdict,
      sentence: sentence(verdict),
      visit: visits.find((visit) => visit.date === verdict.date) ?? null,
      grant: check.homeAnswer === 'granted' ? 'had' : check.homeAnswer,
    };
  }

  async askGrant(id: string): Promise<CheckResult> {
    const check = this.#open(id);
    const before = await this.#judge(check);
    if (before.verdict.sameDay || check.grant !== null) return this.#result(check, before);
    const { number } = check.token.visa.claims;
    const answer = await this.#parts.grants.ask(check.home, {
      token: check.tokenText,
      k: this.#nextIndex(before, null),
      date: before.verdict.date,
      venue: check.venue.id,
      programme: before.shared.programme,
      halfDay: check.request.halfDay,
    });
    if (answer?.granted) check.grant = await this.#verifyGrant(check, answer, number, before);
    check.homeAnswer = answer === null ? 'unreachable' : answer.granted ? 'granted' : 'refused';
    return this.#result(check, await this.#judge(check));
  }

  /** @throws ProtocolError GRANT_INVALID for a grant that its home did not sign for this visit */
  async #verifyGrant(
    check: OpenCheck,
    answer: { readonly grant: Uint8Array; readonly k: number },
    visaNumber: Uint8Array,
    { verdict }: Judgement,
  ): Promise<Grant> {
    const { identity, now, ports } = this.#context;
    const grant = parseGrant(answer.grant);
    checkGrant(grant, { k: answer.k, host: identity.space, date: verdict.date });
    const key = issuingKeyOf(this.#parts.view, check.home, grant.claims.issuedAt);
    const holds = await ports.signatures.verify(grantCheck(grant, check.home, visaNumber, key));
    if (holds && isGrantOpen(grant, now())) return grant;
    throw new ProtocolError(
      'GRANT_INVALID',
      "grant: expected its home's signature and time, got others",
    );
  }

  /** Stamps are given one after the other, each judged again: a limit at this host is exact. */
  stamp(request: StampRequest): Promise<Visit> {
    return this.#parts.journal.exclusively(async () => {
      const check = this.#open(request.check);
      const judgement = await this.#judge(check);
      if (judgement.verdict.sameDay) return this.#sameDay(check, judgement);
      // Whether a visit is free follows from the rules; whether a paid or courtesy one is welcome is the host's to say.
      if (request.kind === 'free' && judgement.verdict.outcome !== 'free') {
        throw new NodeError(
          'NOT_FREE',
          `visit: expected a free day, got: ${sentence(judgement.verdict)}`,
          {
            remedy: 'Record it as paid, or as a courtesy.',
          },
        );
      }
      return this.#record(check, judgement, request);
    });
  }

  async #record(check: OpenCheck, judgement: Judgement, request: StampRequest): Promise<Visit> {
    const { identity, now, ports } = this.#context;
    const { verdict, shared } = judgement;
    const grant = request.kind === 'free' ? check.grant : null;
    const visit = recordVisit(
      {
        host: identity.space,
        home: check.home,
        venue: check.venue.id,
        date: verdict.date,
        kind: request.kind,
        weight: verdict.weight,
        programme: shared.programme,
        roster: shared.roster,
        recorded: now(),
        token: check.token,
        grant,
        k: this.#nextIndex(judgement, grant),
        amount: request.amount,
        note: request.note,
      },
      ports.random,
    );
    return this.#parts.journal.record(visit);
  }

  /** The grant's index, or the first that neither a stamp nor a visit in the journal has taken. */
  #nextIndex({ usage, visits }: Judgement, grant: Grant | null): number {
    if (grant) return grant.claims.k;
    return firstUnusedIndex(
      usage,
      visits.filter((one) => one.index === null).map((one) => one.k),
    );
  }

  async #sameDay(check: OpenCheck, { verdict, visits, usage }: Judgement): Promise<Visit> {
    const known = visits.find((visit) => visit.date === verdict.date);
    if (known) return known;
    const { identity, now, ports } = this.#context;
    const day = usage.days.find((one) => one.host === identity.space && one.date === verdict.date);
    if (!day) throw new RangeError('usage: expected the visit of the same day, got none');
    const { number: visaNumber, displayName } = check.token.visa.claims;
    const facts = { home: check.home, visaNumber, displayName, recorded: now() };
    const visit = recordOfStamp(day, facts, ports.random);
    await ports.store.putVisits([visit]);
    return visit;
  }

  visits(from: CalendarDate, to: CalendarDate): Promise<readonly Visit[]> {
    return this.#context.ports.store.visits(from, to);
  }

  void(id: string): Promise<Visit> {
    return this.#parts.journal.exclusively(async () => {
      const visit = await this.#context.ports.store.visit(id);
      if (!visit)
        throw new NodeError('NOT_FOUND', `visit ${id}: expected one of this desk's, got none`);
      if (!counts(visit)) return visit;
      const date = this.#dateAt(visit);
      if (dayOfDate(date) - dayOfDate(visit.date) > VOID_DAYS_MAX) {
        throw new NodeError(
          'CONFLICT',
          `visit: expected one of the last ${VOID_DAYS_MAX} days, got ${visit.date}`,
        );
      }
      return visit.index === null ? this.#forget(visit) : this.#voidStamp(visit, visit.index, date);
    });
  }

  #dateAt(visit: Visit): CalendarDate {
    const { identity, now } = this.#context;
    return localDate(now(), this.#parts.judging.venue(identity.space, visit.venue).timeZone);
  }

  async #forget(visit: Visit): Promise<Visit> {
    const undone = { ...visit, voidIndex: NEVER_PUBLISHED };
    await this.#context.ports.store.putVisits([undone]);
    return undone;
  }

  async #voidStamp(visit: Visit, index: number, date: CalendarDate): Promise<Visit> {
    let undone = visit;
    await this.#parts.ownLog.append([{ type: 'void', index, date }], (voidIndex) => {
      undone = { ...visit, voidIndex };
      return { visits: [undone] };
    });
    this.#parts.gossip.push([visit.home]);
    return undone;
  }
}

/** Whether the logs show whose visit it was: not while it waits, nor for a printed card without a grant. */
function isInUsage(visit: Visit, { stamps, rejected }: StampUsage, host: SpaceId): boolean {
  return [...stamps, ...rejected].some(
    ({ stamp }) => stamp.host === host && stamp.index === visit.index,
  );
}

function presentationOf(token: Token): JudgeInput['presentation'] {
  if (token.kind === 'static') return 'static';
  return token.proof.claims.host === null ? 'open' : 'host-bound';
}
