/** A shift at the desk: a node that is away, USB scanners, practice, a camera that is denied. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_TERMS } from '@covisa/protocol';
import { expect } from 'chai';
import { PHONE, personPage } from './support/chromium.js';
import {
  type DeskScene,
  enterDesk,
  openDesk,
  paste,
  startDeskScene,
  typeAsScanner,
  verdictWord,
} from './support/desk.js';
import { describeInBrowser } from './support/in-browser.js';
import { readByZbar, seriousViolations, sidewaysPixels } from './support/looks.js';
import { codeOf } from './support/wallet.js';

describeInBrowser('A shift at the desk', (browsers) => {
  const folder = mkdtempSync(join(tmpdir(), 'covisa-shift-'));
  let scene: DeskScene;
  before('two spaces share a programme', async () => {
    scene = await startDeskScene(browsers, { ...DEFAULT_TERMS, halfDays: { allowed: true } });
  });
  after(async () => {
    await scene.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps scans while the node is away, through a reload, and judges them later', async () => {
    const page = await scene.desk();
    const token = await codeOf(await scene.member('Grace'), scene.home);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await scene.host.stop();
    await paste(page, token);
    await verdictWord(page, 'Kept for later').waitFor();
    await page.getByRole('button', { name: 'Next member' }).click();
    await page.reload();
    await page.locator('.kept').getByText('One scan waits for the node.').waitFor();
    await page.getByText('The node is out of reach').waitFor();
    expect(await seriousViolations(page)).to.deep.equal([]);
    await scene.host.restart();
    const row = page.locator('.kept .visit', { hasText: 'Grace' });
    await row.getByText('Free').waitFor({ timeout: 30_000 });
    await row.getByRole('button', { name: 'Decide' }).click();
    await page.getByText(/Scanned at .*while the node was out of reach/u).waitFor();
    await page.getByRole('button', { name: 'Stamp free day' }).click();
    await page.getByText('Recorded: a free day.').waitFor();
    await page.getByText('There is nothing to show to the member yet').waitFor();
    expect(await page.getByText('Turn the screen').count()).to.equal(0);
    await page.getByRole('button', { name: 'Next member' }).click();
    await page.locator('.kept').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('goes on at the space’s first venue where the one that it was at is gone', async () => {
    const page = await scene.desk();
    await page.evaluate(() => localStorage.setItem('covisa-desk-venue', 'annex'));
    await page.reload();
    await page.getByRole('heading', { name: /^Today, / }).waitFor();
    await paste(page, await codeOf(await scene.member('Lena'), scene.home));
    await verdictWord(page, 'Free').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('covisa-desk-venue'))).to.equal(null);
    await page.context().close();
  });

  it('is no desk any more after signing out, though a look at the node was under way', async () => {
    const page = await personPage(browsers.shared());
    await enterDesk(page, scene.host, 'Kim');
    const answers: (() => Promise<void>)[] = [];
    let hear = (): void => undefined;
    const isHeard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    await page.route('**/api/desk', async (route) => {
      const response = await route.fetch();
      answers.push(() => route.fulfill({ response }));
      hear();
    });
    await page.reload();
    await isHeard;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Kim', exact: true }).waitFor();
    // The desk gives up a look by itself after some seconds: then there is no answer to come.
    for (const answer of answers) await answer().catch(() => undefined);
    // What was answered before is heard before this is.
    await page.evaluate(async () => void (await fetch('/api/session')));
    expect(await page.evaluate(() => localStorage.getItem('covisa-desk-place'))).to.equal(null);
    await page.context().close();
  });

  it('lists a forgotten visit with its day, as long as it can be undone', async () => {
    const page = await scene.desk();
    await page.getByRole('button', { name: 'Enter a forgotten visit' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await paste(page, await codeOf(await scene.member('Mara'), scene.home));
    await page
      .locator('.arrival')
      .getByText(/^Visit of /u)
      .waitFor();
    expect(await page.getByRole('button', { name: 'Refuse' }).count()).to.equal(0);
    await page.getByRole('button', { name: 'Courtesy' }).click();
    await page.getByLabel('Reason').fill('came to the reading');
    await page.getByRole('button', { name: 'Record as a courtesy' }).click();
    await page.getByText('Recorded: a courtesy.').waitFor();
    await page.getByRole('button', { name: 'Next member' }).click();
    const earlier = page.locator('.card', { hasText: 'Earlier visits that can be undone' });
    await earlier.getByText(/^Visit of /u).waitFor();
    await earlier.locator('.visit', { hasText: 'Mara' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Undo the visit' }).click();
    await earlier.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('lets whoever is here sign in again where the session has ended meanwhile', async () => {
    const page = await personPage(browsers.shared());
    await enterDesk(page, scene.host, 'Kim');
    const token = await codeOf(await scene.member('Pia'), scene.home);
    // What the page looks at by itself when it opens would find out first.
    await page.waitForLoadState('networkidle');
    await page.context().clearCookies({ name: /^covisa-\d+$/u });
    await paste(page, token);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });

  it('reads a USB scanner on a German keyboard, and its test code', async () => {
    const page = await scene.desk();
    await page.getByRole('link', { name: 'Scanner test' }).click();
    const text = (await page.locator('.test-code code').textContent()) ?? '';
    const drawn = await readByZbar(page.locator('.test-code .qr'), join(folder, 'test.png'));
    expect(drawn).to.equal(text);
    await typeAsScanner(page, text);
    await page.getByText('The scanner works with this machine.').waitFor();
    await page.getByRole('link', { name: 'Scan', exact: true }).click();
    await typeAsScanner(page, await codeOf(await scene.member('Hiro'), scene.home));
    await verdictWord(page, 'Free').waitFor();
    await page.context().close();
  });

  it('leaves fast typing in a field alone, and judges again for half a day', async () => {
    const page = await scene.desk();
    await paste(page, await codeOf(await scene.member('Ines'), scene.home));
    await verdictWord(page, 'Free').waitFor();
    await page.getByText('More about this visit').click();
    await page.getByLabel('Half a day').check();
    await page.getByText('Free day 0.5 of 3 here').waitFor();
    await page.getByRole('button', { name: 'Courtesy' }).click();
    await page.getByLabel('Reason').pressSequentially('came for lunch');
    expect(await page.getByLabel('Reason').inputValue()).to.equal('came for lunch');
    await page.getByRole('button', { name: 'Record as a courtesy' }).click();
    await page.getByText('Recorded: a courtesy.').waitFor();
    await page.getByRole('button', { name: 'Next member' }).click();
    await page.locator('.visit', { hasText: 'came for lunch' }).getByText('Half day').waitFor();
    await page.context().close();
  });

  it('asks for what is due by the facts as they are now', async () => {
    const page = await scene.desk();
    await page.route('**/api/checks', async (route) => {
      const response = await route.fetch();
      const { verdict, ...check } = await response.json();
      const asked = route.request().postDataJSON();
      const rate = { amount: asked.halfDay ? 2300 : 4500, currency: 'AUD' };
      const paid = { outcome: 'paid', pays: { kind: 'regular', rate, note: null }, askGrant: 'no' };
      await route.fulfill({ response, json: { ...check, verdict: { ...verdict, ...paid } } });
    });
    await paste(page, await codeOf(await scene.member('Noor'), scene.home));
    await verdictWord(page, 'Paid').waitFor();
    expect(await page.getByLabel('Amount in AUD').inputValue()).to.equal('45.00');
    await page.getByText('More about this visit').click();
    await page.getByLabel('Half a day').check();
    await page.getByText('To pay: AUD 23').waitFor();
    expect(await page.getByLabel('Amount in AUD').inputValue()).to.equal('23.00');
    await page.context().close();
  });

  it('reads a photo of a practice code', async () => {
    const page = await scene.desk();
    await page.getByRole('link', { name: 'Practice' }).click();
    await page.getByRole('button', { name: 'Practice code of Chiara' }).click();
    const photo = join(folder, 'photo.png');
    await page.locator('dialog .qr').screenshot({ path: photo });
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('summary', { hasText: 'Photo of a code' }).click();
    await page.locator('input[type=file]').setInputFiles(photo);
    await verdictWord(page, 'Paid').waitFor();
    expect(await page.locator('.arrival-name').textContent()).to.equal('Chiara');
    await page.context().close();
  });

  it('practises with sample members, and sends nothing', async () => {
    const page = await scene.desk();
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.getByRole('link', { name: 'Practice' }).click();
    await page.getByText('Practice: nothing is sent or recorded.').waitFor();
    const outcomes: string[] = [];
    for (const name of ['Amara', 'Bo', 'Chiara', 'Grace', 'Hiro', 'Ines']) {
      await page.getByRole('button', { name: `Comes in: ${name}` }).click();
      outcomes.push(`${name}: ${await page.locator('#arrival-title').textContent()}`);
      await page.keyboard.press('Escape');
    }
    expect(outcomes).to.deep.equal([
      'Amara: Free',
      'Bo: Free',
      'Chiara: Paid',
      'Grace: Not accepted',
      'Hiro: Not accepted',
      'Ines: This code does not work here',
    ]);
    await page.getByRole('button', { name: 'Comes in: Amara' }).click();
    await page.getByRole('button', { name: 'Stamp free day' }).click();
    await page.getByText('Recorded: a free day.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Comes in: Amara' }).click();
    await verdictWord(page, 'Already here').waitFor();
    expect(sent).to.deep.equal([]);
    await page.context().close();
  });

  it('keeps a note that is being typed when the home’s answer changes the verdict', async () => {
    const page = await scene.desk();
    const { now } = await scene.host.client.get<{ readonly now: number }>('/api/status');
    await page.clock.install({ time: now * 1000 });
    await page.goto(`${scene.host.url}/desk#/practice`);
    await page.reload();
    await page.getByText('Practice: nothing is sent or recorded.').waitFor();
    expect(await page.locator('.ways summary').allTextContents()).to.not.include('Spoken code');
    await page.clock.pauseAt((now + 60) * 1000);
    // The home of this sample has to agree, and does so after two seconds.
    await page.getByRole('button', { name: 'Comes in: Esther' }).click();
    await page.clock.runFor(450);
    await verdictWord(page, 'Paid').waitFor();
    await page.getByRole('button', { name: 'Courtesy' }).click();
    await page.getByLabel('Reason').fill('She is speaking here tonight');
    await page.clock.runFor(1700);
    await verdictWord(page, 'Free').waitFor();
    await page.getByText('It was asked just now, and has agreed.').waitFor();
    const note = page.getByLabel('Reason');
    expect(await note.inputValue()).to.equal('She is speaking here tonight');
    await page.context().close();
  });

  it('says that the node catches up with its log, and how many visits wait', async () => {
    const page = await personPage(browsers.shared(), scene.kim);
    await page.route('**/api/desk', async (route) => {
      const response = await route.fetch();
      const day: object = await response.json();
      await route.fulfill({ response, json: { ...day, mode: 'recovering', pendingVisits: 2 } });
    });
    await openDesk(page, scene.host);
    await page.getByText('The node catches up with its log').waitFor();
    await page.getByText('2 visits wait to be published.').waitFor();
    expect(await seriousViolations(page)).to.deep.equal([]);
    await page.context().close();
  });

  it('offers other ways where the camera is denied, and fits a phone', async () => {
    const page = await personPage(browsers.shared(), { ...scene.kim, ...PHONE });
    await page.addInitScript(() => {
      const denied = new DOMException('no', 'NotAllowedError');
      navigator.mediaDevices.getUserMedia = () => Promise.reject(denied);
    });
    await openDesk(page, scene.host);
    await page.getByText('The camera is not allowed here').waitFor();
    expect(await page.locator('.ways summary').allTextContents()).to.deep.equal([
      'Spoken code',
      'Paste a code',
      'Photo of a code',
    ]);
    for (const part of ['', 'today', 'practice', 'scanner-test']) {
      await page.goto(`${scene.host.url}/desk#/${part}`);
      expect(await seriousViolations(page), part).to.deep.equal([]);
      expect(await sidewaysPixels(page), part).to.equal(0);
    }
    await page.context().close();
  });
});
