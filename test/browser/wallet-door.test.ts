/** At a door: the poster in the camera's view, self check-in, and what follows where it fails. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_TERMS, parseReceipt, parseToken, shortSpaceId } from '@covisa/protocol';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints } from './support/chromium.js';
import { writeFilm } from './support/film.js';
import { describeInBrowser } from './support/in-browser.js';
import { readByZbar, seriousViolations, sidewaysPixels } from './support/looks.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';
import { claimOnPhone, goToPart, phone } from './support/wallet-page.js';

interface Requests {
  readonly kind: string;
  readonly note: string | null;
  readonly memberName: string | null;
}

/** Nobody answers here, and nobody is to be asked. */
const STRANGER = 'http://127.0.0.9:9';

describeInBrowser('A member at the door', (browsers) => {
  const folder = mkdtempSync(join(tmpdir(), 'covisa-door-'));
  const network = new TestNetwork();
  let home: TestSpace;
  let host: TestSpace;
  let poster: string;
  before('a host without people at its door', async () => {
    home = await network.start(MELBOURNE);
    host = await network.start(SHANGHAI);
    const terms = { ...DEFAULT_TERMS, eligible: { plans: { only: ['full-time'] } } };
    await network.found('Rivers Visa', [home, host], terms);
    const { venues } = await host.client.get<{ readonly venues: readonly { id: string }[] }>(
      '/api/profile',
    );
    poster = `${host.url}/here#${host.id}.${venues[0]?.id ?? ''}`;
    const wifi = { ssid: 'Bund; Loft', password: 'river:boat', hidden: false };
    await host.client.post('/api/welcome', { wifi, note: 'Coffee is upstairs.' });
  });
  after(async () => {
    await network.end();
    rmSync(folder, { recursive: true, force: true });
  });

  function selfCheckIn(isOn: boolean): Promise<unknown> {
    return host.client.post('/api/desk/settings', { selfCheckIn: isOn });
  }

  async function pastePoster(page: Page, text: string): Promise<void> {
    await goToPart(page, 'here');
    await page.getByLabel('Link on the poster').fill(text);
    await page.getByRole('button', { name: 'Use this link' }).click();
  }

  async function claimed(page: Page, name: string): Promise<void> {
    await claimOnPhone(page, (await addMember(home, name)).claimLink);
    await goToPart(page, 'spaces');
    await page.getByText('3 free days left for you').waitFor();
  }

  it('scans the poster, checks in alone, and objects to the visit afterwards', async () => {
    await selfCheckIn(true);
    const camera = join(folder, 'poster.y4m');
    writeFilm(camera, [
      { shows: 'https://example.org/menu.pdf', seconds: 2 },
      { shows: poster, seconds: 4 },
    ]);
    const page = await phone(await browsers.another({ camera }));
    const heard = complaints(page);
    await claimed(page, 'Ada');
    await goToPart(page, 'here');
    await page.getByText('This is not a poster of a covisa space.').waitFor();
    await page.getByRole('heading', { name: /^At .Bund Loft.$/u }).waitFor();
    await page.locator('.verdict.free').waitFor();
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('You are checked in. Welcome!').waitFor();
    await page.getByText('Coffee is upstairs.').waitFor();
    const wifi = await readByZbar(page.locator('.qr-small svg'), join(folder, 'wifi.png'));
    expect(wifi).to.equal(String.raw`WIFI:T:WPA;S:Bund\; Loft;P:river\:boat;;`);
    expect(await seriousViolations(page)).to.deep.equal([]);
    expect(await sidewaysPixels(page)).to.equal(0);

    await home.client.post('/api/sync', { peer: null });
    await goToPart(page, 'visits');
    await page.getByRole('button', { name: 'Ask the home space now' }).click();
    const saved = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Save the receipt of the visit at .Bund Loft./u })
      .click();
    const receipt = parseReceipt(readFileSync(await (await saved).path(), 'utf8'));
    expect(receipt.entry).to.include({ type: 'stamp', kind: 'free' });
    expect(receipt.witnesses).to.have.length(1);
    await page.getByRole('button', { name: /^Visit to .Bund Loft. on .*not right$/u }).click();
    await page.getByLabel('What is not right? (optional)').fill('<b>I was not there</b>');
    expect(await seriousViolations(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Tell my home space' }).click();
    await page.getByText('You have told your home space').waitFor();
    const [request] = await home.client.get<readonly Requests[]>('/api/requests');
    expect(request).to.include({
      kind: 'objection',
      memberName: 'Ada',
      note: '<b>I was not there</b>',
    });
    expect(heard).to.deep.equal([]);
  });

  it('shows the code for this space where the host wants to see people', async () => {
    await selfCheckIn(false);
    const page = await phone(browsers.shared());
    await claimed(page, 'Bo');
    await pastePoster(page, poster);
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('This space does not offer to check in by yourself.').waitFor();
    const shown = page.locator('.code-panel svg.qr');
    const token = parseToken((await readByZbar(shown, join(folder, 'bound.png'))) ?? '');
    expect(token.proof?.claims.host).to.deep.equal(shortSpaceId(host.id));
    await page.context().close();
  });

  it('sends nothing to the address on a stranger’s poster', async () => {
    await selfCheckIn(true);
    const page = await phone(browsers.shared());
    await claimed(page, 'Chi');
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await pastePoster(page, poster.replace(host.url, STRANGER));
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('You are checked in. Welcome!').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await pastePoster(page, poster.replace(host.url, STRANGER).replace(host.id, 'A'.repeat(43)));
    await page.getByText('Your home space does not list this space').waitFor();
    expect([...asked].filter((origin) => origin !== home.url)).to.deep.equal([host.url]);
    await page.context().close();
  });

  it('leaves paid days to the desk, with the code for it', async () => {
    await selfCheckIn(true);
    const page = await phone(browsers.shared());
    await claimOnPhone(page, (await addMember(home, 'Dee', { plan: 'part-time' })).claimLink);
    await goToPart(page, 'spaces');
    await page.getByText('Bund Loft').first().waitFor();
    await pastePoster(page, poster);
    await page.locator('.verdict.paid').waitFor();
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('The desk settles this visit').waitFor();
    await page.locator('.code-panel svg.qr').waitFor();
    await page.context().close();
  });
});
