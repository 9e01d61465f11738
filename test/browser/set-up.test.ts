/** First run as a new owner does it: from an empty folder to a listed space. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints, DESKTOP, PHONE, personPage } from './support/chromium.js';
import { OWNER_PASSWORD } from './support/console.js';
import { describeInBrowser } from './support/in-browser.js';
import { readByZbar, seriousViolations, sidewaysPixels } from './support/looks.js';
import { MELBOURNE, TestNetwork, type WaitingNode } from './support/network.js';

interface Listed {
  readonly name: string;
  readonly status: string;
}

/** Goes to the next step, and waits for its heading. */
async function next(page: Page, heading: string, button = 'Next'): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** What is on the paper. */
function wordsOf(page: Page): Promise<readonly string[]> {
  return page.locator('.recovery-words strong').allTextContents();
}

/** Types the three words that the page asks for. */
async function typeWords(page: Page, words: readonly string[]): Promise<void> {
  for (const label of await page.locator('main form label').allTextContents()) {
    const place = Number(/\d+/u.exec(label)?.[0]) - 1;
    await page.getByLabel(label, { exact: true }).fill(words[place] ?? '');
  }
  await page.getByRole('button', { name: 'Check' }).click();
}

async function expectFine(page: Page): Promise<void> {
  expect(await seriousViolations(page)).to.deep.equal([]);
  expect(await sidewaysPixels(page)).to.equal(0);
}

describeInBrowser('First run', (browsers) => {
  const network = new TestNetwork();
  const folder = mkdtempSync(join(tmpdir(), 'covisa-set-up-'));
  let node: WaitingNode;
  let page: Page;
  let words: readonly string[] = [];
  before(async () => {
    node = await network.startEmpty('kiez');
    page = await personPage(browsers.shared(), DESKTOP);
  });
  after(async () => {
    await network.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens by the terminal’s link, which leaves the address line at once', async () => {
    const heard = complaints(page);
    await page.goto(node.setUpLink);
    await page.getByRole('heading', { level: 1, name: 'Welcome to covisa' }).waitFor();
    expect(page.url()).to.equal(`${node.url}/set-up`);
    expect(await page.getByText('takes no payment').count()).to.equal(1);
    await expectFine(page);
    expect(heard).to.deep.equal([]);
  });

  it('says which field is missing, and keeps what is typed over a reload', async () => {
    await next(page, 'Your space', 'Begin');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Give the space a name').waitFor();
    await page.getByLabel('Name of the space').fill('Kiez Werkraum');
    await page.getByLabel('Street and town').fill('Weserstr. 1, Berlin');
    await page.locator('.map-surface').click({ position: { x: 300, y: 80 } });
    expect(await page.getByLabel('Latitude').inputValue()).to.match(/^\d+\.\d{5}$/u);
    await page.getByLabel('Time zone').fill('Europe/Berlin');
    await page.reload();
    expect(await page.getByLabel('Name of the space').inputValue()).to.equal('Kiez Werkraum');
    await expectFine(page);
  });

  it('takes hours and rate', async () => {
    await next(page, 'What members find there');
    await page.getByLabel('Seats for coworking').fill('24');
    await expectFine(page);
    await next(page, 'What a day costs');
    await page.getByLabel('Regular rate for one day').fill('25');
    await page.getByLabel('Currency').fill('eur');
    await next(page, 'Your recovery key');
  });

  it('makes another recovery key after a reload, has it confirmed, and keeps it nowhere', async () => {
    await page.locator('.recovery-words').waitFor();
    const before = await wordsOf(page);
    expect(await page.getByText('These are new words').count()).to.equal(0);
    await page.reload();
    await page.getByText('These are new words').waitFor();
    words = await wordsOf(page);
    expect(words).to.have.lengthOf(24);
    expect(words).not.to.deep.equal(before);
    await expectFine(page);
    await page.getByRole('button', { name: 'I have written them down' }).click();
    await typeWords(
      page,
      Array.from({ length: 24 }, () => 'wrong'),
    );
    expect(await page.getByText('That is another word').count()).to.equal(3);
    await typeWords(page, words);
    await page.getByRole('heading', { level: 1, name: 'Your password' }).waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(kept).to.include('Kiez Werkraum');
    const pairs = words.slice(1).map((word, index) => `${words[index]}[^a-z]+${word}`);
    expect(pairs.filter((pair) => new RegExp(pair, 'u').test(kept))).to.deep.equal([]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText('Your recovery key is on paper').waitFor();
    expect(await page.locator('.recovery-words').count()).to.equal(0);
    await next(page, 'Your password');
  });

  it('makes the space, and signs its owner in', async () => {
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Set up the space' }).click();
    await page.getByText('That is too short').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(OWNER_PASSWORD);
    await page.getByLabel('The same password again').fill(OWNER_PASSWORD);
    await next(page, 'A programme', 'Set up the space');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'A programme' }).waitFor();
  });

  it('starts a programme, and lists the space in it', async () => {
    await page.getByLabel('Link of the programme').fill('https://a.example/welcome');
    await page.getByRole('button', { name: 'Join', exact: true }).last().click();
    await page.getByText('This is no invitation link').waitFor();
    await page.getByRole('button', { name: 'Start one' }).click();
    await page.getByText('3 free days for each member').waitFor();
    await page.getByLabel('Name of the programme').fill('Berlin Visa');
    await page.getByLabel('Other founders').fill('Werkhof');
    await page.getByRole('button', { name: 'Start the programme' }).click();
    await page.getByText(/Werkhof.*is neither an address/u).waitFor();
    await page.getByLabel('Other founders').fill('');
    await page.getByText('Votes and endorsements').click();
    await page.getByLabel('Endorsements that admit a space').fill('1');
    await expectFine(page);
    await page.getByRole('button', { name: 'Start the programme' }).click();
    // The name stands isolated in the sentence, whatever its direction of writing.
    await page.getByText(/^You take part in \u2068?Berlin Visa/u).waitFor();
    const directory = await page.evaluate<readonly Listed[]>(
      'fetch("/covisa/v1/directory").then((answer) => answer.json())',
    );
    expect(directory.map(({ name, status }) => ({ name, status }))).to.deep.equal([
      { name: 'Kiez Werkraum', status: 'listed' },
    ]);
  });

  it('adds a first member, whose code another decoder reads', async () => {
    await next(page, 'Your first member');
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await page.getByRole('button', { name: 'Add a member' }).click();
    const link = (await page.locator('.link-text').textContent()) ?? '';
    expect(link).to.match(new RegExp(`^${node.url}/claim#[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}$`));
    expect(await readByZbar(page.locator('.qr'), join(folder, 'claim.png'))).to.equal(link);
    await expectFine(page);
  });

  it('ends with a poster and the check-in by it, and leads to the console', async () => {
    await next(page, 'A poster for the door');
    const read = await readByZbar(page.locator('.poster-qr'), join(folder, 'poster.png'));
    expect(read).to.match(new RegExp(`^${node.url}/here#[A-Za-z0-9_-]{43}\\.main$`));
    await expectFine(page);
    await page.getByLabel('Members may check in by the poster').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').waitFor();
    const desk = await page.evaluate('fetch("/api/desk").then((answer) => answer.json())');
    expect(desk).to.deep.include({ selfCheckIn: true });
    await next(page, 'That is all');
    await page.getByText('give each of them a PIN').waitFor();
    await page.getByRole('button', { name: 'To the console' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kiez Werkraum' }).waitFor();
    await page.getByText('Nothing waits for you').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).to.equal(0);
  });

  it('works once: the link says so to whoever comes later', async () => {
    const stranger = await personPage(browsers.shared(), PHONE);
    await stranger.goto(node.setUpLink);
    await stranger.getByText('This link does not open set-up').waitFor();
    await expectFine(stranger);
    await stranger.context().close();
  });

  it('asks no recovery key of a space that the terminal has made', async () => {
    const { setUpLink } = await network.start(MELBOURNE);
    const owner = await personPage(browsers.shared(), DESKTOP);
    await owner.goto(setUpLink ?? '');
    await owner.getByText('The space was made on the terminal').waitFor();
    await next(owner, 'Your space', 'Begin');
    expect(await owner.getByLabel('Name of the space').inputValue()).to.equal('Yarra Works');
    await next(owner, 'What members find there');
    await next(owner, 'What a day costs');
    expect(await owner.getByLabel('Regular rate for one day').inputValue()).to.equal('45.00');
    await next(owner, 'Your password');
    await owner.getByLabel('Password', { exact: true }).fill(OWNER_PASSWORD);
    await owner.getByLabel('The same password again').fill(OWNER_PASSWORD);
    await next(owner, 'A programme', 'Set up the space');
    await owner.context().close();
  });

  it('shows no code for a phone where no phone can reach the node', async () => {
    const { setUpLink } = await network.startEmpty('inland', false);
    const owner = await personPage(browsers.shared(), PHONE);
    await owner.goto(setUpLink);
    await next(owner, 'Your space', 'Begin');
    await owner.getByLabel('Name of the space').fill('Inland');
    await next(owner, 'What members find there');
    await next(owner, 'What a day costs');
    await next(owner, 'Your recovery key');
    await owner.locator('.recovery-words').waitFor();
    const paper = await wordsOf(owner);
    await owner.getByRole('button', { name: 'I have written them down' }).click();
    await typeWords(owner, paper);
    await owner.getByLabel('Password', { exact: true }).fill(OWNER_PASSWORD);
    await owner.getByLabel('The same password again').fill(OWNER_PASSWORD);
    await next(owner, 'A programme', 'Set up the space');
    await next(owner, 'Your first member');
    await owner.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await owner.getByRole('button', { name: 'Add a member' }).click();
    await owner.getByText('phones cannot reach this node yet').waitFor();
    expect(await owner.locator('.qr').count()).to.equal(0);
    expect(await owner.getByText('scan this code').count()).to.equal(0);
    await expectFine(owner);
    await owner.context().close();
  });

  it('greets in German, and says what a link without its end lacks', async () => {
    const german = await personPage(browsers.shared(), { ...PHONE, locale: 'de-DE' });
    await german.goto(`${node.url}/set-up`);
    await german.getByText('Dieser Link ist nicht vollständig').waitFor();
    await german.context().close();
  });
});
