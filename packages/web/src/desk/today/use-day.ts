/**
 * The desk's day at its node: loaded again and again, with what was last known while it is away.
 */

import type { Seconds } from '@covisa/protocol';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DayView } from '../../api/desk-views.js';
import { after, nowSeconds } from '../../platform/clock.js';
import { keepText, keptText } from '../../platform/local-texts.js';
import { Refused, Unreachable } from '../../platform/network.js';
import { loadDay } from '../node/desk-node.js';
import { followLooks, type Looks } from './looks.js';

/** Milliseconds from one look to the next: while all is well, and while the node is away. */
const LOOK_MILLISECONDS = 30_000;
const AWAY_LOOK_MILLISECONDS = 4000;

/** The day, and how the node is. */
export interface Day {
  /** Null: it was not loaded yet, or never on this device. */
  readonly view: DayView | null;
  /** Whether the view is of this shift, not only what was kept of the place. */
  readonly isLoaded: boolean;
  readonly error: unknown;
  readonly isNear: boolean;
  /** The node's clock, as far as this device knows it. */
  readonly now: () => Seconds;
  readonly reload: () => void;
}

const KEY = 'covisa-desk-place';

/** What is kept of a day for a start without the node: nothing about any member. */
type Place = Omit<DayView, 'visits' | 'refusals' | 'capacity' | 'pendingVisits'>;

interface Held {
  readonly place: Place;
  /** Seconds by which the node's clock is ahead of the device's. */
  readonly ahead: number;
}

function heldPlace(): Held | null {
  try {
    // Written below, by this page alone; an earlier version of it may have written otherwise.
    const held: Partial<Held> | null = JSON.parse(keptText(KEY) ?? 'null');
    const { place, ahead } = held ?? {};
    const isWhole = typeof place?.timeZone === 'string' && typeof ahead === 'number';
    return isWhole ? { place, ahead } : null;
  } catch {
    return null;
  }
}

function hold(view: DayView, ahead: number): void {
  const { visits: _visits, refusals: _refusals, capacity: _c, pendingVisits: _p, ...place } = view;
  const held: Held = { place, ahead };
  keepText(KEY, JSON.stringify(held));
}

/** Whether this device was a desk before, so that it can be one without the node. */
export function isKnownDesk(): boolean {
  return keptText(KEY) !== null;
}

/** Forgets the desk's place, as after signing out. */
export function forgetDesk(): void {
  keepText(KEY, null);
}

function fromHeld(held: Held | null): DayView | null {
  if (held === null) return null;
  return { ...held.place, visits: [], refusals: [], capacity: null, pendingVisits: 0 };
}

interface Seen {
  readonly view: DayView | null;
  readonly isLoaded: boolean;
  readonly ahead: number;
  readonly error: unknown;
  readonly isNear: boolean;
}

function firstSeen(): Seen {
  const held = heldPlace();
  return {
    view: fromHeld(held),
    isLoaded: false,
    ahead: held?.ahead ?? 0,
    error: null,
    isNear: false,
  };
}

/** Whether the node answered, if only to refuse. */
function isAnswer(error: unknown): boolean {
  return !(error instanceof Unreachable);
}

/** Follows the day of a venue; `onVenueGone`: the space has this venue no more. */
export function useDay(venue: string | null, onVenueGone: () => void): Day {
  const [seen, setSeen] = useState(firstSeen);
  const looks = useRef<Looks | null>(null);
  useEffect(() => {
    const followed = followLooks({
      load: () => loadDay(venue),
      onSeen(view) {
        const ahead = view.now - nowSeconds();
        hold(view, ahead);
        setSeen({ view, isLoaded: true, ahead, error: null, isNear: true });
      },
      onFailed(error) {
        if (venue !== null && error instanceof Refused && error.code === 'NOT_FOUND') onVenueGone();
        else setSeen((before) => ({ ...before, error, isNear: isAnswer(error) }));
      },
      pauseAfter: (error) => (isAnswer(error) ? LOOK_MILLISECONDS : AWAY_LOOK_MILLISECONDS),
      after,
    });
    looks.current = followed;
    return followed.end;
  }, [venue]);
  const reload = useCallback(() => looks.current?.again(), []);
  const { ahead } = seen;
  const now = useCallback(() => nowSeconds() + ahead, [ahead]);
  const { view, isLoaded, error, isNear } = seen;
  return { view, isLoaded, error, isNear, now, reload };
}
