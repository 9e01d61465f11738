/** Films for the fake camera: frames of a QR code as a phone's screen shows it, in Y4M. */

import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

const WIDTH = 640;
const HEIGHT = 480;
/** A room behind the phone, and the phone's white screen. */
const ROOM = 96;
const WHITE = 235;
const BLACK = 16;
const FRAMES_PER_SECOND = 10;

/** One frame's brightness, row by row, with the code in the middle; null: an empty room. */
function luminance(text: string | null): Uint8Array {
  const frame = new Uint8Array(WIDTH * HEIGHT).fill(ROOM);
  if (text === null) return frame;
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
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

/** A scene: what the camera sees, and for how many seconds. */
export interface Scene {
  /** Null: nobody is there. */
  readonly text: string | null;
  readonly seconds: number;
}

/** Writes a film of these scenes; the camera plays it again and again. */
export function writeFilm(path: string, scenes: readonly Scene[]): void {
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`;
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const parts: Buffer[] = [Buffer.from(header)];
  for (const { text, seconds } of scenes) {
    const frame = Buffer.from(luminance(text));
    for (let n = 0; n < seconds * FRAMES_PER_SECOND; n++) {
      parts.push(Buffer.from('FRAME\n'), frame, colour);
    }
  }
  writeFileSync(path, Buffer.concat(parts));
}
