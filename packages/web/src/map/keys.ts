/** What the keys do on a map. */

import type { Place } from '@covisa/protocol';
import { isOnScreen, panBy, type Size, toScreen, toWorld, type View, zoomAt } from './view.js';

/** Pixels that an arrow key moves the map. */
const STEP_PIXELS = 60;

type Change = (view: View, size: Size) => View;

const panning =
  (x: number, y: number): Change =>
  (view, size) =>
    panBy(view, size, { x: x * STEP_PIXELS, y: y * STEP_PIXELS });

/** Around the pin where it is on the screen, so that it stays there; else around the middle. */
const zooming =
  (factor: number, pin: Place | null): Change =>
  (view, size) => {
    const at = pin === null ? null : toScreen(view, size, toWorld(pin));
    const middle = { x: size.width / 2, y: size.height / 2 };
    return zoomAt(view, size, factor, at !== null && isOnScreen(at, size) ? at : middle);
  };

/** By the names that browsers give to keys. The map goes where the arrow points. */
const PANS: ReadonlyMap<string, Change> = new Map([
  ['ArrowLeft', panning(1, 0)],
  ['ArrowRight', panning(-1, 0)],
  ['ArrowUp', panning(0, 1)],
  ['ArrowDown', panning(0, -1)],
]);
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['+', 2],
  ['=', 2],
  ['-', 0.5],
  ['_', 0.5],
]);

/** What a key does to the view; null where it does nothing. `pin` is a place that was picked. */
export function keyChange(key: string, pin: Place | null = null): Change | null {
  const factor = FACTORS.get(key);
  return factor === undefined ? (PANS.get(key) ?? null) : zooming(factor, pin);
}
