/** The three decoders of the desk: the browser's own, `qr`, and zxing-wasm from the node itself. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP } from './support/chromium.js';
import { type DeskScene, startDeskScene, verdictWord } from './support/desk.js';
import { describeInBrowser } from './support/in-browser.js';
import { decodeByZbar } from './support/looks.js';

/** Takes the picture of a practice member's code, seen from where `transform` says, into a file. */
async function photograph(page: Page, name: string, path: string, transform = ''): Promise<void> {
  await page.getByRole('button', { name: `Practice code of ${name}` }).click();
  const code = page.locator('dialog .qr');
  await code.evaluate((shown: SVGElement, seen) => {
    shown.style.transform = seen;
  }, transform);
  await code.screenshot({ path });
  await page.keyboard.press('Escape');
}

async function choosePhoto(page: Page, path: string): Promise<void> {
  const summary = page.locator('summary', { hasText: 'Photo of a code' });
  await summary.click();
  await page.locator('input[type=file]').setInputFiles(path);
}

/** What the Worker needs to believe that its browser has a decoder, which reads `text` always. */
function browserDecoder(text: string): string {
  return `globalThis.BarcodeDetector = class {
    static async getSupportedFormats() { return ['qr_code']; }
    async detect() { return [{ rawValue: ${JSON.stringify(text)} }]; }
  };\n`;
}

describeInBrowser('The decoders', (browsers) => {
  const folder = mkdtempSync(join(tmpdir(), 'covisa-decoders-'));
  let scene: DeskScene;
  let page: Page;
  let loaded: string[];
  before('two spaces share a programme', async () => {
    scene = await startDeskScene(browsers);
  });
  beforeEach('a desk without a service worker practises', async () => {
    page = await scene.desk({ ...DESKTOP, serviceWorkers: 'block' });
    loaded = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.getByRole('link', { name: 'Practice' }).click();
  });
  afterEach(() => page.context().close());
  after(async () => {
    await scene.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('read a plain picture by qr, and load nothing for it', async () => {
    const photo = join(folder, 'plain.png');
    await photograph(page, 'Chiara', photo);
    await choosePhoto(page, photo);
    await verdictWord(page, 'Paid').waitFor();
    expect(loaded.filter((path) => path.includes('zxing'))).to.deep.equal([]);
  });

  it('read what qr misses by zxing-wasm, which comes from the node', async () => {
    const photo = join(folder, 'aslant.png');
    const aslant = 'perspective(300px) rotateX(45deg) scale(0.5)';
    await photograph(page, 'Chiara', photo, aslant);
    await choosePhoto(page, photo);
    await verdictWord(page, 'Paid').waitFor();
    expect(await page.locator('.arrival-name').textContent()).to.equal('Chiara');
    const programs = loaded.filter((path) => path.endsWith('.wasm'));
    expect(programs).to.have.length(1);
    expect(programs[0]).to.match(/^\/assets\/zxing_reader-/u);
  });

  it('ask the browser’s own first, where it has one', async () => {
    const photo = join(folder, 'amara.png');
    await photograph(page, 'Amara', photo);
    const text = await decodeByZbar(photo);
    await page.route('**/assets/decoder-*.js', async (route) => {
      const answer = await route.fetch();
      const body = browserDecoder(text ?? '') + (await answer.text());
      await route.fulfill({ response: answer, body });
    });
    await page.reload();
    const other = join(folder, 'chiara.png');
    await photograph(page, 'Chiara', other);
    await choosePhoto(page, other);
    await verdictWord(page, 'Free').waitFor();
    expect(await page.locator('.arrival-name').textContent()).to.equal('Amara');
  });
});
