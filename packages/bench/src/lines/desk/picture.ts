/**
 * What a camera sees of a phone that is held up to it: a QR code on a white screen before a room,
 * straight or aslant, as one byte of brightness a pixel.
 */

import { create } from 'qrcode';

/** The size that the desk wishes of a camera. */
export const WIDTH = 1280;
export const HEIGHT = 720;
export const ROOM = 96;
const WHITE = 225;
const BLACK = 25;
/** Modules of white around the code. */
const QUIET = 4;
/** Samples a pixel in each direction: edges are grey, as a lens draws them. */
const SAMPLES = 2;

/** How the phone is held. */
export interface Pose {
  /** Pixels of the longer side of the code, seen from straight ahead. */
  readonly side: number;
  /** Radians by which it is turned in the picture's plane. */
  readonly turn: number;
  /** Radians by which its upper edge leans away. */
  readonly lean: number;
}

/** Straight before the camera, turned as little as a hand does. */
export const STRAIGHT: Pose = { side: 480, turn: 0.05, lean: 0 };
/** Further away, turned and leaning back, so that `qr` misses it and zxing-wasm has to read it. */
export const ASLANT: Pose = { side: 300, turn: 0.4, lean: 0.7 };

/** The distance of the camera, in sides of the code. */
const DISTANCE = 2;

/** The brightness of every pixel, row by row. */
export function pictureOf(text: string, pose: Pose): Uint8Array {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET;
  const isDark = (row: number, column: number): boolean =>
    Math.min(row, column) >= 0 && Math.max(row, column) < modules.size
      ? modules.get(row, column) === 1
      : false;
  /** Of a point, in pixels from the middle of the picture. */
  const brightness = (x: number, y: number): number => {
    const [u, v] = seenAt(x, y, pose);
    const [column, row] = [Math.floor((u + 0.5) * size), Math.floor((v + 0.5) * size)];
    if (Math.min(row, column) < 0 || Math.max(row, column) >= size) return ROOM;
    return isDark(row - QUIET, column - QUIET) ? BLACK : WHITE;
  };
  const picture = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      let sum = 0;
      for (let n = 0; n < SAMPLES * SAMPLES; n++) {
        const dx = ((n % SAMPLES) + 0.5) / SAMPLES;
        const dy = (Math.floor(n / SAMPLES) + 0.5) / SAMPLES;
        sum += brightness(x + dx - WIDTH / 2, y + dy - HEIGHT / 2);
      }
      picture[y * WIDTH + x] = sum / (SAMPLES * SAMPLES);
    }
  }
  return picture;
}

/** The point of the code, in sides from its middle, that is seen at a point of the picture. */
function seenAt(x: number, y: number, { side, turn, lean }: Pose): readonly [number, number] {
  const [px, py] = [x / side / DISTANCE, y / side / DISTANCE];
  const [qx, qy] = [
    px * Math.cos(turn) + py * Math.sin(turn),
    py * Math.cos(turn) - px * Math.sin(turn),
  ];
  // A point (u, v) of the leaning code stands at depth DISTANCE - v·sin(lean), at (u, v·cos(lean)).
  const v = (qy * DISTANCE) / (Math.cos(lean) + qy * Math.sin(lean));
  return [qx * (DISTANCE - v * Math.sin(lean)), v];
}
