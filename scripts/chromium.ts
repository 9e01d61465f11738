/** A real browser for tests and screenshots: Debian's Chromium, driven by playwright-core. */

import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

/** Where Debian, Ubuntu and others put it; `COVISA_CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** It asks nobody but the pages that it shows: no updates, no reports, no QUIC. */
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

/** Starts the browser, with more flags where these are given. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('browser: expected Chromium, found none');
  return chromium.launch({ executablePath, args: [...FLAGS, ...more] });
}

/** The two sizes at which every page is looked at. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
