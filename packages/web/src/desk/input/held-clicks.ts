/**
 * Clicks that keys make. Each waits for a moment, in which a scanner would type on; and on a dialog
 * that has only just appeared they do nothing, since nobody has read it.
 */

import { after, nowMilliseconds } from '../../platform/clock.js';
import { GAP_MILLISECONDS } from './keys.js';

/** Milliseconds after a dialog has appeared in which no key presses anything on it. */
const READING_MILLISECONDS = 1000;

/** The clicks of keys, while somebody listens. */
export interface HeldClicks {
  /** Nothing comes of the click that waits. */
  readonly drop: () => void;
  readonly end: () => void;
}

/** Holds the clicks that keys make on the whole page. */
export function holdKeyClicks(): HeldClicks {
  const shownAt = new WeakMap<Element, number>();
  let drop = (): void => undefined;
  let isByKey = false;
  const byKey = (): void => {
    isByKey = true;
  };
  const byPointer = (): void => {
    isByKey = false;
  };
  const isUnread = (target: Element): boolean => {
    const dialog = target.closest('dialog');
    if (dialog === null) return false;
    const shown = shownAt.get(dialog) ?? nowMilliseconds();
    shownAt.set(dialog, shown);
    return nowMilliseconds() - shown < READING_MILLISECONDS;
  };
  // A dialog takes the focus as it appears.
  const seen = ({ target }: Event): void => {
    if (target instanceof Element) isUnread(target);
  };
  const hold = (event: MouseEvent): void => {
    const { target, isTrusted, detail } = event;
    if (!isByKey || !isTrusted || detail !== 0 || !(target instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    drop();
    // DESK-3: no key presses anything on a verdict or a dialog that has been there for less than a
    // second.
    if (!isUnread(target)) drop = after(GAP_MILLISECONDS, () => target.click());
  };
  const capture = { capture: true };
  addEventListener('keydown', byKey, capture);
  addEventListener('pointerdown', byPointer, capture);
  addEventListener('focusin', seen, capture);
  addEventListener('click', hold, capture);
  return {
    drop: () => drop(),
    end() {
      drop();
      removeEventListener('keydown', byKey, capture);
      removeEventListener('pointerdown', byPointer, capture);
      removeEventListener('focusin', seen, capture);
      removeEventListener('click', hold, capture);
    },
  };
}
