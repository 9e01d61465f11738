/** What the keys do on a map. */

import { panBy, type Size, type View, zoomAt } from './view.js';

/** Pixels that an arrow key moves the map. */
const STEP_PIXELS = 60;

type Change = (view: View, size: Size) => View;

const panning =
  (x: number, y: number): Change =>
  (view, size) =>
    panBy(view, size, { x: x * STEP_PIXELS, y: y * STEP_PIXELS });

const zooming =
  (factor: number): Change =>
  (view, size) =>
    zoomAt(view, size, factor, { x: size.width / 2, y: size.height / 2 });

/** By the names that browsers give to keys. The map goes where the arrow points. */
const CHANGES: ReadonlyMap<string, Change> = new Map([
  ['ArrowLeft', panning(1, 0)],
  ['ArrowRight', panning(-1, 0)],
  ['ArrowUp', panning(0, 1)],
  ['ArrowDown', panning(0, -1)],
  ['+', zooming(2)],
  ['=', zooming(2)],
  ['-', zooming(0.5)],
  ['_', zooming(0.5)],
]);

/** What a key does to the view; null where it does nothing. */
export function keyChange(key: string): Change | null {
  return CHANGES.get(key) ?? null;
}
