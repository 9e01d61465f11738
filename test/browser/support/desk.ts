/** A desk in a browser: its device paired by the owner, a person signed in by PIN. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { personPage } from './chromium.js';
import type { TestSpace } from './network.js';

const PIN = '2468';

/** Lets somebody work at the desk. */
export async function addDeskPerson(space: TestSpace, name: string): Promise<void> {
  await space.client.post('/api/people', { name, pin: PIN });
}

/** Opens the pairing link of a fresh code. */
export async function openPairing(page: Page, space: TestSpace): Promise<void> {
  const { code } = await space.client.post<{ readonly code: string }>('/api/devices', {
    name: 'Front desk',
  });
  await page.goto(`${space.url}/desk#pair.${code}`);
}

/** What the buttons on the way in are called, in the page's language. */
export interface WayIn {
  readonly pair: string;
  readonly signIn: string;
}

const ENGLISH: WayIn = { pair: 'Pair this device', signIn: 'Sign in' };

/** Pairs the browser of a page, and signs a desk person in. */
export async function enterDesk(
  page: Page,
  space: TestSpace,
  person: string,
  words: WayIn = ENGLISH,
): Promise<void> {
  await openPairing(page, space);
  await page.getByRole('button', { name: words.pair }).click();
  await page.getByRole('button', { name: person }).click();
  await page.locator('input[type=password]').fill(PIN);
  await page.getByRole('button', { name: words.signIn }).click();
  await page.locator('.desk-parts').waitFor();
}

/** A page at the desk of a space. */
export async function deskPage(
  browser: Browser,
  space: TestSpace,
  person: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await personPage(browser, options);
  await enterDesk(page, space, person);
  return page;
}

/** Hands a text to the desk by its form for pasted codes. */
export async function paste(page: Page, text: string): Promise<void> {
  const form = page.locator('details', { hasText: 'Paste a code' });
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
  await form.locator('textarea').fill(text);
  await form.getByRole('button', { name: 'Check' }).click();
}
