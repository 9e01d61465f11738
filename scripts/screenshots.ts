/**
 * Photographs every page at phone and desktop size into `docs/screenshots`, and writes the index
 * `docs/screens.md`. Names of shots on the command line: only these are taken anew.
 */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { DESKTOP, launchChromium, PHONE } from './chromium.js';
import { ROOT } from './repository.js';
import { indexPage, type Picture } from './screenshots/index-page.js';
import { shrinkPng } from './screenshots/png.js';
import { type SampleNetwork, startSample } from './screenshots/sample.js';
import { SHOTS, type Shot } from './screenshots/shots.js';

const FOLDER = join(ROOT, 'docs', 'screenshots');
const LOOKS = {
  phone: PHONE,
  desktop: DESKTOP,
  'phone-dark': { ...PHONE, colorScheme: 'dark' },
  'desktop-dark': { ...DESKTOP, colorScheme: 'dark' },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

function picturesOf(
  shot: Shot,
): readonly (Picture & { readonly options: BrowserContextOptions })[] {
  return Object.entries(LOOKS)
    .filter(([look]) => shot.isDarkToo === true || !look.endsWith('-dark'))
    .map(([look, options]) => ({ shot, look, options, file: `${shot.name}-${look}.png` }));
}

async function take(
  browser: Browser,
  network: SampleNetwork,
  { shot, options, file }: ReturnType<typeof picturesOf>[number],
): Promise<void> {
  const context = await browser.newContext({
    locale: shot.locale ?? 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const url = shot.at(network);
  if (shot.as === 'owner') {
    const { origin } = new URL(url);
    const data = { password: network.password };
    await context.request.post(`${origin}/api/session`, { data, headers: { origin } });
  }
  await page.goto(url);
  await shot.act?.(page, network);
  await page.locator(shot.until).first().waitFor();
  await page.waitForLoadState('networkidle');
  const picture = shrinkPng(await page.screenshot({ animations: 'disabled' }));
  writeFileSync(join(FOLDER, file), picture);
  console.log(`${file}  ${Math.ceil(picture.length / 1024)} KiB`);
  await context.close();
}

async function main(wanted: readonly string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'covisa-screenshots-'));
  const network = await startSample(data);
  const browser = await launchChromium();
  try {
    const shots = SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    for (const picture of shots.flatMap(picturesOf)) {
      await take(browser, network, picture).catch((error: unknown) => {
        // One page that is not as expected must not cost the pictures of all others.
        console.error(`${picture.file}: ${String(error)}`);
        process.exitCode = 1;
      });
    }
  } finally {
    await browser.close();
    await network.stop();
    rmSync(data, { recursive: true, force: true });
  }
  const all = SHOTS.flatMap(picturesOf).filter(({ file }) => existsSync(join(FOLDER, file)));
  writeFileSync(join(ROOT, 'docs', 'screens.md'), indexPage(all));
}

await main(process.argv.slice(2));
