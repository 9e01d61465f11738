/** Fingers, mouse and wheel on a map: one finger moves it, two magnify, a tap chooses. */

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Change } from './use-view.js';
import { type Point, panBy, zoomAt } from './view.js';

/** A finger that moves less than this taps. */
const TAP_PIXELS = 6;
/** One line of a wheel that counts in lines. */
const LINE_PIXELS = 16;

interface Gestures {
  readonly change: (change: Change) => void;
  readonly onTap: (point: Point) => void;
  /** Somebody turned the wheel to move the page: the map says how it is magnified instead. */
  readonly onPageScroll: () => void;
}

/** Follows fingers, mouse and wheel over an element. */
export function useGestures(element: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const shown = element.current;
    if (shown === null) return;
    const ends = new AbortController();
    followPointers(shown, latest, ends.signal);
    followWheel(shown, latest, ends.signal);
    return () => ends.abort();
  }, [element]);
}

type Latest = { readonly current: Gestures };

function followWheel(element: HTMLElement, latest: Latest, signal: AbortSignal): void {
  const turn = (event: WheelEvent): void => {
    // The page scrolls under the mouse as everywhere, until the person has turned to the map.
    const isMeant = event.ctrlKey || event.metaKey || element.contains(document.activeElement);
    if (!isMeant) {
      latest.current.onPageScroll();
      return;
    }
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1);
    const factor = 2 ** (-pixels / (event.ctrlKey ? 120 : 300));
    const at = pointOf(element, event);
    latest.current.change((view, size) => zoomAt(view, size, factor, at));
  };
  element.addEventListener('wheel', turn, { passive: false, signal });
}

function pointOf(element: HTMLElement, event: MouseEvent): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

const middleOf = (one: Point, other: Point): Point => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
});
const between = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

function followPointers(element: HTMLElement, latest: Latest, signal: AbortSignal): void {
  const down = new Map<number, Point>();
  let tapAt: Point | null = null;

  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = pointOf(element, event);
    down.set(event.pointerId, at);
    tapAt = down.size === 1 ? at : null;
  };
  const move = (event: PointerEvent): void => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    const at = pointOf(element, event);
    if (tapAt !== null && between(tapAt, at) < TAP_PIXELS) return;
    tapAt = null;
    // Captured only now: a tap stays the browser's own click, which gives the map the focus.
    element.setPointerCapture(event.pointerId);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, at);
    latest.current.change((view, size) => {
      if (other === undefined) return panBy(view, size, { x: at.x - before.x, y: at.y - before.y });
      const [from, to] = [middleOf(before, other), middleOf(at, other)];
      const factor = between(at, other) / Math.max(between(before, other), 1);
      const panned = panBy(view, size, { x: to.x - from.x, y: to.y - from.y });
      return zoomAt(panned, size, factor, to);
    });
  };
  const lift = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId)) return;
    const tapped = tapAt;
    tapAt = null;
    if (tapped !== null && event.type === 'pointerup') latest.current.onTap(tapped);
  };
  element.addEventListener('pointerdown', press, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', lift, { signal });
  element.addEventListener('pointercancel', lift, { signal });
  element.addEventListener('pointerleave', lift, { signal });
}
