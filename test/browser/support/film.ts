/** Films for the fake camera, in Y4M: what a page shows, or a QR code as on a phone's screen. */

import { writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { create } from 'qrcode';

const WIDTH = 640;
const HEIGHT = 480;
/** A room behind the phone, and the phone's white screen. */
const ROOM = 96;
const WHITE = 235;
const BLACK = 16;
const FRAMES_PER_SECOND = 10;

/** One frame's brightness, row by row, with the code in the middle; null: an empty room. */
function luminance(shows: Scene['shows']): Frame {
  if (shows instanceof Uint8Array) return shows;
  const frame = new Uint8Array(WIDTH * HEIGHT).fill(ROOM);
  if (shows === null) return frame;
  const { modules } = create(shows, { errorCorrectionLevel: 'M' });
  const scale = Math.floor(HEIGHT / (modules.size + 8));
  const side = (modules.size + 8) * scale;
  const [left, top] = [Math.floor((WIDTH - side) / 2), Math.floor((HEIGHT - side) / 2)];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / scale) - 4, Math.floor(x / scale) - 4];
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      const isDark = isInside && modules.get(row, column) === 1;
      frame[(top + y) * WIDTH + left + x] = isDark ? BLACK : WHITE;
    }
  }
  return frame;
}

/** One frame's brightness, row by row. */
export type Frame = Uint8Array;

/**
 * What a camera sees that is held to a part of a page: its own pixels, as large as fits, before the
 * room.
 */
export async function frameOf(shown: Locator): Promise<Frame> {
  const picture = (await shown.screenshot()).toString('base64');
  const bytes = await shown.page().evaluate(
    async ({ picture, width, height, room }) => {
      const png = Uint8Array.from(atob(picture), (one) => one.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([png]));
      const scale = Math.min(width / bitmap.width, height / bitmap.height);
      const [w, h] = [bitmap.width * scale, bitmap.height * scale];
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) throw new Error('expected a canvas');
      context.fillStyle = `rgb(${room} ${room} ${room})`;
      context.fillRect(0, 0, width, height);
      context.drawImage(bitmap, (width - w) / 2, (height - h) / 2, w, h);
      const { data } = context.getImageData(0, 0, width, height);
      const luma = (at: number): number =>
        0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
      return Array.from({ length: width * height }, (_, n) => Math.round(luma(n * 4)));
    },
    { picture, width: WIDTH, height: HEIGHT, room: ROOM },
  );
  return Uint8Array.from(bytes);
}

/** A scene: what the camera sees, and for how many seconds. */
export interface Scene {
  /** A QR code of this text, a frame, or null: nobody is there. */
  readonly shows: string | Frame | null;
  readonly seconds: number;
}

/** Writes a film of these scenes; the camera plays it again and again. */
export function writeFilm(path: string, scenes: readonly Scene[]): void {
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`;
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const parts: Buffer[] = [Buffer.from(header)];
  for (const { shows, seconds } of scenes) {
    const frame = Buffer.from(luminance(shows));
    for (let n = 0; n < seconds * FRAMES_PER_SECOND; n++) {
      parts.push(Buffer.from('FRAME\n'), frame, colour);
    }
  }
  writeFileSync(path, Buffer.concat(parts));
}
