/** Reception: codes before a real page with real nodes behind it, to a visit or a refusal. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints, PHONE, personPage } from './support/chromium.js';
import { type DeskScene, paste, startDeskScene, verdictWord } from './support/desk.js';
import { frameOf, writeFilm } from './support/film.js';
import { describeInBrowser } from './support/in-browser.js';
import { readByZbar, seriousViolations } from './support/looks.js';
import { addMember } from './support/network.js';
import { codeOf } from './support/wallet.js';
import { claimOnPhone, goToPart, phone, showCode } from './support/wallet-page.js';

const PASSWORD = 'a long password';

/** Milliseconds from the code that was read to the verdict on the screen. */
function verdictMilliseconds(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName('covisa-verdict')[0]?.duration ?? Number.NaN,
  );
}

describeInBrowser('The desk', (browsers) => {
  const folder = mkdtempSync(join(tmpdir(), 'covisa-desk-'));
  let scene: DeskScene;
  before('two spaces share a programme', async () => {
    scene = await startDeskScene(browsers);
    const wifi = { ssid: 'Yarra; 5G', password: 'blue:river', hidden: false };
    await scene.host.client.post('/api/welcome', { wifi, note: 'Lockers are by the door.' });
  });
  after(async () => {
    await scene.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sees the wallet’s own code, stamps the free day, and the home’s console shows it', async () => {
    const { id, claimLink } = await addMember(scene.home, 'Ada');
    const wallet = await phone(browsers.shared());
    await claimOnPhone(wallet, claimLink);
    await showCode(wallet);
    const code = await frameOf(wallet.locator('.code-panel'));
    await wallet.context().close();
    const camera = join(folder, 'film.y4m');
    writeFilm(camera, [
      { shows: null, seconds: 4 },
      { shows: code, seconds: 4 },
    ]);
    const page = await scene.desk(PHONE, await browsers.another({ camera }));
    const heard = complaints(page);
    await verdictWord(page, 'Free').waitFor();
    const milliseconds = await verdictMilliseconds(page);
    console.log(`        from the code to its verdict: ${Math.round(milliseconds)} ms`);
    expect(milliseconds).to.be.above(0);
    expect(await page.locator('.arrival-name').textContent()).to.equal('Ada');
    expect(await page.locator('.arrival-day').textContent()).to.equal('Free day 1 of 3 here');
    await page.getByText('The home space has agreed to this free day.').waitFor();
    expect(await seriousViolations(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Stamp free day' }).click();
    await page.getByText('Recorded: a free day.').waitFor();
    const wifi = await readByZbar(page.locator('.welcome .qr'), join(folder, 'wifi.png'));
    expect(wifi).to.equal('WIFI:T:WPA;S:Yarra\\; 5G;P:blue\\:river;;');
    expect(await seriousViolations(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Next member' }).click();
    // The film begins anew: the same code comes into view again, and is no second visit.
    await verdictWord(page, 'Already here').waitFor();
    await goToPart(page, 'today');
    const visits = page.locator('.visits .visit');
    expect(await visits.allTextContents()).to.have.lengthOf(1);
    expect(await visits.textContent()).to.match(/Ada.*Bund Loft.*by .?Kim.*Free/u);
    expect(heard).to.deep.equal([]);
    await seenAtHome(id);
  });

  async function seenAtHome(member: string): Promise<void> {
    await scene.home.client.post('/api/password', { next: PASSWORD });
    const page = await personPage(browsers.shared());
    await page.goto(`${scene.home.url}/console#/members/${member}`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('li', { hasText: scene.host.name }).getByText('Free').waitFor();
    await page.context().close();
  }

  it('says that it checks where that takes long, and lets reception leave', async () => {
    const page = await scene.desk();
    const held: (() => Promise<void>)[] = [];
    await page.route('**/api/checks', (route) => void held.push(() => route.continue()));
    const code = await codeOf(await scene.member('Olga'), scene.home);
    await paste(page, code);
    const checking = page.getByRole('dialog', { name: 'Checking …' });
    await checking.getByRole('button', { name: 'Cancel' }).click();
    await checking.waitFor({ state: 'detached' });
    // The desk gives up a question by itself after some seconds: then there is no answer to come.
    for (const goOn of held) await goOn().catch(() => undefined);
    // What was asked before has been answered, or given up, when this is.
    await page.evaluate(async () => (await fetch('/api/status')).text());
    expect(await page.getByRole('dialog').count()).to.equal(0);
    // Looked at last, since that may take longer than the desk waits for an answer.
    await paste(page, code);
    await checking.getByRole('heading').waitFor();
    expect(await seriousViolations(page)).to.deep.equal([]);
    await page.context().close();
  });

  it('practises between a forgotten visit’s day and its code, and keeps the day', async () => {
    const page = await scene.desk();
    await page.getByRole('button', { name: 'Enter a forgotten visit' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText(/^Enter a visit of /u).waitFor();
    await page.getByRole('link', { name: 'Practice' }).click();
    await page.getByRole('button', { name: 'Comes in: Amara' }).click();
    await verdictWord(page, 'Free').waitFor();
    expect(
      await page
        .locator('.arrival')
        .getByText(/^Visit of /u)
        .count(),
    ).to.equal(0);
    await page.getByRole('button', { name: 'Stamp free day' }).click();
    await page.getByText('Recorded: a free day.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Scan', exact: true }).click();
    await page.getByText(/^Enter a visit of /u).waitFor();
    await page.context().close();
  });

  it('refuses with a reason, records a paid day with its amount, and undoes it', async () => {
    const page = await scene.desk();
    await paste(page, await codeOf(await scene.member('Bo'), scene.home));
    await verdictWord(page, 'Free').waitFor();
    await page.getByRole('button', { name: 'Refuse' }).click();
    await page.getByLabel('No room today').check();
    await page.getByLabel('Note for us').fill('A class has all desks');
    await page.getByRole('button', { name: 'Record the refusal' }).click();
    await page.getByText('The refusal is recorded').waitFor();
    await page.getByRole('button', { name: 'Next member' }).click();
    await page.locator('.visit', { hasText: 'A class has all desks' }).waitFor();

    await paste(page, await codeOf(await scene.member('Chiara'), scene.home));
    await verdictWord(page, 'Free').waitFor();
    await page.getByRole('button', { name: 'Paid' }).click();
    expect(await page.getByLabel('Amount in AUD').inputValue()).to.equal('45.00');
    await page.getByLabel('Amount in AUD').fill('30,50');
    await page.getByRole('button', { name: 'Record as paid' }).click();
    await page.getByText('Recorded: paid, AUD 30.50.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo the visit' }).click();
    await page.locator('.visit', { hasText: 'Chiara' }).getByText('Undone').waitFor();
    expect(await seriousViolations(page)).to.deep.equal([]);
    await page.context().close();
  });

  it('says what to do about codes that are no visa’s, and shows hostile names as text', async () => {
    const page = await scene.desk();
    const wallet = await scene.member('<b>Dan</b> דן');
    const whole = await codeOf(wallet, scene.home);
    const said: readonly (readonly [string, RegExp])[] = [
      ['WIFI:T:WPA;S:x;P:y;;', /This is a Wi-Fi code/u],
      [`${scene.home.url}/claim#abc.${scene.home.id}`, /puts a visa on the member’s own phone/u],
      ['https://example.com/menu', /link to a web page/u],
      [whole.slice(0, 200), /cut off or misread/u],
      ['x'.repeat(2_000_000), /too long/u],
      [await codeOf(wallet, scene.home, { age: 600 }), /PRESENTATION_STALE/u],
    ];
    for (const [text, sentence] of said) {
      await paste(page, text);
      await verdictWord(page, 'This code does not work here').waitFor();
      expect(await page.locator('.arrival-body').textContent()).to.match(sentence);
      await page.getByRole('button', { name: 'Scan again' }).click();
    }
    await paste(page, whole);
    expect(await page.locator('.arrival-name bdi').textContent()).to.equal('<b>Dan</b> דן');
    await page.context().close();
  });

  it('takes a spoken code from its home', async () => {
    const page = await scene.desk();
    const wallet = await scene.member('Farid');
    const token = await codeOf(wallet, scene.home, { host: scene.host.id });
    const { code } = await scene.home.client.post<{ readonly code: string }>('/covisa/v1/spoken', {
      token,
    });
    await page.locator('summary', { hasText: 'Spoken code' }).click();
    await page.getByLabel('Home space').selectOption({ label: 'Bund Loft' });
    await page.getByLabel('Code', { exact: true }).fill(` ${code.slice(0, 4)}-${code.slice(4)}`);
    await page.getByRole('button', { name: 'Check' }).first().click();
    await verdictWord(page, 'Free').waitFor();
    expect(await page.locator('.arrival-name').textContent()).to.equal('Farid');
    await page.context().close();
  });

  it('enters a forgotten visit of yesterday, with the home’s consent', async () => {
    const page = await scene.desk();
    await page.getByRole('button', { name: 'Enter a forgotten visit' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText(/^Enter a visit of .*: scan the member’s code now\.$/u).waitFor();
    await paste(page, await codeOf(await scene.member('Lin', { since: '2024-01-01' }), scene.home));
    await page.locator('.badge', { hasText: /^Visit of / }).waitFor();
    await page.getByRole('button', { name: 'Stamp free day' }).click();
    await page.getByText('Recorded: a free day.').waitFor();
    await page.context().close();
  });

  it('speaks German where the browser does', async () => {
    const page = await scene.desk({ locale: 'de-DE' });
    const wallet = await scene.member('Jonas');
    const words = { paste: 'Code einfügen', check: 'Prüfen' };
    await paste(page, await codeOf(wallet, scene.home, { age: 600 }), words);
    await verdictWord(page, 'Dieser Code gilt hier nicht').waitFor();
    await page.getByRole('button', { name: 'Noch einmal scannen' }).click();
    await paste(page, await codeOf(wallet, scene.home), words);
    await verdictWord(page, 'Frei').waitFor();
    await page.getByText('Nach diesem bleiben noch 2 Gratistage').waitFor();
    await page.getByRole('button', { name: 'Gratistag stempeln' }).click();
    await page.getByText(/^Willkommen, .?Jonas.?!$/u).waitFor();
    await page.context().close();
  });
});
