/**
 * A desk's node that is none: it answers with sample members and real verdicts, keeps what happens
 * in this page's memory, and calls nobody.
 */

import { type CalendarDate, DEFAULT_TERMS, type JudgedVisit, type Seconds } from '@covisa/protocol';
import type {
  CheckView,
  DayView,
  RefusalView,
  VisitView,
  WelcomeView,
} from '../../api/desk-views.js';
import type { DeskNode, Question, Recording } from '../node/desk-node.js';
import {
  judgeSample,
  PRACTICE_HOME,
  type PracticeArrival,
  type PracticeDesk,
} from './practice-judge.js';
import { eligiblePlan, type Sample, type SampleId, sampleOf } from './samples.js';

/** Seconds in which a sample visit can be undone. */
const UNDO_SECONDS = 24 * 3600;

/** What the practice needs from around it. */
export interface PracticePorts {
  /** The real desk's day, of which place, rate and terms are taken. */
  readonly day: () => DayView;
  readonly now: () => Seconds;
  /** Why the sample of a refused space is refused. */
  readonly refusalReason: string;
  /** Waits as long as the home of a sample takes to answer. */
  readonly pause: (sample: SampleId) => Promise<void>;
}

interface OpenCheck {
  readonly sample: Sample;
  readonly question: Question;
  homeAnswer: PracticeArrival['homeAnswer'];
}

/** What was recorded, with whose it is. */
interface Recorded {
  readonly sample: Sample;
  visit: VisitView;
}

/** The practice. */
export class PracticeNode implements DeskNode {
  readonly #ports: PracticePorts;
  readonly #checks = new Map<string, OpenCheck>();
  readonly #recorded: Recorded[] = [];
  #last = 0;

  constructor(ports: PracticePorts) {
    this.#ports = ports;
  }

  async check(question: Question): Promise<CheckView> {
    const { presented } = question;
    const sample = presented.by === 'token' ? sampleOf(presented.token) : null;
    if (sample === null) throw new Error('practice: expected the code of a sample member');
    const id = this.#nextId();
    this.#checks.set(id, { sample, question, homeAnswer: 'not-asked' });
    return this.#view(id);
  }

  async askGrant(id: string): Promise<CheckView> {
    const check = this.#of(id);
    await this.#ports.pause(check.sample.id);
    check.homeAnswer = check.sample.id === 'offline' ? 'unreachable' : 'granted';
    return this.#view(id);
  }

  async record({ check, kind, amount, note }: Recording): Promise<VisitView> {
    const { verdict, displayName, homeName, venue } = this.#view(check);
    const now = this.#ports.now();
    const visit: VisitView = {
      ...{ id: this.#nextId(), home: PRACTICE_HOME, homeName, venue, displayName },
      ...{ date: verdict.date, kind, weight: verdict.weight, amount, note },
      ...{ recorded: now, recordedBy: null, published: true, voided: false },
      undoUntil: now + UNDO_SECONDS,
    };
    this.#recorded.push({ sample: this.#of(check).sample, visit });
    return visit;
  }

  async refuse(
    id: string,
    reason: RefusalView['reason'],
    note: string | null,
  ): Promise<RefusalView> {
    const { displayName, homeName, date } = this.#view(id);
    return {
      ...{ id: this.#nextId(), home: PRACTICE_HOME, homeName, date, displayName },
      ...{ recorded: this.#ports.now(), reason, note, recordedBy: null },
    };
  }

  async undo(id: string): Promise<VisitView> {
    const held = this.#recorded.find(({ visit }) => visit.id === id);
    if (held === undefined) throw new Error('practice: expected a visit of this practice');
    held.visit = { ...held.visit, voided: true, undoUntil: null };
    return held.visit;
  }

  async welcome(): Promise<WelcomeView> {
    return { wifi: { ssid: 'Practice', password: 'not-a-real-one', hidden: false }, note: null };
  }

  #nextId(): string {
    this.#last += 1;
    return `practice-${this.#last}`;
  }

  #of(id: string): OpenCheck {
    const check = this.#checks.get(id);
    if (check === undefined) throw new Error('practice: expected a check of this practice');
    return check;
  }

  #view(id: string): CheckView {
    const { sample, question, homeAnswer } = this.#of(id);
    const day = this.#ports.day();
    const visits = this.#visitsOf(sample);
    const { facts, date } = question;
    const arrival = { sample, facts, date, homeAnswer, visits };
    const desk = deskOf(day, this.#ports);
    const verdict = judgeSample(arrival, desk);
    const grants = { granted: 'had', refused: 'refused', unreachable: 'unreachable' } as const;
    return {
      ...{ id, home: PRACTICE_HOME, homeName: sample.home, displayName: sample.name },
      ...{ venue: day.venue, plan: eligiblePlan(desk.terms), date: verdict.date, verdict },
      visit: this.#todays(sample, verdict.date),
      grant: homeAnswer === 'not-asked' ? 'not-asked' : grants[homeAnswer],
    };
  }

  #visitsOf(sample: Sample): readonly JudgedVisit[] {
    return this.#recorded
      .filter((one) => one.sample.id === sample.id && !one.visit.voided)
      .map(({ visit }) => ({ ...visit, host: this.#ports.day().space }));
  }

  #todays(sample: Sample, date: CalendarDate): VisitView | null {
    const held = this.#recorded.find(
      (one) => one.sample.id === sample.id && one.visit.date === date && !one.visit.voided,
    );
    return held?.visit ?? null;
  }
}

/** The real desk as the practice sees it: its first programme's terms, else the usual ones. */
function deskOf(day: DayView, { now, refusalReason }: PracticePorts): PracticeDesk {
  const [programme] = day.programmes;
  return {
    host: day.space,
    terms: programme?.terms ?? DEFAULT_TERMS,
    roster: programme?.roster ?? 0,
    offer: day.offer,
    rate: day.rate,
    timeZone: day.timeZone,
    date: day.date,
    now: now(),
    refusalReason,
  };
}
