/** The verdict on an open check, as this desk knows things now. */

import {
  firstUnusedIndex,
  type Grant,
  type JudgeInput,
  type SpaceId,
  type StampUsage,
  type Token,
  type Verdict,
} from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import type { Context } from '../context.js';
import type { ProgrammeRules } from '../programme/rules.js';
import type { OpenCheck } from './checks.js';
import { counts, type Journal } from './journal.js';
import type { Judging, SharedTerms } from './judging.js';
import type { UsageReader } from './usage.js';

/** A verdict, with what it was made from. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly shared: SharedTerms;
  readonly usage: StampUsage;
  /** This desk's own records of the visa's visits that count. */
  readonly visits: readonly Visit[];
}

interface Parts {
  readonly usage: UsageReader;
  readonly judging: Judging;
  readonly rules: ProgrammeRules;
  readonly journal: Journal;
}

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
}

/** The grant's index, or the first that neither a stamp nor a visit in the journal has taken. */
export function nextIndex({ usage, visits }: Judgement, grant: Grant | null): number {
  if (grant) return grant.claims.k;
  return firstUnusedIndex(
    usage,
    visits.filter((one) => one.index === null).map((one) => one.k),
  );
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
