/**
 * What is drawn for places: marks that would overlap become one, places on one spot are fanned out
 * when nothing can be magnified any more, and labels stand where they hide nothing.
 */

import type { Place } from '@covisa/protocol';
import { type Point, SCALE_MAX, type Size, toScreen, toWorld, type View } from './view.js';

/** A place with a name. */
export interface MapPlace extends Place {
  readonly id: string;
  readonly label: string;
  /** `quiet`: drawn paler, and with a ring instead of a dot. Missing: plain. */
  readonly tone?: 'plain' | 'quiet';
}

/** One mark on the screen: a place, or several that would overlap. */
export interface Mark extends Point {
  readonly places: readonly [MapPlace, ...MapPlace[]];
}

/** A rectangle of the screen. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a label's text begins, or ends for `end`, and the room that it takes. */
export interface Label extends Point {
  readonly mark: Mark;
  readonly text: string;
  readonly anchor: 'start' | 'end' | 'middle';
  readonly box: Box;
}

/** Marks nearer than this overlap. */
const MARK_PIXELS = 32;
/** Around the spot that several places share. */
const FAN_PIXELS = 22;
const LABEL_CHARACTERS_MAX = 26;
const CHARACTER_PIXELS = 7.4;
const LABEL_HEIGHT_PIXELS = 18;
/** From the middle of a mark to its label. */
const LABEL_GAP_PIXELS = 13;

interface Gathered {
  x: number;
  y: number;
  readonly places: [MapPlace, ...MapPlace[]];
}

const isNear = (one: Point, other: Point): boolean =>
  Math.hypot(one.x - other.x, one.y - other.y) < MARK_PIXELS;

function gather(places: readonly MapPlace[], view: View, size: Size): readonly Gathered[] {
  const marks: Gathered[] = [];
  for (const place of places) {
    const at = toScreen(view, size, toWorld(place));
    const near = marks.find((mark) => isNear(mark, at));
    if (near === undefined) {
      marks.push({ ...at, places: [place] });
      continue;
    }
    near.places.push(place);
    const count = near.places.length;
    near.x += (at.x - near.x) / count;
    near.y += (at.y - near.y) / count;
  }
  return marks;
}

function fan({ x, y, places }: Mark): readonly Mark[] {
  if (places.length === 1) return [{ x, y, places }];
  return places.map((place, index) => {
    const angle = (index / places.length) * 2 * Math.PI - Math.PI / 2;
    const radius = FAN_PIXELS * Math.max(1, places.length / 5);
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle), places: [place] };
  });
}

function isOnScreen({ x, y }: Point, { width, height }: Size): boolean {
  return (
    x > -MARK_PIXELS && y > -MARK_PIXELS && x < width + MARK_PIXELS && y < height + MARK_PIXELS
  );
}

/** The marks of a view, those outside of the screen left out. */
export function marksOf(places: readonly MapPlace[], view: View, size: Size): readonly Mark[] {
  const gathered = gather(places, view, size);
  const marks = view.scale >= SCALE_MAX ? gathered.flatMap(fan) : gathered;
  return marks.filter((mark) => isOnScreen(mark, size));
}

/** The mark nearest to a point of the screen; null where there is none at all. */
export function nearestMark(marks: readonly Mark[], { x, y }: Point): Mark | null {
  const away = (mark: Mark): number => Math.hypot(mark.x - x, mark.y - y);
  return marks.reduce<Mark | null>(
    (best, mark) => (best === null || away(mark) < away(best) ? mark : best),
    null,
  );
}

/** The mark whose label is at a point of the screen; null where there is none. */
export function labelledMark(labels: readonly Label[], { x, y }: Point): Mark | null {
  const hit = labels.find(
    ({ box }) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom,
  );
  return hit?.mark ?? null;
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= LABEL_CHARACTERS_MAX) return text;
  return `${characters
    .slice(0, LABEL_CHARACTERS_MAX - 1)
    .join('')
    .trimEnd()}…`;
}

/** The four positions of a label, in the order of preference, with the room that each takes. */
function positions(mark: Mark, text: string): readonly Label[] {
  const width = [...text].length * CHARACTER_PIXELS;
  const half = LABEL_HEIGHT_PIXELS / 2;
  const { x, y } = mark;
  const at = (anchor: Label['anchor'], left: number, labelX: number, labelY: number) => ({
    ...{ mark, text, anchor, x: labelX, y: labelY },
    box: { left, right: left + width, top: labelY - half, bottom: labelY + half },
  });
  const gap = LABEL_GAP_PIXELS;
  return [
    at('start', x + gap, x + gap, y),
    at('end', x - gap - width, x - gap, y),
    at('middle', x - width / 2, x, y + gap + half),
    at('middle', x - width / 2, x, y - gap - half),
  ];
}

/** Where the buttons of the map are, from its right and top: no label hides behind them. */
const BUTTONS_PIXELS = { width: 60, height: 150 };

/** Labels for single places, as many as have room; `first` (an id) has its label before others. */
export function labelsOf(
  marks: readonly Mark[],
  size: Size,
  first: string | null,
): readonly Label[] {
  const screen: Box = { left: 0, top: 0, right: size.width, bottom: size.height };
  const { width, height } = BUTTONS_PIXELS;
  const taken: Box[] = [
    { left: size.width - width, right: size.width, top: 0, bottom: height },
    ...marks.map(({ x, y }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 })),
  ];
  const isFirst = (mark: Mark): number => (mark.places[0].id === first ? 0 : 1);
  const single = marks.filter(({ places }) => places.length === 1);
  const inOrder = [...single].sort((one, other) => isFirst(one) - isFirst(other));
  return inOrder.flatMap((mark) => {
    const free = positions(mark, shorten(mark.places[0].label)).find(
      ({ box }) =>
        box.left >= screen.left &&
        box.right <= screen.right &&
        box.top >= screen.top &&
        box.bottom <= screen.bottom &&
        !taken.some((other) => overlap(box, other)),
    );
    if (free === undefined) return [];
    taken.push(free.box);
    return [free];
  });
}
