/** The verdict on an open check, as this desk knows things now. */

import {
  type CalendarDate,
  equalBytes,
  firstUnusedIndex,
  type Grant,
  type JudgeInput,
  openSeal,
  ProtocolError,
  type SpaceId,
  type StampUsage,
  type Token,
  type Verdict,
  visaYearEnd,
} from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import type { Context } from '../../context.js';
import type { ProgrammeRules } from '../../programme/rules.js';
import { counts, type Journal } from '../record/journal.js';
import { digestOfProof } from '../record/visit-records.js';
import type { OpenCheck } from './checks.js';
import type { Judging, SharedTerms } from './judging.js';
import type { UsageReader } from './usage.js';

/** A verdict, with what it was made from. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly shared: SharedTerms;
  readonly usage: StampUsage;
  /** This desk's own records of the visa's visits that count. */
  readonly visits: readonly Visit[];
  /** This desk's record of the verdict's date, erased or not; null where it has none. */
  readonly recorded: Visit | null;
}

interface Parts {
  readonly usage: UsageReader;
  readonly judging: Judging;
  readonly rules: ProgrammeRules;
  readonly journal: Journal;
}

/** What tells for which presentation a visit stands. */
type Shown = Pick<Visit, 'date' | 'k' | 'seal' | 'proofDigest'>;

/** Judges checks. */
export class DeskVerdicts {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  async of(check: OpenCheck): Promise<Judgement> {
    const { identity, ports } = this.#context;
    const { claims } = check.token.visa;
    const { number: visaNumber, holderKey, former } = claims;
    const until = visaYearEnd(claims.yearStart);
    const visa = { home: check.home, visaNumber, holderKey, former, until };
    const usage = await this.#parts.usage.of(visa, check.seen);
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
        date: check.request.date,
        scannedAt: check.request.scannedAt,
        journal: await this.#parts.journal.pending(),
      },
      this.#parts.rules.between(identity.space, check.home),
    );
    this.#checkUnused(check, verdict.date, usage, visits);
    const recorded = await this.#recordOf(verdict.date, usage, visits);
    return { verdict, shared, usage, visits, recorded };
  }

  /** An erased record is known by its stamp, which the log shows to whoever has the number. */
  async #recordOf(
    date: CalendarDate,
    { days }: StampUsage,
    visits: readonly Visit[],
  ): Promise<Visit | null> {
    const named = visits.find((one) => one.date === date);
    if (named !== undefined) return named;
    const { identity, ports } = this.#context;
    const stamps = days.filter((one) => one.host === identity.space && one.date === date);
    if (stamps.length === 0) return null;
    const isOf = ({ incarnation, index }: Visit): boolean =>
      stamps.some((one) => one.incarnation === incarnation && one.index === index);
    return (await ports.store.visits(date, date)).filter(counts).find(isOf) ?? null;
  }

  /**
   * DESK-1: one presentation stands for one visit here. Shown again on another date, as just after
   * midnight, it would be a stamp that repeats a proof of its own log; entered for several dates
   * of before, it would be visits that nobody made.
   * @throws ProtocolError PRESENTATION_USED
   */
  #checkUnused(
    { token }: OpenCheck,
    date: CalendarDate,
    { stamps, rejected }: StampUsage,
    visits: readonly Visit[],
  ): void {
    const { proof, visa } = token;
    if (proof === null) return;
    const host = this.#context.identity.space;
    const stamped: readonly Shown[] = [...stamps, ...rejected]
      .filter(({ stamp }) => stamp.host === host)
      .map(({ stamp }) => ({ date: stamp.entry.date, k: stamp.k, seal: stamp.entry.seal }));
    const digest = digestOfProof(proof.bytes);
    const isUsed = [...stamped, ...visits].some((visit) => {
      if (visit.date === date) return false;
      // The seal has no proof where it is of another day than the visit.
      if (visit.proofDigest && equalBytes(visit.proofDigest, digest)) return true;
      const seal = openSeal(visit.seal, { visaNumber: visa.claims.number, k: visit.k, host });
      return seal?.proof != null && equalBytes(seal.proof, proof.bytes);
    });
    if (!isUsed) return;
    throw new ProtocolError(
      'PRESENTATION_USED',
      'presentation: expected a fresh one, got that of another day; show the code again',
    );
  }
}

/** The grant's index, or the first that neither a stamp nor a visit in the journal has taken. */
export function nextIndex({ usage, visits }: Judgement, grant: Grant | null): number {
  if (grant) return grant.claims.k;
  return firstUnusedIndex(usage, { reserved: waitingIndices(visits) });
}

/**
 * GRANT-15: a host takes no index by a grant under which it holds a stamp, or has a visit that
 * waits: two stamps under one marker could be told to be of one member.
 * @throws ProtocolError GRANT_INVALID
 */
export function checkIndexFree({ usage, visits }: Judgement, { claims: { k } }: Grant): void {
  const isTaken = usage.stamps.some((one) => one.stamp.k === k);
  if (!isTaken && !waitingIndices(visits).includes(k)) return;
  throw new ProtocolError('GRANT_INVALID', `grant: expected an index that is free, got ${k}`);
}

/** The indices of visits that are in no log yet. */
function waitingIndices(visits: readonly Visit[]): readonly number[] {
  return visits.filter((one) => one.index === null).map((one) => one.k);
}

/**
 * Whether the logs show whose visit it was: not while it waits, nor for a printed card without a
 * grant.
 */
function isInUsage(visit: Visit, { stamps, rejected }: StampUsage, host: SpaceId): boolean {
  return [...stamps, ...rejected].some(
    ({ stamp }) =>
      stamp.host === host &&
      // After a fork the same stamp lies in another place: on a shelf.
      ((stamp.index === visit.index && stamp.incarnation === visit.incarnation) ||
        (visit.seal !== '' && stamp.entry.seal === visit.seal)),
  );
}

function presentationOf(token: Token): JudgeInput['presentation'] {
  if (token.kind === 'static') return 'static';
  return token.proof.claims.host === null ? 'open' : 'host-bound';
}
