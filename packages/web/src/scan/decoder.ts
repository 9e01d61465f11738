/**
 * The decoder, a Worker: finds the text of a QR code in one picture after the other, away from the
 * page's own thread. Three decoders fail on different pictures: the browser's own, `qr`, and
 * zxing-wasm, which is loaded from this origin when it is first needed.
 */

import { decodeQR } from 'qr/decode.js';

/** One picture to look at. */
export interface Question {
  readonly id: number;
  /** It is closed, or gone, afterwards. */
  readonly picture: ImageBitmap | ImageData;
  /** Pixels of its longer side that are looked at, at most. */
  readonly sideMax: number;
  /** One frame of many, which must not take long, or a picture of its own. */
  readonly effort: 'frame' | 'picture';
}

/** What was found in it. */
export interface Answer {
  readonly id: number;
  readonly text: string | null;
  /** Which decoder found it, for whoever measures; null: none. */
  readonly by: DecoderName | null;
}

type DecoderName = 'browser' | 'qr' | 'zxing';

interface Detector {
  detect(picture: ImageData): Promise<readonly { readonly rawValue: string }[]>;
}

declare const BarcodeDetector: {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

/** Milliseconds that `qr` may try again and again on one frame, and on a picture of its own. */
const FRAME_MILLISECONDS = 25;
const PICTURE_MILLISECONDS = 800;
/** Frames for which zxing-wasm is left alone where it could not be loaded. */
const REST_FRAMES = 30;

let restFrames = 0;
let detector: Promise<Detector | null> | null = null;

async function findDetector(): Promise<Detector | null> {
  if (!('BarcodeDetector' in globalThis)) return null;
  const formats = await BarcodeDetector.getSupportedFormats();
  return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
}

/** Of several codes in one picture a visa's, else the first. */
function choose(texts: readonly string[]): string | null {
  return texts.find((text) => text.startsWith('CV1:')) ?? texts.find((text) => text !== '') ?? null;
}

async function byBrowser(pixels: ImageData): Promise<string | null> {
  detector ??= findDetector().catch(() => null);
  const found = await (await detector)?.detect(pixels).catch(() => []);
  return choose((found ?? []).map(({ rawValue }) => rawValue));
}

function byQr(pixels: ImageData, effort: Question['effort']): string | null {
  const timeLimit = effort === 'frame' ? FRAME_MILLISECONDS : PICTURE_MILLISECONDS;
  try {
    return choose([decodeQR(pixels, { format: 'RGBA', timeLimit })]);
  } catch {
    // It throws where it finds no code.
    return null;
  }
}

/** It takes no longer than `qr`, so it is shown every frame in which the others saw nothing. */
async function byZxing(pixels: ImageData, effort: Question['effort']): Promise<string | null> {
  if (effort === 'frame' && restFrames > 0) {
    restFrames -= 1;
    return null;
  }
  try {
    const { readWithZxing } = await import('./zxing-decoder.js');
    return choose(await readWithZxing(pixels, effort === 'picture'));
  } catch {
    restFrames = REST_FRAMES;
    return null;
  }
}

async function decode(
  pixels: ImageData,
  effort: Question['effort'],
): Promise<Pick<Answer, 'text' | 'by'>> {
  let text = await byBrowser(pixels);
  if (text !== null) return { text, by: 'browser' };
  text = byQr(pixels, effort);
  if (text !== null) return { text, by: 'qr' };
  text = await byZxing(pixels, effort);
  return { text, by: text === null ? null : 'zxing' };
}

function pixelsOf({ picture, sideMax }: Question): ImageData {
  if (picture instanceof ImageData) return picture;
  const scale = Math.min(1, sideMax / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('canvas: expected a 2d context, got none');
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return context.getImageData(0, 0, width, height);
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const answer = (found: Pick<Answer, 'text' | 'by'>): void => {
    const whole: Answer = { id: data.id, ...found };
    postMessage(whole);
  };
  Promise.resolve()
    .then(() => decode(pixelsOf(data), data.effort))
    .then(answer, () => answer({ text: null, by: null }));
});
