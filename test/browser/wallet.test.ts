/** A member's phone: claiming, presenting without a network, reading out, moving, clocks. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseToken, shortSpaceId } from '@covisa/protocol';
import { expect } from 'chai';
import type { Page, Request } from 'playwright-core';
import { complaints } from './support/chromium.js';
import { describeInBrowser } from './support/in-browser.js';
import { readByZbar, seriousViolations, sidewaysPixels } from './support/looks.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';
import { claimOnPhone, goToPart, phone, setClockAhead, showCode } from './support/wallet-page.js';

interface Check {
  readonly verdict: { readonly outcome: string };
  readonly displayName: string | null;
}

describeInBrowser('The wallet', (browsers) => {
  const folder = mkdtempSync(join(tmpdir(), 'covisa-wallet-'));
  const network = new TestNetwork();
  let home: TestSpace;
  let host: TestSpace;
  before('two spaces share a programme', async () => {
    home = await network.start(MELBOURNE);
    host = await network.start(SHANGHAI);
    await network.found('Rivers Visa', [home, host]);
  });
  after(async () => {
    await network.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the host's desk says of a code. */
  function check(token: string): Promise<Check> {
    return host.client.post<Check>('/api/checks', { token });
  }

  async function readCode(page: Page): Promise<string> {
    const read = await readByZbar(page.locator('.code-panel svg.qr'), join(folder, 'code.png'));
    if (read === null) throw new Error('expected zbar to read the code');
    return read;
  }

  async function member(name: string): Promise<string> {
    return (await addMember(home, name)).claimLink;
  }

  /** A page that is loaded while requests fail takes itself for online, from Chromium 150 on. */
  async function sayOffline(page: Page): Promise<void> {
    const devTools = await page.context().newCDPSession(page);
    const state = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await devTools.send('Network.overrideNetworkState', state);
  }

  it('claims a visa, goes offline, opens again and presents what a desk takes', async () => {
    const page = await phone(browsers.shared());
    const heard = complaints(page);
    await claimOnPhone(page, await member('Ada Lovelace'));
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.goto(`${home.url}/wallet#/spaces`);
    await page.getByText('3 free days left for you').waitFor();
    await page.context().setOffline(true);
    await goToPart(page, '');
    await page.reload();
    await page.locator('.visa').getByText('Yarra Works').waitFor();
    await sayOffline(page);
    await page.getByText('You are offline').waitFor();
    await showCode(page);
    await page.getByText(/^Fresh in \d+ seconds?$/u).waitFor();
    const token = await readCode(page);
    expect(token).to.match(/^CV1:[0-9A-Z $%*+./:-]+$/u);
    expect(await check(token)).to.deep.include({ displayName: 'Ada Lovelace' });
    expect((await check(token)).verdict.outcome).to.equal('free');
    await goToPart(page, `spaces/${host.id}`);
    await page.locator('.verdict.free').waitFor();
    expect(heard).to.deep.equal([]);
    await page.context().close();
  });

  it('signs a fresh code after a minute, and at once when the phone wakes up later', async () => {
    const page = await phone(browsers.shared());
    await page.clock.install();
    await claimOnPhone(page, await member('Ivy'));
    await showCode(page);
    const drawn = () => page.locator('.code-panel svg.qr path').first().getAttribute('d');
    const first = await drawn();
    await page.clock.runFor(50_000);
    expect(await drawn()).to.equal(first);
    await page.clock.runFor(11_000);
    await page.waitForFunction(
      (before) => document.querySelector('.code-panel svg.qr path')?.getAttribute('d') !== before,
      first,
    );
    const second = await drawn();
    await page.clock.fastForward(3_600_000);
    await page.waitForFunction(
      (before) => document.querySelector('.code-panel svg.qr path')?.getAttribute('d') !== before,
      second,
    );
    await page.context().close();
  });

  it('binds the code to the space that the member picks', async () => {
    const page = await phone(browsers.shared());
    await claimOnPhone(page, await member('Bo'));
    await goToPart(page, 'spaces');
    await page.getByText('3 free days left for you').waitFor();
    await page.getByRole('link', { name: 'Bund Loft' }).click();
    await page.getByRole('link', { name: 'Show my code for this space' }).click();
    await page.getByText(/^Good at .Bund Loft. only\.$/u).waitFor();
    await page.locator('.code-panel svg.qr').waitFor();
    const { proof } = parseToken(await readCode(page));
    expect(proof?.claims.host).to.deep.equal(shortSpaceId(host.id));
    await page.context().close();
  });

  it('leaves a code to read out, and leads a reception that knows nothing to its home', async () => {
    const page = await phone(browsers.shared());
    await claimOnPhone(page, await member('Chi'));
    await showCode(page);
    await page.getByRole('button', { name: 'Read out a code' }).click();
    const spoken = await page.locator('.spoken-code').textContent();
    const checked = await host.client.post<Check>('/api/checks/spoken', {
      home: home.id,
      code: spoken ?? '',
    });
    expect(checked.displayName).to.equal('Chi');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'They have never heard of covisa?' }).click();
    const plain = page.locator('dialog svg.qr');
    expect(await readByZbar(plain, join(folder, 'plain.png'))).to.equal(`${home.url}/honour`);
    await page.context().close();
  });

  it('moves to a new phone in a minute, and the old key is dead at once', async () => {
    const [old, fresh] = [await phone(browsers.shared()), await phone(browsers.shared())];
    await claimOnPhone(old, await member('Dee'));
    await showCode(old);
    const before = await readCode(old);
    await goToPart(old, '');
    await old.getByRole('link', { name: 'Manage' }).click();
    await old.getByRole('button', { name: 'Show a code for the new phone' }).click();
    await old.locator('.qr-small svg').waitFor();
    const link = await readByZbar(old.locator('.qr-small svg'), join(folder, 'move.png'));
    await claimOnPhone(fresh, link ?? '');
    await old.getByText('The visa is on the new phone').waitFor();
    await host.client.post('/api/sync', { peer: null });
    const refused = await check(before).then(
      () => 'taken',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    expect(refused).to.equal('VISA_REVOKED');
    await showCode(fresh);
    const [was, is] = [parseToken(before), parseToken(await readCode(fresh))];
    expect(is.visa.claims.number).to.deep.equal(was.visa.claims.number);
    expect(is.visa.claims.former).to.have.lengthOf(1);
    await Promise.all([old.context().close(), fresh.context().close()]);
  });

  it('signs the right time where the phone’s clock is ten minutes fast, and says so', async () => {
    const page = await phone(browsers.shared());
    await setClockAhead(page, 600);
    await claimOnPhone(page, await member('Eli'));
    await page.getByText('The clock of this device is wrong').waitFor();
    await page.getByText('about 10 minutes fast').waitFor();
    await showCode(page);
    expect((await check(await readCode(page))).displayName).to.equal('Eli');
    await page.context().close();
  });

  it('works in this tab only, and says so, where the browser stores nothing', async () => {
    const page = await phone(browsers.shared());
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await claimOnPhone(page, await member('Fay'));
    await page.getByText('This browser keeps nothing here').waitFor();
    await page.getByRole('button', { name: 'Show my code' }).click();
    await page.locator('.code-panel svg.qr').waitFor();
    expect((await check(await readCode(page))).displayName).to.equal('Fay');
    await page.context().close();
  });

  it('makes a key by itself where the browser has no Ed25519', async () => {
    const page = await phone(browsers.shared());
    await page.addInitScript(() => {
      const refuse = (): Promise<never> => Promise.reject(new Error('NotSupportedError'));
      Object.assign(SubtleCrypto.prototype, { importKey: refuse, generateKey: refuse });
    });
    await claimOnPhone(page, await member('Gus'));
    await showCode(page);
    expect((await check(await readCode(page))).displayName).to.equal('Gus');
    await page.reload();
    await page.locator('.code-panel svg.qr').waitFor();
    expect((await check(await readCode(page))).displayName).to.equal('Gus');
    await page.context().close();
  });

  it('says what to do with links that are torn, used, foreign or huge', async () => {
    const page = await phone(browsers.shared());
    const link = await member('Hal');
    await page.goto(link.slice(0, -20));
    await page.getByText('This link is not whole').waitFor();
    await claimOnPhone(page, link);
    await page.goto(`${home.url}/wallet#/add`);
    const field = page.getByLabel('Link from your home space');
    for (const [text, answer] of [
      ['https://example.org/menu.pdf', 'This is not an invitation of a covisa space.'],
      [`${host.url}/here#${host.id}.main`, 'This is the poster of a space'],
      ['x'.repeat(100_000), 'This is not an invitation of a covisa space.'],
    ] as const) {
      await field.fill(text);
      await page.getByRole('button', { name: 'Use this link' }).click();
      await page.getByText(answer).waitFor();
    }
    await field.fill(link);
    await page.getByRole('button', { name: 'Use this link' }).click();
    await page.getByRole('button', { name: 'Put the visa on this device' }).click();
    await page.getByText('This invitation was used already').waitFor();
    await page.context().close();
  });

  it('speaks German, fits a small phone, and hides nothing from anybody', async () => {
    const page = await phone(browsers.shared(), {
      locale: 'de-AT',
      viewport: { width: 360, height: 640 },
      colorScheme: 'dark',
    });
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().endsWith('.js')) scripts.push(request);
    });
    await page.goto(`${home.url}/wallet`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'Noch kein Visum' }).waitFor();
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    expect(sizes).to.have.lengthOf.above(3);
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    console.log(`        scripts of the first load, with German words: ${bytes} bytes`);
    expect(bytes).to.be.within(20_000, 60_000);
    await page.goto(await member('Ida von und zu Würgen'));
    await page.getByRole('button', { name: 'Visum auf dieses Gerät holen' }).click();
    await page.getByRole('button', { name: 'Meinen Code zeigen' }).click();
    await page.locator('.code-panel svg.qr').waitFor();
    const card = page.url().split('/').at(-1) ?? '';
    const parts = ['', 'here', 'add', 'spaces', `spaces/${host.id}`, 'visits', `card/${card}`];
    for (const part of [`code/${card}`, ...parts]) {
      await goToPart(page, part);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousViolations(page), part).to.deep.equal([]);
      expect(await sidewaysPixels(page), part).to.equal(0);
    }
    await page.getByRole('heading', { name: /^Visum von .Yarra Works.$/u }).waitFor();
    await page.context().close();
  });
});
