/** A real browser for tests: Debian's Chromium, driven by playwright-core. */

import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian, Ubuntu and others put it; `COVISA_CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** It asks nobody but the pages under test: no updates, no reports, no QUIC. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The browser's program, or null where there is none. */
export function chromiumPath(): string | null {
  const { COVISA_CHROMIUM: named } = process.env;
  return (
    [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path)) ?? null
  );
}

export interface BrowserWish {
  /** An absolute path of a .y4m file whose frames the camera gives; missing: no camera. */
  readonly camera?: string;
}

/** Starts a browser. One that has a camera plays one film: start another for another film. */
export function launch({ camera }: BrowserWish = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('browser: expected Chromium, found none');
  const film =
    camera === undefined
      ? []
      : [
          ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
          `--use-file-for-fake-video-capture=${camera}`,
        ];
  return chromium.launch({ executablePath, args: [...FLAGS, ...film] });
}

/** The two sizes at which every page is looked at. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

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
