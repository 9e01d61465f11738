/**
 * Reception's side: check a token, ask its home for a grant, record the visit. Everything but the
 * grant is local.
 */

import { type CalendarDate, ProtocolError, sentence, visaYearEnd } from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { Pusher } from '../gossip/gossip.js';
import type { ProgrammeRules } from '../programme/rules.js';
import type {
  Arrival,
  ArrivalRequest,
  CheckRequest,
  CheckResult,
  Desk,
  DeskOverview,
  DeskRefusal,
  DeskSettings,
  DeskVisit,
  Erasure,
  RefusalRequest,
  SpokenCheckRequest,
  StampRequest,
  Welcome,
} from '../services.js';
import { Arrivals } from './check/arrivals.js';
import { Checks, type OpenCheck } from './check/checks.js';
import { type GrantClient, verifyGrant } from './check/grant-client.js';
import type { SpokenClient } from './check/spoken-client.js';
import type { UsageReader } from './check/usage.js';
import { checkIndexFree, DeskVerdicts, type Judgement, nextIndex } from './check/verdicts.js';
import { DeskSettingsBook } from './desk-settings.js';
import type { Refusals } from './record/refusals.js';
import type { RecordRetention } from './record/retention.js';
import { Undoing } from './record/undoing.js';
import { recordOfStamp, recordVisit } from './record/visit-records.js';
import { DeskOverviews, type OverviewParts } from './show/overviews.js';

interface Parts extends OverviewParts {
  readonly usage: UsageReader;
  readonly rules: ProgrammeRules;
  readonly grants: GrantClient;
  readonly spoken: SpokenClient;
  readonly gossip: Pusher;
  readonly refusals: Refusals;
  readonly records: RecordRetention;
}

/** The desk. */
export class DeskService implements Desk {
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #checks: Checks;
  readonly #verdicts: DeskVerdicts;
  readonly #undoing: Undoing;
  readonly #settings: DeskSettingsBook;
  readonly #overviews: DeskOverviews;
  readonly #arrivals: Arrivals;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
    this.#checks = new Checks(context, parts);
    this.#verdicts = new DeskVerdicts(context, parts);
    this.#undoing = new Undoing(context, parts);
    this.#settings = new DeskSettingsBook(context.ports.store);
    this.#overviews = new DeskOverviews(context, parts, {
      settings: this.#settings,
      visits: (from, to) => this.visits(from, to),
      refusals: (from, to) => this.refusals(from, to),
    });
    const books = { settings: this.#settings, checks: this.#checks, refusals: parts.refusals };
    this.#arrivals = new Arrivals(context, parts.view, books, this);
  }

  overview(venue: string | null): Promise<DeskOverview> {
    return this.#overviews.of(venue);
  }

  async check(request: CheckRequest): Promise<CheckResult> {
    const check = await this.#checks.begin(request);
    return this.#result(check, await this.#verdicts.of(check));
  }

  async checkSpoken({ home, code, ...request }: SpokenCheckRequest): Promise<CheckResult> {
    const token = await this.#parts.spoken.collect(home, code);
    const check = await this.#checks.begin({ ...request, token });
    // A home speaks for its own members only, not with a presentation that it was shown as a host.
    if (check.home === home) return this.#result(check, await this.#verdicts.of(check));
    throw new ProtocolError('VISA_INVALID', 'visa: expected this home as issuer, got another');
  }

  #result(check: OpenCheck, { verdict, recorded }: Judgement): CheckResult {
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
      venue: check.venue.id,
      hostBound: check.token.proof?.claims.host != null,
      visit: recorded && this.#shown(recorded),
      grant: check.homeAnswer === 'granted' ? 'had' : check.homeAnswer,
    };
  }

  #shown(visit: Visit): DeskVisit {
    const homeName = this.#parts.view.space(visit.home)?.profile?.name ?? null;
    return { ...visit, homeName, undoUntil: this.#undoing.until(visit) };
  }

  async askGrant(id: string): Promise<CheckResult> {
    const check = this.#checks.of(id);
    const before = await this.#verdicts.of(check);
    // A home takes fresh presentations only, so for a kept scan nobody is asked.
    const isKept = check.request.scannedAt !== null;
    if (before.verdict.sameDay || check.grant !== null || isKept) {
      return this.#result(check, before);
    }
    const answer = await this.#parts.grants.ask(check.home, {
      token: check.tokenText,
      k: nextIndex(before, null),
      date: before.verdict.date,
      venue: check.venue.id,
      programme: before.shared.programme,
      halfDay: check.request.halfDay,
    });
    check.homeAnswer = answer === null ? 'unreachable' : answer.granted ? 'granted' : 'refused';
    if (answer?.granted) await this.#takeGrant(check, answer, before);
    return this.#result(check, await this.#verdicts.of(check));
  }

  /**
   * A grant that its home did not sign for this visit is none: the desk goes on as if it had not
   * answered.
   */
  async #takeGrant(
    check: OpenCheck,
    answer: { readonly grant: Uint8Array; readonly k: number },
    judgement: Judgement,
  ): Promise<void> {
    const { number: visaNumber } = check.token.visa.claims;
    const visit = { home: check.home, visaNumber, date: judgement.verdict.date };
    try {
      const grant = await verifyGrant(this.#context, this.#parts.view, answer, visit);
      checkIndexFree(judgement, grant);
      check.grant = grant;
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      check.homeAnswer = 'unreachable';
      this.#context.ports.logger.warn('grant-invalid', { home: check.home, code: error.code });
    }
  }

  /** Stamps are given one after the other, each judged again: a limit at this host is exact. */
  async stamp(request: StampRequest): Promise<DeskVisit> {
    return this.#shown(await this.#stamp(request));
  }

  #stamp(request: StampRequest): Promise<Visit> {
    return this.#parts.journal.exclusively(async () => {
      const check = this.#checks.of(request.check);
      this.#checks.checkStands(check);
      const judgement = await this.#verdicts.of(check);
      if (judgement.verdict.sameDay) return this.#sameDay(check, judgement);
      // Whether a visit is free follows from the rules; whether a paid or courtesy one is welcome
      // is the host's to say.
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
        k: nextIndex(judgement, grant),
        amount: request.amount,
        note: request.note,
        by: request.by,
      },
      ports.random,
    );
    return this.#parts.journal.record(visit);
  }

  /** One stamp has one record. One that was erased stays so when its member is scanned again. */
  async #sameDay(check: OpenCheck, { verdict, recorded, usage }: Judgement): Promise<Visit> {
    if (recorded !== null) return recorded;
    const { identity, now, ports } = this.#context;
    const day = usage.days.find((one) => one.host === identity.space && one.date === verdict.date);
    if (!day) throw new RangeError('usage: expected the visit of the same day, got none');
    const { number: visaNumber, displayName, yearStart } = check.token.visa.claims;
    const shown = { visaNumber, visaUntil: visaYearEnd(yearStart), displayName };
    const facts = { home: check.home, ...shown, recorded: now() };
    const visit = recordOfStamp(day, facts, ports.random);
    await ports.store.putVisits([visit]);
    return visit;
  }

  async refuse(request: RefusalRequest): Promise<DeskRefusal> {
    const check = this.#checks.of(request.check);
    const acts = {
      judge: () => this.#verdicts.of(check),
      close: () => this.#checks.refuse(check),
    };
    return this.#parts.refusals.record(check, acts, request);
  }

  async visits(from: CalendarDate, to: CalendarDate): Promise<readonly DeskVisit[]> {
    const visits = await this.#context.ports.store.visits(from, to);
    return visits.map((visit) => this.#shown(visit));
  }

  refusals(from: CalendarDate, to: CalendarDate): Promise<readonly DeskRefusal[]> {
    return this.#parts.refusals.list(from, to);
  }

  async void(id: string): Promise<DeskVisit> {
    return this.#shown(await this.#undoing.void(id));
  }

  async erase(id: string): Promise<Erasure> {
    const { visit, ...erased } = await this.#parts.records.erase(id);
    this.#checks.forgetSeen();
    return { visit: this.#shown(visit), ...erased };
  }

  arrive(request: ArrivalRequest): Promise<Arrival> {
    return this.#arrivals.arrive(request);
  }

  welcome(): Promise<Welcome> {
    return this.#settings.welcome();
  }

  setWelcome(welcome: Welcome): Promise<Welcome> {
    return this.#settings.setWelcome(welcome);
  }

  settings(): Promise<DeskSettings> {
    return this.#settings.settings();
  }

  setSettings(settings: DeskSettings): Promise<DeskSettings> {
    return this.#settings.setSettings(settings);
  }
}
