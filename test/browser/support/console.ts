/** A console in a browser: the owner signed in. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { personPage } from './chromium.js';
import type { TestSpace } from './network.js';

export const OWNER_PASSWORD = 'correct horse battery';

/** A page on which the owner of a space is signed in. */
export async function consolePage(
  browser: Browser,
  space: TestSpace,
  options: BrowserContextOptions = {},
): Promise<Page> {
  await space.client.post('/api/password', { next: OWNER_PASSWORD });
  const page = await personPage(browser, options);
  await page.goto(`${space.url}/console`);
  await page.locator('input[type=password]').fill(OWNER_PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('.console-tabs').waitFor();
  return page;
}

/** Opens one of the console's routes, by its address. */
export async function openRoute(page: Page, space: TestSpace, route: string): Promise<void> {
  await page.goto(`${space.url}/console#/${route}`);
  await page.locator('main h1').first().waitFor();
}
