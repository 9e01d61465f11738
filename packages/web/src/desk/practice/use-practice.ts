/** The practice in place of the node, begun anew when wanted. */

import { useMemo, useRef, useState } from 'preact/hooks';
import type { DayView } from '../../api/desk-views.js';
import { after, nowSeconds } from '../../platform/clock.js';
import { PracticeNode } from './practice-node.js';
import { placeWithoutNode } from './samples.js';

/** Milliseconds that the home of a sample takes to answer. */
const HOME_MILLISECONDS = 700;
/** As long for the one whose free day waits for it: staff is to see the button wait. */
const CONSENT_MILLISECONDS = 2000;

/** The practice, and the way to begin it again. */
export function usePractice(day: DayView | null, refusalReason: string) {
  const latest = useRef(day);
  latest.current = day;
  const [round, setRound] = useState(0);
  const node = useMemo(
    () =>
      new PracticeNode({
        day: () => latest.current ?? placeWithoutNode(nowSeconds()),
        now: nowSeconds,
        refusalReason,
        pause: (sample) =>
          new Promise((resolve) =>
            after(sample === 'ask' ? CONSENT_MILLISECONDS : HOME_MILLISECONDS, resolve),
          ),
      }),
    [round, refusalReason],
  );
  return { node, again: () => setRound((before) => before + 1) };
}
