/** A new version of the pages: by a prompt, tab by tab; an idle desk takes it by itself. */

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { personPage } from './support/chromium.js';
import { enterDesk } from './support/desk.js';
import { describeInBrowser } from './support/in-browser.js';
import { MELBOURNE, TestNetwork, type TestSpace } from './support/network.js';
import { type Upgradable, upgradable } from './support/upgraded.js';
import { goToPart } from './support/wallet-page.js';

/** Marks the page, so that a reload can be seen. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.marked = 'yes';
  });
}

/** Until the page was loaded anew. Asked by time, since a page behind another one is not drawn. */
async function reloaded(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.documentElement.dataset.marked === undefined,
    undefined,
    { polling: 100 },
  );
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset.marked === 'yes');
}

/** Until a service worker serves the page. */
async function controlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

function lookForUpdate(page: Page): Promise<unknown> {
  return page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => 1));
}

describeInBrowser('A new version of the pages', (browsers) => {
  const network = new TestNetwork();
  let space: TestSpace;
  let front: Upgradable;
  before('a node', async () => {
    space = await network.start(MELBOURNE);
  });
  beforeEach(async () => {
    front = await upgradable(space.url);
  });
  afterEach(() => front.close());
  after(() => network.end());

  it('comes by a prompt; another tab goes on with its own parts until it agrees, too', async () => {
    const page = await personPage(browsers.shared());
    await page.goto(`${front.url}/wallet`);
    await controlled(page);
    const other = await page.context().newPage();
    await other.goto(`${front.url}/wallet`);
    await controlled(other);
    for (const one of [page, other]) await mark(one);
    front.upgrade();
    await lookForUpdate(page);
    await page.getByText('A new version is ready.').waitFor();
    await other.getByText('A new version is ready.').waitFor();
    await page.getByRole('button', { name: 'Update now' }).click();
    await reloaded(page);
    await goToPart(other, 'add');
    await other.getByLabel('Link from your home space').fill('half a li');
    expect(await isMarked(other)).to.equal(true);
    await other.getByRole('button', { name: 'Update now' }).click();
    await reloaded(other);
    await page.context().close();
  });

  it('is taken by a desk alone, and only when nobody has touched it for two minutes', async () => {
    const page = await personPage(browsers.shared());
    await page.clock.install();
    await space.client.post('/api/people', { name: 'Kim', pin: '2468' });
    await enterDesk(page, { ...space, url: front.url }, 'Kim');
    await controlled(page);
    await mark(page);
    // Somebody agrees in another tab, so the new version is there; the desk goes on with its own.
    const other = await page.context().newPage();
    await other.goto(`${front.url}/wallet`);
    await mark(other);
    front.upgrade();
    await lookForUpdate(other);
    await other.getByRole('button', { name: 'Update now' }).click();
    await page.getByText('A new version is ready.').waitFor();
    await reloaded(other);
    await page.clock.runFor(100_000);
    await page.keyboard.press('Shift');
    await page.clock.runFor(100_000);
    expect(await isMarked(page)).to.equal(true);
    await page.clock.runFor(40_000);
    await reloaded(page);
    await page.context().close();
  });
});
