/**
 * Which part of the world a map shows, in Web Mercator: pure geometry, no drawing. The world is a
 * square of side 1 that repeats to the east and west.
 */

import type { Place } from '@covisa/protocol';

/** Width and height of what is drawn on, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point of the world (0 to 1, y downwards), or of the screen (pixels). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point of the world in the middle of the map, and how many pixels wide the world is. */
export interface View extends Point {
  readonly scale: number;
}

/** Beyond this the land's outline says nothing more, and a map is a blank: 300 m a pixel. */
export const SCALE_MAX = 2 ** 17;
/** As near as a map comes by itself: one space alone is shown with its country around it. */
const FIT_SCALE_MAX = 6000;
/** Pixels around places that a map is fitted to. */
const FIT_MARGIN_PIXELS = 56;
const LATITUDE_MAX = 85;
/** What is north or south of this is ice, and is not shown. */
const TOP = 0.04;
const BOTTOM = 0.76;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** A place as a point of the world. */
export function toWorld({ latitude, longitude }: Place): Point {
  const radians = (clamp(latitude, -LATITUDE_MAX, LATITUDE_MAX) * Math.PI) / 180;
  return {
    x: (longitude + 180) / 360,
    y: (1 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / Math.PI) / 2,
  };
}

/** A point of the world as a place, to four decimals of a degree (11 m). */
export function toPlace({ x, y }: Point): Place {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
  return { latitude: round(latitude), longitude: round((x - Math.floor(x)) * 360 - 180) };
}

/** Where a point of the world is on the screen: the repetition that is nearest to the middle. */
export function toScreen(view: View, size: Size, point: Point): Point {
  const east = point.x - view.x;
  return {
    x: size.width / 2 + (east - Math.round(east)) * view.scale,
    y: size.height / 2 + (point.y - view.y) * view.scale,
  };
}

/** Which point of the world a point of the screen shows. */
export function fromScreen(view: View, size: Size, point: Point): Point {
  return {
    x: view.x + (point.x - size.width / 2) / view.scale,
    y: view.y + (point.y - size.height / 2) / view.scale,
  };
}

/** The nearest view that shows the world and not the nothing beyond it. */
export function clampView(view: View, size: Size): View {
  const scale = clamp(view.scale, Math.max(size.width, 1), SCALE_MAX);
  const half = size.height / 2 / scale;
  const isTall = 2 * half > BOTTOM - TOP;
  const y = isTall ? (TOP + BOTTOM) / 2 : clamp(view.y, TOP + half, BOTTOM - half);
  return { x: view.x - Math.floor(view.x), y, scale };
}

/** The view moved by pixels: what was under a finger stays under it. */
export function panBy(view: View, size: Size, { x, y }: Point): View {
  return clampView({ ...view, x: view.x - x / view.scale, y: view.y - y / view.scale }, size);
}

/** The view nearer (over 1) or farther (under 1), with the point of the screen `at` kept. */
export function zoomAt(view: View, size: Size, factor: number, at: Point): View {
  const scale = clamp(view.scale * factor, Math.max(size.width, 1), SCALE_MAX);
  const kept = fromScreen(view, size, at);
  const moved = {
    x: kept.x - (at.x - size.width / 2) / scale,
    y: kept.y - (at.y - size.height / 2) / scale,
    scale,
  };
  return clampView(moved, size);
}

/** Whether a point of the screen is on the map. */
export function isOnScreen({ x, y }: Point, size: Size): boolean {
  return x >= 0 && y >= 0 && x <= size.width && y <= size.height;
}

/** The narrowest range of longitudes that holds all points, as start and width: it may wrap. */
function rangeOf(points: readonly Point[]): { readonly start: number; readonly width: number } {
  const sorted = points.map(({ x }) => x - Math.floor(x)).sort((one, other) => one - other);
  const gaps = sorted.map((x, index) => {
    const next = sorted[index + 1] ?? (sorted[0] ?? 0) + 1;
    return { start: next, width: 1 - (next - x) };
  });
  return gaps.reduce((best, gap) => (gap.width < best.width ? gap : best), { start: 0, width: 1 });
}

/** The view that shows all places with room around them; the whole world where there is none. */
export function fitPlaces(places: readonly Place[], size: Size): View {
  const points = places.map(toWorld);
  if (points.length === 0) return clampView({ x: 0.5, y: 0.4, scale: 0 }, size);
  const { start, width } = rangeOf(points);
  const ys = points.map(({ y }) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const room = (pixels: number): number => Math.max(pixels - 2 * FIT_MARGIN_PIXELS, 40);
  const scale = Math.min(
    room(size.width) / Math.max(width, 1e-9),
    room(size.height) / Math.max(bottom - top, 1e-9),
    FIT_SCALE_MAX,
  );
  return clampView({ x: start + width / 2, y: (top + bottom) / 2, scale }, size);
}

/** The repetitions of the world on the screen, as whole numbers to the east of the first. */
export function repetitions(view: View, size: Size): readonly number[] {
  const half = size.width / 2 / view.scale;
  const first = Math.floor(view.x - half);
  const count = Math.floor(view.x + half) - first + 1;
  return Array.from({ length: Math.min(count, 4) }, (_, index) => first + index);
}
