/** The size of a map on the page, and its view: fitted to the places until somebody moves it. */

import type { Place } from '@covisa/protocol';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  clampView,
  fitPlaces,
  isOnScreen,
  type Size,
  toScreen,
  toWorld,
  type View,
} from './view.js';

const NO_SIZE: Size = { width: 0, height: 0 };

/** The size of an element, followed as it changes; 0 by 0 until it is on the page. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>(NO_SIZE);
  useEffect(() => {
    const shown = element.current;
    if (shown === null) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: shown.clientWidth, height: shown.clientHeight });
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** From one view to the next. */
export type Change = (view: View, size: Size) => View;

export interface UsedView {
  readonly view: View;
  readonly change: (change: Change) => void;
  /** Back to all places. */
  readonly fit: () => void;
}

/** A place to show, and where: anywhere on the map is enough, or it has to be in the middle. */
export interface Shown {
  readonly place: Place | null;
  readonly inMiddle: boolean;
}

/** The view of places; the shown one is brought into it when it is chosen outside of the map. */
export function useView(places: readonly Place[], size: Size, shown: Shown): UsedView {
  const [moved, setMoved] = useState<View | null>(null);
  const view = moved === null ? fitPlaces(places, size) : clampView(moved, size);
  const change = useCallback(
    (next: Change) =>
      setMoved((before) => {
        const from = before === null ? fitPlaces(places, size) : clampView(before, size);
        return next(from, size);
      }),
    [places, size],
  );
  const { latitude, longitude } = shown.place ?? {};
  useEffect(() => {
    if (latitude === undefined || longitude === undefined || size.width === 0) return;
    change((before) => centred(before, size, { latitude, longitude }, shown.inMiddle));
  }, [latitude, longitude]);
  return { view, change, fit: useCallback(() => setMoved(null), []) };
}

/** The view with a place in its middle, unless it may be anywhere and is shown already. */
function centred(view: View, size: Size, place: Place, inMiddle: boolean): View {
  const point = toWorld(place);
  if (!inMiddle && isOnScreen(toScreen(view, size, point), size)) return view;
  return clampView({ ...view, ...point }, size);
}
