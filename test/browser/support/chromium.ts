/** The browser of tests: with a camera where one is wanted, and a page for each person. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DESKTOP, launchChromium } from '#scripts/chromium.js';

export { chromiumPath, DESKTOP, PHONE } from '#scripts/chromium.js';

export interface BrowserWish {
  /** An absolute path of a .y4m file whose frames the camera gives; missing: no camera. */
  readonly camera?: string;
}

/** Starts a browser. One that has a camera plays one film: start another for another film. */
export function launch({ camera }: BrowserWish = {}): Promise<Browser> {
  return launchChromium(
    camera === undefined
      ? []
      : [
          ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
          `--use-file-for-fake-video-capture=${camera}`,
        ],
  );
}

/** A page of a person of its own: no cookies, storage or language shared with others. */
export async function personPage(
  browser: Browser,
  options: BrowserContextOptions = DESKTOP,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** What a page said that it should not: errors that nobody caught, refusals by the policy. */
export function complaints(page: Page): readonly string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy|Uncaught/iu.test(message.text())) {
      heard.push(message.text());
    }
  });
  return heard;
}
