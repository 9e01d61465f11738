/** A desk in a browser: two spaces with one programme, and Kim, who is signed in at the host's. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { WalletFile } from '#node/cli/wallet.js';
import { personPage } from './chromium.js';
import type { Browsers } from './in-browser.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './network.js';
import { claimVisa } from './wallet.js';

/** The PIN of whoever is at a desk. */
export const DESK_PIN = '2468';

/** What the tests of a desk stand on. */
export interface DeskScene {
  readonly host: TestSpace;
  readonly home: TestSpace;
  /** A page at the host's desk, in a browser where Kim is signed in. */
  desk(options?: BrowserContextOptions, browser?: Browser): Promise<Page>;
  /** A browser's options with which Kim is signed in at the host's desk. */
  readonly kim: BrowserContextOptions;
  /** A new member of the home, with a wallet that holds the visa. */
  member(name: string, more?: object): Promise<WalletFile>;
  end(): Promise<void>;
}

/** Starts the nodes, pairs a browser by its link, and signs Kim in by PIN. */
export async function startDeskScene(browsers: Browsers, terms?: object): Promise<DeskScene> {
  const network = new TestNetwork();
  const [host, home] = [await network.start(MELBOURNE), await network.start(SHANGHAI)];
  await network.found('Coworking Visa', [host, home], terms);
  await host.client.post('/api/people', { name: 'Kim', pin: DESK_PIN });
  const page = await personPage(browsers.shared());
  await enterDesk(page, host, 'Kim');
  const storageState = await page.context().storageState();
  await page.context().close();
  return {
    host,
    home,
    kim: { storageState },
    async desk(options = {}, browser = browsers.shared()) {
      const shown = await personPage(browser, { storageState, ...options });
      await openDesk(shown, host);
      return shown;
    },
    async member(name, more = {}) {
      return claimVisa((await addMember(home, name, more)).claimLink);
    },
    end: () => network.end(),
  };
}

/** Pairs the browser of a page, and signs a desk person in. */
export async function enterDesk(page: Page, space: TestSpace, person: string): Promise<void> {
  const device = await space.client.post<{ readonly code: string }>('/api/devices', {
    name: 'Front desk',
  });
  await page.goto(`${space.url}/desk#pair.${device.code}`);
  await page.getByRole('button', { name: 'Pair this device' }).click();
  await page.getByRole('button', { name: person }).click();
  await page.locator('input[type=password]').fill(DESK_PIN);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.desk-parts').waitFor();
}

/** Opens the desk of somebody who is signed in. */
export async function openDesk(page: Page, space: TestSpace): Promise<void> {
  await page.goto(`${space.url}/desk`);
  await page.locator('.desk-parts').waitFor();
}

/** What the form for pasted codes is called, in the page's language. */
export interface PasteWords {
  readonly paste: string;
  readonly check: string;
}

/** Hands a text to the desk by its form for pasted codes. */
export async function paste(
  page: Page,
  text: string,
  words: PasteWords = { paste: 'Paste a code', check: 'Check' },
): Promise<void> {
  const form = page.locator('details', { hasText: words.paste });
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
  await form.locator('textarea').fill(text);
  await form.getByRole('button', { name: words.check }).click();
}

/** The word over the whole screen, when it is this one. */
export function verdictWord(page: Page, word: string) {
  return page.locator('#arrival-title', { hasText: word });
}

/** Types as a scanner for US keyboards does, on a machine with a German layout. */
export async function typeAsScanner(page: Page, text: string): Promise<void> {
  await page.evaluate((typed) => {
    const shifted: Record<string, string> = {
      ...{ $: 'Digit4', '%': 'Digit5', '*': 'Digit8', '+': 'Equal', ':': 'Semicolon' },
    };
    const plain: Record<string, string> = { ' ': 'Space', '-': 'Minus', '.': 'Period' };
    const german: Record<string, string> = { ':': 'Ö', '-': 'ß', '/': '-', Y: 'Z', Z: 'Y' };
    for (const one of typed) {
      const letter = /[A-Z]/u.test(one) ? `Key${one}` : undefined;
      const digit = /\d/u.test(one) ? `Digit${one}` : undefined;
      const code = letter ?? digit ?? shifted[one] ?? plain[one] ?? 'Slash';
      const key = german[one] ?? one;
      const shiftKey = letter !== undefined || shifted[one] !== undefined;
      const init = { code, key, shiftKey, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', init));
    }
    const enter = { code: 'Enter', key: 'Enter', bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', enter));
  }, text);
}
