/**
 * The camera of a page: a canvas that gives 30 frames a second, as a camera does, and whose
 * pictures change at instants that the page's own timeline knows.
 */

import type { Page } from 'playwright-core';
import { HEIGHT, ROOM, WIDTH } from './picture.js';

/** What the camera leaves in the page for `showCode` and `showRoom`. */
interface CameraWindow extends Window {
  Worker: typeof Worker;
  benchCamera: {
    /** Which decoder read the last code, as the desk's Worker says. */
    readBy: string | null;
    /** Shows a picture, or null for an empty room; settles when the frame with it is drawn. */
    show(picture: ImageData | null): Promise<void>;
  };
}
declare const window: CameraWindow;

/** Gives the pages of a browser this camera in place of the machine's, before they are opened. */
export async function giveCamera(page: Page): Promise<void> {
  await page.context().addInitScript(
    ({ width, height, room }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const context = canvas.getContext('2d', { alpha: false });
      if (context === null) throw new Error('canvas: expected a 2d context, got none');
      const empty = new ImageData(width, height);
      new Uint32Array(empty.data.buffer).fill(0xff000000 + 0x010101 * room);
      let shown = empty;
      let tell = (): void => undefined;
      let ticks = 0;
      const draw = (): void => {
        requestAnimationFrame(draw);
        ticks += 1;
        // The screen has 60 frames a second, a camera 30.
        if (ticks % 2 === 1) return;
        context.putImageData(shown, 0, 0);
        tell();
        tell = () => undefined;
      };
      draw();
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(30);
      window.benchCamera = {
        readBy: null,
        show(picture) {
          shown = picture ?? empty;
          return new Promise((resolve) => {
            tell = resolve;
          });
        },
      };
      window.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.addEventListener('message', ({ data }) => {
            if (typeof data.by === 'string') window.benchCamera.readBy = data.by;
          });
        }
      };
    },
    { width: WIDTH, height: HEIGHT, room: ROOM },
  );
}

/** What became of one picture. */
export interface Seen {
  /** From the frame that shows the code to the frame after the one that painted the verdict. */
  readonly milliseconds: number;
  /** Of these, from the text of the code in the desk's hands to the verdict in its page. */
  readonly afterReading: number;
  /** The word over the whole screen. */
  readonly word: string;
  readonly readBy: string | null;
}

/** Holds a picture before the camera until the desk's verdict is painted. */
export function showCode(page: Page, picture: Uint8Array, framesBefore: number): Promise<Seen> {
  return page.evaluate(
    async ({ bytes, width, height, frames }) => {
      const brightness = atob(bytes);
      const image = new ImageData(width, height);
      const pixels = new Uint32Array(image.data.buffer);
      for (let n = 0; n < pixels.length; n++) {
        pixels[n] = 0xff000000 + 0x010101 * brightness.charCodeAt(n);
      }
      const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);
      const appeared = new Promise<string>((resolve) => {
        const observer = new MutationObserver(() => {
          // A dialog with a spinner is no verdict: the desk waits for its node.
          const shown = document.querySelector('dialog.arrival:not(:has(.loading)) #arrival-title');
          const word = shown?.textContent ?? null;
          if (word === null) return;
          observer.disconnect();
          resolve(word);
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      });
      // The desk looks at the camera in a rhythm of its own: codes come in at any beat of it.
      for (let n = 0; n < frames; n++) await nextFrame();
      performance.clearMeasures();
      window.benchCamera.readBy = null;
      await window.benchCamera.show(image);
      const { startTime } = performance.mark('bench-in-view');
      const word = await appeared;
      await nextFrame();
      await nextFrame();
      const { duration } = performance.measure('bench-verdict', { start: startTime });
      const own = performance.getEntriesByName('covisa-verdict')[0]?.duration ?? Number.NaN;
      const { readBy } = window.benchCamera;
      return { milliseconds: duration, afterReading: own, word, readBy };
    },
    {
      bytes: Buffer.from(picture).toString('base64'),
      ...{ width: WIDTH, height: HEIGHT, frames: framesBefore },
    },
  );
}

/** Takes the phone away, and closes the verdict. */
export async function showRoom(page: Page): Promise<void> {
  await page.evaluate(() => window.benchCamera.show(null));
  await page.keyboard.press('Escape');
  await page.locator('dialog.arrival').waitFor({ state: 'detached' });
}
