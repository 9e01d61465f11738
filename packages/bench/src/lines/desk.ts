/**
 * From a frame that shows a member's code to the verdict on reception's screen: the real page in
 * Chromium, before two real nodes. Every code is a presentation of its own, signed just before.
 */

import type { Browser } from 'playwright-core';
import { launch, personPage } from '../../../../test/dist-test/browser/support/chromium.js';
import {
  type DeskScene,
  openDesk,
  startDeskScene,
} from '../../../../test/dist-test/browser/support/desk.js';
import { codeOf } from '../../../../test/dist-test/browser/support/wallet.js';
import type { BenchLine, LineOptions, LineResult } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { median, percentile } from '../harness/statistics.js';
import { giveCamera, type Seen, showCode, showRoom } from './desk/camera.js';
import { ASLANT, type Pose, pictureOf, STRAIGHT } from './desk/picture.js';

/** Milliseconds that half of the verdicts may take. */
const P50_MILLISECONDS_MAX = 300;
/** Verdicts on codes in each pose. */
const VERDICTS = { straight: 30, aslant: 30 };
const QUICK_VERDICTS = { straight: 2, aslant: 1 };
/** Frames of the screen over which codes are spread: the page looks in a rhythm of its own. */
const SPREAD_FRAMES = 10;
const SPREAD_STEP = 7;

/** Codes that are held in one way, and the decoder that has to be the one that reads them. */
interface Held {
  readonly pose: Pose;
  readonly count: number;
  readonly by: 'qr' | 'zxing';
}

/** The verdicts on them, at a page of its own. */
async function verdicts(
  scene: DeskScene,
  browser: Browser,
  { pose, count, by }: Held,
): Promise<readonly Seen[]> {
  const page = await personPage(browser, scene.kim);
  await giveCamera(page);
  await openDesk(page, scene.host);
  const wallet = await scene.member('Ada');
  const seen: Seen[] = [];
  for (let n = 0; n < count; n++) {
    const picture = pictureOf(await codeOf(wallet, scene.home), pose);
    const one = await showCode(page, picture, (n * SPREAD_STEP) % SPREAD_FRAMES);
    if (one.word !== 'Free') throw new Error(`the desk: expected Free, got ${one.word}`);
    if (one.readBy !== by) {
      throw new Error(`the desk: expected to read by ${by}, read by ${one.readBy}`);
    }
    seen.push(one);
    await showRoom(page);
  }
  await page.context().close();
  return seen;
}

function resultOf(straight: readonly Seen[], aslant: readonly Seen[]): LineResult {
  const milliseconds = (all: readonly Seen[]): number[] => all.map((one) => one.milliseconds);
  const p50 = (name: string, all: readonly Seen[]) =>
    toRatio({
      ...{ name: `${name}, p50`, against: 'a bound', unit: 'ms', value: 'ours' },
      ours: median(milliseconds(all)),
      wanted: { atMost: P50_MILLISECONDS_MAX },
    });
  return {
    ratios: [
      p50('frame in view to verdict, read by qr', straight),
      p50('frame in view to verdict, read by zxing-wasm', aslant),
    ],
    figures: {
      'read by qr, p99, ms': percentile(milliseconds(straight), 99),
      'read by zxing-wasm, p99, ms': percentile(milliseconds(aslant), 99),
      'code read to verdict, p50, ms': median(straight.map((one) => one.afterReading)),
      'verdicts read by qr': straight.length,
      'verdicts read by zxing-wasm': aslant.length,
    },
    notes: [
      'The camera is a canvas of 1280 × 720 pixels with 30 frames a second. The clock starts when ' +
        'the frame with the code is drawn, and stops one frame after the verdict was painted.',
      'A code aslant, turned and further away is missed by qr and read by zxing-wasm. Chromium ' +
        'for Linux has no decoder of its own. A code that another decoder reads breaks the line off.',
    ],
  };
}

async function run({ quick, say }: LineOptions): Promise<LineResult> {
  const browser = await launch();
  let scene: DeskScene | null = null;
  try {
    scene = await startDeskScene({ shared: () => browser, another: launch });
    const counts = quick ? QUICK_VERDICTS : VERDICTS;
    say(`${counts.straight} codes straight before the camera`);
    const { straight: count } = counts;
    const straight = await verdicts(scene, browser, { pose: STRAIGHT, count, by: 'qr' });
    say(`${counts.aslant} codes aslant`);
    const tilted: Held = { pose: ASLANT, count: counts.aslant, by: 'zxing' };
    return resultOf(straight, await verdicts(scene, browser, tilted));
  } finally {
    await browser.close();
    await scene?.end();
  }
}

/** The line `desk`. */
export const desk: BenchLine = {
  name: 'desk',
  title: 'From a frame in view to the verdict',
  minutesMax: 30,
  run,
};
