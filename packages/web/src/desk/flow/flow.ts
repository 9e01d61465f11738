/**
 * How one arrival goes through the desk: from a code in view to a visit that is recorded, refused
 * or put aside. Pure: what happened comes in, what is shown goes out. Answers to an arrival that is
 * over are dropped by its number.
 */

import type { CheckView, RefusalView, VisitView } from '../../api/desk-views.js';
import type { ForeignKind } from '../input/recognise.js';
import type { Question } from '../node/desk-node.js';

/** Why a code led to no verdict. */
export type ScanProblem =
  | { readonly kind: 'foreign'; readonly what: ForeignKind; readonly text: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** A verdict that somebody looks at. */
export interface Judged {
  readonly at: 'judged';
  readonly question: Question;
  readonly check: CheckView;
  /** Whether the home is being asked: only the button for a free day waits for it. */
  readonly isAsking: boolean;
  /** The day is free only because the home was asked, and agreed. */
  readonly hasConsent: boolean;
  /** A decision is on its way. */
  readonly isBusy: boolean;
  /** What went wrong with the last decision; null: nothing. */
  readonly error: unknown;
}

/** Where an arrival stands. */
export type Step =
  | { readonly at: 'ready' }
  | { readonly at: 'checking'; readonly question: Question }
  | { readonly at: 'problem'; readonly problem: ScanProblem }
  | Judged
  | { readonly at: 'recorded'; readonly visit: VisitView }
  | { readonly at: 'refused'; readonly refusal: RefusalView }
  | { readonly at: 'kept' }
  | { readonly at: 'not-kept' };

/** The desk's one arrival at a time. */
export interface Flow {
  /** Counts arrivals. */
  readonly number: number;
  readonly step: Step;
}

/** What can happen to an arrival that has a number. */
export type FlowEvent =
  | { readonly is: 'checked'; readonly check: CheckView }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'kept' | 'not-kept' }
  /** Judged again with other facts. */
  | { readonly is: 'rejudged'; readonly question: Question; readonly check: CheckView }
  /** The home is asked about a check, and has answered, or has not in time. */
  | { readonly is: 'asked'; readonly about: string }
  | { readonly is: 'answered'; readonly about: string; readonly check: CheckView | null }
  | { readonly is: 'deciding' }
  | { readonly is: 'undecided'; readonly error: unknown }
  | { readonly is: 'recorded'; readonly visit: VisitView }
  | { readonly is: 'refused'; readonly refusal: RefusalView };

export const READY: Flow = { number: 0, step: { at: 'ready' } };

/** A new arrival begins with a question to the node, or ends at once with a problem. */
export function begin(flow: Flow, start: Question | ScanProblem): Flow {
  const number = flow.number + 1;
  if ('kind' in start) return { number, step: { at: 'problem', problem: start } };
  return { number, step: { at: 'checking', question: start } };
}

/** Back to the camera. */
export function close(flow: Flow): Flow {
  return { number: flow.number + 1, step: { at: 'ready' } };
}

/** Whether a new code would disturb somebody who has a verdict to decide on. */
export function isBusy({ step }: Flow): boolean {
  return step.at === 'checking' || step.at === 'judged';
}

/** The flow after something that happened to the arrival of a number. */
export function happen(flow: Flow, number: number, event: FlowEvent): Flow {
  if (number !== flow.number) return flow;
  const step = stepAfter(flow.step, event);
  return step === flow.step ? flow : { number, step };
}

function stepAfter(step: Step, event: FlowEvent): Step {
  switch (step.at) {
    case 'checking':
      return afterChecking(step.question, event) ?? step;
    case 'judged':
      return afterJudged(step, event);
    default:
      return step;
  }
}

function afterChecking(question: Question, event: FlowEvent): Step | null {
  switch (event.is) {
    case 'checked': {
      const { check } = event;
      return {
        ...{ at: 'judged', question, check },
        ...{ isAsking: false, hasConsent: false, isBusy: false, error: null },
      };
    }
    case 'failed':
      return { at: 'problem', problem: { kind: 'failed', error: event.error } };
    case 'kept':
    case 'not-kept':
      return { at: event.is };
    default:
      return null;
  }
}

function afterJudged(step: Judged, event: FlowEvent): Step {
  switch (event.is) {
    case 'rejudged': {
      const { question, check } = event;
      return { ...step, question, check, isAsking: false, hasConsent: false, isBusy: false };
    }
    case 'asked':
      return event.about === step.check.id ? { ...step, isAsking: true } : step;
    case 'answered':
      // Judged again meanwhile, with other facts: the answer is about a check that is over.
      if (event.about !== step.check.id) return step;
      return {
        ...{ ...step, isAsking: false, check: event.check ?? step.check },
        hasConsent: step.check.verdict.askGrant === 'needed' && event.check?.grant === 'had',
      };
    case 'deciding':
      return { ...step, isBusy: true, error: null };
    case 'undecided':
      return { ...step, isBusy: false, error: event.error };
    case 'recorded':
      return { at: 'recorded', visit: event.visit };
    case 'refused':
      return { at: 'refused', refusal: event.refusal };
    default:
      return step;
  }
}

/** Whether the home is to be asked for a grant before a free day. */
export function wantsGrant({ verdict, grant }: CheckView): boolean {
  return verdict.askGrant !== 'no' && grant === 'not-asked' && !verdict.sameDay;
}
