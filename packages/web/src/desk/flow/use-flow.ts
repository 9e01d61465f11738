/** One arrival at a time: runs the calls to the node, and holds where the arrival stands. */

import { useRef, useState } from 'preact/hooks';
import type { CheckView, RefusalReason } from '../../api/desk-views.js';
import { after } from '../../platform/clock.js';
import { Unreachable } from '../../platform/network.js';
import type { DeskNode, Question, Recording, VisitFacts } from '../node/desk-node.js';
import {
  begin,
  close,
  type Flow,
  type FlowEvent,
  happen,
  READY,
  type ScanProblem,
  wantsGrant,
} from './flow.js';

/** Milliseconds that the button for a free day waits for the home: the node itself waits 1.5 s. */
const GRANT_MILLISECONDS = 2500;

/** What an arrival needs from around it. */
export interface FlowPorts {
  readonly node: DeskNode;
  /** Keeps a scan for when the node is back; false: it could not be kept. */
  readonly keep: (question: Question) => Promise<boolean>;
  /** Something was recorded or refused. */
  readonly onDone: (question: Question) => void;
}

/** The arrival, and what can be done with it. */
export interface FlowControl {
  readonly flow: Flow;
  readonly start: (start: Question | ScanProblem) => void;
  readonly record: (decision: Omit<Recording, 'check'>) => void;
  readonly refuse: (reason: RefusalReason, note: string | null) => void;
  /** Judges again with other facts; the verdict stays on the screen until then. */
  readonly change: (facts: VisitFacts) => void;
  readonly close: () => void;
}

type Tell = (event: FlowEvent) => void;

/** Runs arrivals over a node. */
export function useFlow(ports: FlowPorts): FlowControl {
  const [flow, setFlow] = useState<Flow>(READY);
  const latest = useRef(flow);
  const change = (next: Flow): Flow => {
    latest.current = next;
    setFlow(next);
    return next;
  };
  const tellOf = (number: number): Tell => {
    return (event) => change(happen(latest.current, number, event));
  };
  const start = (from: Question | ScanProblem): void => {
    const { number } = change(begin(latest.current, from));
    if ('presented' in from) void check(ports, from, tellOf(number));
  };
  const decide = (act: (check: string) => Promise<FlowEvent>): void => {
    const { number, step } = latest.current;
    if (step.at !== 'judged' || step.isBusy) return;
    void settle(ports, step.question, () => act(step.check.id), tellOf(number));
  };
  return {
    flow,
    start,
    record: (decision) =>
      decide(async (check) => ({
        is: 'recorded',
        visit: await ports.node.record({ check, ...decision }),
      })),
    refuse: (reason, note) =>
      decide(async (check) => ({
        is: 'refused',
        refusal: await ports.node.refuse(check, reason, note),
      })),
    change(facts) {
      const { number, step } = latest.current;
      if (step.at !== 'judged' || step.isBusy) return;
      void checkAgain(ports, { ...step.question, facts }, tellOf(number));
    },
    close: () => change(close(latest.current)),
  };
}

async function check(ports: FlowPorts, question: Question, tell: Tell): Promise<void> {
  try {
    const checked = await ports.node.check(question);
    tell({ is: 'checked', check: checked });
    await askIfWanted(ports.node, question, checked, tell);
  } catch (error) {
    if (error instanceof Unreachable && isKeepable(question)) {
      tell({ is: (await ports.keep(question)) ? 'kept' : 'not-kept' });
    } else {
      tell({ is: 'failed', error });
    }
  }
}

async function checkAgain(ports: FlowPorts, question: Question, tell: Tell): Promise<void> {
  tell({ is: 'deciding' });
  try {
    const checked = await ports.node.check(question);
    tell({ is: 'rejudged', question, check: checked });
    await askIfWanted(ports.node, question, checked, tell);
  } catch (error) {
    tell({ is: 'undecided', error });
  }
}

/** A home takes fresh presentations only: for a kept scan it is not asked. */
async function askIfWanted(
  node: DeskNode,
  { scannedAt }: Question,
  checked: CheckView,
  tell: Tell,
): Promise<void> {
  if (scannedAt === null && wantsGrant(checked)) await ask(node, checked.id, tell);
}

/** A code that is kept already, or that only its home can give, is not kept. */
function isKeepable({ presented, scannedAt, date }: Question): boolean {
  return presented.by === 'token' && scannedAt === null && date === null;
}

/** Asks the home. After the budget the button is free again; a later answer still counts. */
async function ask(node: DeskNode, about: string, tell: Tell): Promise<void> {
  tell({ is: 'asked', about });
  const cancel = after(GRANT_MILLISECONDS, () => tell({ is: 'answered', about, check: null }));
  try {
    tell({ is: 'answered', about, check: await node.askGrant(about) });
  } catch {
    // The desk decides by what its own node knows.
    tell({ is: 'answered', about, check: null });
  } finally {
    cancel();
  }
}

async function settle(
  ports: FlowPorts,
  question: Question,
  act: () => Promise<FlowEvent>,
  tell: Tell,
): Promise<void> {
  tell({ is: 'deciding' });
  try {
    const event = await act();
    ports.onDone(question);
    tell(event);
  } catch (error) {
    tell({ is: 'undecided', error });
  }
}
