/** The wallet's page in tests: a member's phone, and what it does again and again. */

import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { PHONE, personPage } from './chromium.js';

/** A phone of its own. */
export function phone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return personPage(browser, { ...PHONE, ...options });
}

/** Opens a claim link and puts the visa on the phone; what is shown is that it is there. */
export async function claimOnPhone(page: Page, claimLink: string): Promise<void> {
  await page.goto(claimLink);
  await page.getByRole('button', { name: 'Put the visa on this device' }).click();
  await page.getByRole('heading', { name: 'Your visa is here' }).waitFor();
  // The code is a secret: it has left the address line.
  expect(new URL(page.url()).hash).to.equal('');
}

/** Goes to a part of the wallet by its route. */
export async function goToPart(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, route);
}

/** From wherever the wallet is to the code of its first visa. */
export async function showCode(page: Page): Promise<void> {
  await goToPart(page, '');
  await page.getByRole('link', { name: 'Show my code' }).first().click();
  await page.locator('.code-panel svg.qr').waitFor();
}

/** Sets the phone's clock ahead, as pages of it see it. */
export async function setClockAhead(page: Page, seconds: number): Promise<void> {
  await page.addInitScript((ahead) => {
    const right = Date.now.bind(Date);
    Date.now = () => right() + ahead * 1000;
  }, seconds);
}
