/** Codes that hold the keys of a keyboard, read by a USB scanner: they operate nothing. */

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type DeskScene, startDeskScene, typeAsScanner, verdictWord } from './support/desk.js';
import { describeInBrowser } from './support/in-browser.js';
import { codeOf } from './support/wallet.js';

/** Milliseconds between two keys of a scanner. */
const SCANNER = 20;
/** Milliseconds between two keys of a person. */
const PERSON = 250;

/** Types keys, Tab and Enter as in the text, on a page whose clock goes by hand. */
async function type(page: Page, text: string, gap: number): Promise<void> {
  for (const one of text) {
    await page.keyboard.press({ '\t': 'Tab', '\r': 'Enter' }[one] ?? one);
    await page.clock.runFor(gap);
  }
}

describeInBrowser('A USB scanner that reads a code full of keys', (browsers) => {
  let scene: DeskScene;
  let page: Page;
  /** What the page sent that is no scan and no question to a home. */
  let sent: string[];
  before('two spaces share a programme', async () => {
    scene = await startDeskScene(browsers);
  });
  beforeEach('a desk whose clock goes by hand', async () => {
    page = await scene.desk();
    const { now } = await scene.host.client.get<{ readonly now: number }>('/api/status');
    await page.clock.install({ time: now * 1000 });
    await page.reload();
    await page.locator('.desk-parts').waitFor();
    await page.clock.pauseAt((now + 30) * 1000);
    sent = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const isScan = /^\/api\/checks(?:\/[\w-]+\/grant)?$/u.test(pathname);
      if (request.method() === 'POST' && !isScan) sent.push(pathname);
    });
  });
  afterEach(() => page.context().close());
  after(() => scene.end());

  async function scan(name: string): Promise<void> {
    await typeAsScanner(page, await codeOf(await scene.member(name), scene.home));
    await verdictWord(page, 'Free').waitFor();
  }

  it('DESK-2: records nothing on a verdict, by keys that follow the code', async () => {
    await scan('Mia');
    for (const tabs of [1, 2, 3, 4, 5, 6]) {
      await type(page, `${'\r'.repeat(8)}${'\t'.repeat(tabs)}0\r`, SCANNER);
    }
    await page.clock.runFor(2000);
    for (const tabs of [1, 2, 3, 4, 5, 6]) {
      await type(page, `${'\t'.repeat(tabs)}\r`, SCANNER);
      await page.clock.runFor(2000);
    }
    await verdictWord(page, 'Free').waitFor();
    expect(sent).to.deep.equal([]);
  });

  it('DESK-2: neither opens, undoes nor signs out anything on the desk that waits', async () => {
    await scan('Noor');
    await page.getByRole('button', { name: 'Stamp free day' }).click();
    await page.getByRole('button', { name: 'Next member' }).click();
    await page.locator('.visit', { hasText: 'Noor' }).waitFor();
    sent = [];
    for (let tabs = 1; tabs <= 20; tabs++) {
      await type(page, `${'\t'.repeat(tabs)}\r\r`, SCANNER);
      await page.clock.runFor(1000);
      // One code after the other, as of a film: each moves the focus once, and one presses.
      await type(page, '\t\r', SCANNER);
      await page.clock.runFor(1000);
      await type(page, '\r\r', SCANNER);
      await page.clock.runFor(1000);
      expect(await page.locator('dialog').count(), `${tabs} times Tab`).to.equal(0);
    }
    expect(new URL(page.url()).hash).to.equal('');
    expect(sent).to.deep.equal([]);
  });

  it('DESK-3: leaves the keyboard to people, who read a verdict before they press', async () => {
    await scan('Omar');
    await page.clock.runFor(600);
    const free = page.getByRole('button', { name: 'Stamp free day' });
    await free.focus();
    await type(page, '\r', 150);
    await type(page, ' ', 100);
    expect(sent, 'within the first second').to.deep.equal([]);
    await page.clock.runFor(500);
    await type(page, '\t', PERSON);
    await page.keyboard.press('Shift+Tab');
    await page.clock.runFor(PERSON);
    await type(page, '\r', PERSON);
    await page.getByText('Recorded: a free day.').waitFor();
    await page.clock.runFor(1000);
    await page.getByRole('button', { name: 'Next member' }).focus();
    await type(page, ' ', PERSON);
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('DESK-3: does not find the focus on the button that undoes a visit', async () => {
    const undo = page.locator('.visit', { hasText: 'Omar' }).getByRole('button', { name: 'Undo' });
    // The list of visits is read anew now and then, by the page's clock.
    for (let time = 0; time < 20 && !(await undo.isVisible()); time++) {
      await page.clock.runFor(5000);
    }
    await undo.click();
    const confirm = page.getByRole('button', { name: 'Undo the visit' });
    await type(page, '\r\r', SCANNER);
    await page.clock.runFor(2000);
    await type(page, '\r\r', SCANNER);
    await page.clock.runFor(PERSON);
    expect(sent).to.deep.equal([]);
    await type(page, '\t', PERSON);
    expect(await confirm.evaluate((button) => button === document.activeElement)).to.equal(true);
    await type(page, '\r', PERSON);
    await page.locator('.visit', { hasText: 'Omar' }).getByText('Undone').waitFor();
  });
});
