/** Reads QR codes out of pictures, by the decoder in its Worker. One Worker serves the page. */

import type { Answer, Question } from './decoder.js';

type Effort = Question['effort'];

/** Longer side, in pixels, at which a frame of the camera is read. */
const FRAME_SIDE = 1280;
/** Sides at which a photo is read, one after the other: codes are lost in too many pixels. */
const PHOTO_SIDES = [1280, 640, 2560] as const;

interface Decoder {
  ask(picture: Question['picture'], sideMax: number, effort: Effort): Promise<string | null>;
}

let shared: Decoder | null = null;

function start(): Decoder {
  const worker = new Worker(new URL('./decoder.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (text: string | null) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data.text);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    // It could not be loaded, or it broke: who waits is told, and the next picture starts another.
    for (const tell of waiting.values()) tell(null);
    worker.terminate();
    shared = null;
  });
  return {
    ask(picture, sideMax, effort) {
      last += 1;
      const question: Question = { id: last, picture, sideMax, effort };
      return new Promise((resolve) => {
        waiting.set(question.id, resolve);
        worker.postMessage(question, picture instanceof ImageBitmap ? [picture] : []);
      });
    },
  };
}

function ask(picture: Question['picture'], side: number, effort: Effort): Promise<string | null> {
  shared ??= start();
  return shared.ask(movable(picture), side, effort);
}

/** Browsers without canvases in Workers: the pixels are taken here. */
function movable(picture: Question['picture']): Question['picture'] {
  if (picture instanceof ImageData || typeof OffscreenCanvas !== 'undefined') return picture;
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, FRAME_SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('canvas: expected a 2d context, got none');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The text of the code in one frame, quickly; null: none was found. An ImageBitmap is used up. */
export function decodeImage(source: ImageBitmap | ImageData): Promise<string | null> {
  return ask(source, FRAME_SIDE, 'frame');
}

/** The text of the code in a photo; null: it is no picture, or none was found in it. */
export async function decodeFile(file: Blob): Promise<string | null> {
  for (const side of PHOTO_SIDES) {
    const picture = await createImageBitmap(file).catch(() => null);
    if (picture === null) return null;
    const text = await ask(picture, side, 'picture');
    if (text !== null) return text;
  }
  return null;
}
