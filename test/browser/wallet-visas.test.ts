/** Several visas in one wallet, and what a member does with one: a new number, data, its end. */

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints } from './support/chromium.js';
import { describeInBrowser } from './support/in-browser.js';
import { seriousViolations, sidewaysPixels } from './support/looks.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';
import { claimOnPhone, goToPart, phone } from './support/wallet-page.js';

/** As hostile as 24 bytes can be. */
const HOSTILE = '<b onclick=x>\u{1f600}Ö';

describeInBrowser('A member with visas', (browsers) => {
  const network = new TestNetwork();
  let melbourne: TestSpace;
  let shanghai: TestSpace;
  before('two spaces share a programme', async () => {
    melbourne = await network.start(MELBOURNE);
    shanghai = await network.start(SHANGHAI);
    await network.found('Rivers Visa', [melbourne, shanghai]);
  });
  after(() => network.end());

  async function toManage(page: Page): Promise<void> {
    await goToPart(page, '');
    await page.getByRole('link', { name: 'Manage' }).first().click();
    await page.getByRole('heading', { name: 'My data' }).waitFor();
  }

  it('holds visas of two homes at one origin, each with its own spaces', async () => {
    const page = await phone(browsers.shared());
    const heard = complaints(page);
    const first = await addMember(melbourne, 'Ada', { displayName: HOSTILE });
    await claimOnPhone(page, first.claimLink);
    const second = await addMember(shanghai, 'Ada');
    await goToPart(page, 'add');
    await page.getByLabel('Link from your home space').fill(second.claimLink);
    await page.getByRole('button', { name: 'Use this link' }).click();
    await page.getByRole('heading', { name: /^Your coworking visa from .Bund Loft.$/u }).waitFor();
    await page.getByRole('button', { name: 'Put the visa on this device' }).click();
    await page.getByRole('heading', { name: 'Your visa is here' }).waitFor();
    await goToPart(page, '');
    await page.getByRole('heading', { name: 'Your visas' }).waitFor();
    expect(await page.locator('.visa h2').allTextContents()).to.deep.equal([
      'Yarra Works',
      'Bund Loft',
    ]);
    await page.getByText(HOSTILE).waitFor();
    expect(await page.locator('.visa b').count()).to.equal(0);
    await goToPart(page, 'spaces');
    await page.getByRole('link', { name: 'Bund Loft' }).waitFor();
    await page.getByLabel('Visa').selectOption({ label: 'Bund Loft' });
    await page.getByRole('link', { name: 'Yarra Works' }).waitFor();
    expect(await seriousViolations(page)).to.deep.equal([]);
    expect(await sidewaysPixels(page)).to.equal(0);
    expect(heard).to.deep.equal([]);
    await page.context().close();
  });

  it('gets a new number, saves the data as a file, and asks to be erased', async () => {
    const page = await phone(browsers.shared());
    await claimOnPhone(page, (await addMember(melbourne, 'Bo')).claimLink);
    await toManage(page);
    await page.getByRole('button', { name: 'Get a new number' }).click();
    const step = page.locator('div:focus', { hasText: 'Yes, a new number' });
    expect(await step.count()).to.equal(1);
    await page.getByRole('button', { name: 'Yes, a new number' }).click();
    await page.getByText('Your visa has a new number.').waitFor();
    await page.getByText('a free day needs your home space’s consent').waitFor();

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
    expect(file).to.include({ covisaWalletExport: 1, standing: 'good' });
    expect(file.claims).to.include({ displayName: 'Bo', ask: true });
    expect(file.overview.home.name).to.equal('Yarra Works');
    expect(JSON.stringify(file)).to.not.contain('seed');

    await page.getByRole('button', { name: 'Have my data erased' }).click();
    await page.getByRole('button', { name: 'Ask for it' }).click();
    await page.getByText('you asked your home space to erase your data').waitFor();
    const [request] =
      await melbourne.client.get<readonly { readonly kind: string }[]>('/api/requests');
    expect(request?.kind).to.equal('erasure');
    expect(await seriousViolations(page)).to.deep.equal([]);
    await page.context().close();
  });

  it('is told when the membership pauses, and removes the visa for good', async () => {
    const page = await phone(browsers.shared());
    const { id, claimLink } = await addMember(melbourne, 'Chi');
    await claimOnPhone(page, claimLink);
    await melbourne.client.post(`/api/members/${id}/pause`, {});
    await goToPart(page, 'visits');
    await page.getByRole('button', { name: 'Ask the home space now' }).click();
    await goToPart(page, '');
    await page.locator('.visa-face.dead').waitFor();
    await page.getByRole('link', { name: 'Show my code' }).click();
    await page.getByText('says that your membership is paused or has ended.').waitFor();
    expect(await page.locator('.code-panel').count()).to.equal(0);
    expect(await seriousViolations(page)).to.deep.equal([]);
    await toManage(page);
    await page.getByRole('button', { name: 'Remove this visa from this device' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('No visa yet').waitFor();
    await page.reload();
    await page.getByText('No visa yet').waitFor();
    await page.context().close();
  });

  it('offers the way onto the home screen, and works without a camera', async () => {
    const page = await phone(browsers.shared());
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.assign(MediaDevices.prototype, { getUserMedia: refuse });
    });
    await page.goto(`${melbourne.url}/wallet`);
    await page.getByText('No visa yet').waitFor();
    await page.evaluate(() => {
      const offer = new Event('beforeinstallprompt', { cancelable: true });
      dispatchEvent(Object.assign(offer, { prompt: () => Promise.resolve() }));
    });
    await page.getByRole('button', { name: 'Install' }).click();
    await page.getByText('Keep it at hand').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Add a visa' }).click();
    await page.getByText('The camera is not allowed here').waitFor();
    await page.getByLabel('Link from your home space').waitFor();
    await page.context().close();

    const tablet = await phone(browsers.shared());
    await tablet.addInitScript(() => {
      Object.defineProperty(navigator, 'standalone', { value: false });
    });
    await tablet.goto((await addMember(melbourne, 'Eli')).claimLink);
    await tablet.getByText('On an iPhone or iPad: install first').waitFor();
    await tablet.context().close();
  });

  it('loses nothing when the home is out of reach in the middle', async () => {
    const page = await phone(browsers.shared());
    await claimOnPhone(page, (await addMember(shanghai, 'Dee')).claimLink);
    await goToPart(page, '');
    await page.locator('.visa').waitFor();
    await shanghai.stop();
    await page.getByRole('link', { name: 'Show my code' }).click();
    await page.locator('.code-panel svg.qr').waitFor();
    await page.getByRole('button', { name: 'Read out a code' }).click();
    await page.getByText('The node does not answer').waitFor();
    await page.getByText('A code to read out needs a network on this phone.').waitFor();
    await shanghai.restart();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.spoken-code').waitFor();
    await page.context().close();
  });
});
