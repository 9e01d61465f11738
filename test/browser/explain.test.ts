/** The front page and the explaining pages, for people who come without knowing covisa. */

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints, PHONE, personPage } from './support/chromium.js';
import { describeInBrowser } from './support/in-browser.js';
import { seriousViolations, sidewaysPixels } from './support/looks.js';
import { MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';

/** The narrowest phone that the pages are made for. */
const NARROW = { ...PHONE, viewport: { width: 360, height: 740 } };

async function expectSound(page: Page, heard: readonly string[]): Promise<void> {
  expect(await seriousViolations(page)).to.deep.equal([]);
  expect(await sidewaysPixels(page)).to.equal(0);
  expect(heard).to.deep.equal([]);
}

describeInBrowser('A node explains itself', (browsers) => {
  const network = new TestNetwork();
  let melbourne: TestSpace;
  let shanghai: TestSpace;
  let link = '';
  before('a space with a programme, and one without', async () => {
    [melbourne, shanghai] = await Promise.all([network.start(MELBOURNE), network.start(SHANGHAI)]);
    await network.found('Rivers Visa', [melbourne]);
    await melbourne.client.patch('/api/profile', { mailbox: 'hello@yarra.example' });
    const [programme] =
      await melbourne.client.get<readonly { readonly id: string }[]>('/api/programmes');
    const invited = await melbourne.client.post<{ readonly link: string }>(
      `/api/programmes/${programme?.id}/invite`,
    );
    link = invited.link;
  });
  after(() => network.end());

  it('says on its front page whose it is, what a member gets, and where to go', async () => {
    const page = await personPage(browsers.shared());
    const heard = complaints(page);
    await page.goto(melbourne.url);
    await page.getByRole('heading', { name: 'Yarra Works', level: 1 }).waitFor();
    await page.getByText(/You get 3 free days in the visa year, then .* AUD 45/u).waitFor();
    const doors = page.getByRole('navigation').getByRole('link');
    const targets = await doors.evaluateAll((links) =>
      links.map((one) => one.getAttribute('href')),
    );
    expect(targets).to.deep.equal(['/wallet', '/desk', '/console', '/directory']);
    await expectSound(page, heard);
    await page.context().close();
  });

  it('says so on its front page and in its directory while it is in no programme', async () => {
    const page = await personPage(browsers.shared(), { ...NARROW, locale: 'de-DE' });
    const heard = complaints(page);
    await page.goto(shanghai.url);
    await page.getByText('Dieser Space nimmt bald an Coworking-Visa teil.').waitFor();
    await page.goto(`${shanghai.url}/directory`);
    await page.getByText('Noch sind keine Spaces eingetragen').waitFor();
    await expectSound(page, heard);
    await page.context().close();
  });

  const HONOUR = [
    ['en-US', 'Today, in three steps', 'Write to Yarra Works'],
    ['de-CH', 'Heute, in drei Schritten', 'An Yarra Works schreiben'],
    ['fr-CA', 'Aujourd’hui, en trois étapes', 'Écrire à Yarra Works'],
    ['es-MX', 'Hoy, en tres pasos', 'Escribir a Yarra Works'],
  ] as const;
  for (const [locale, heading, write] of HONOUR) {
    it(`says to a reception that knows nothing how to honour a visit (${locale})`, async () => {
      const page = await personPage(browsers.shared(), { ...NARROW, locale });
      const heard = complaints(page);
      await page.goto(`${melbourne.url}/honour`);
      await page.getByRole('heading', { name: heading }).waitFor();
      const mail = page.getByRole('link', { name: write });
      expect(await mail.getAttribute('href')).to.equal('mailto:hello@yarra.example');
      expect(await page.locator('html').getAttribute('lang')).to.equal(locale.slice(0, 2));
      await expectSound(page, heard);
      await page.context().close();
    });
  }

  it('says what a poster is for, and sends nothing of it anywhere', async () => {
    const page = await personPage(browsers.shared(), NARROW);
    const heard = complaints(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      asked.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`);
    });
    await page.goto(`${melbourne.url}/here#${melbourne.id}.main`);
    await page.getByRole('heading', { name: 'You are at Yarra Works' }).waitFor();
    expect(asked.filter((one) => one.includes(melbourne.id))).to.deep.equal([]);
    const wallet = page.getByRole('link', { name: 'Open the wallet of Yarra Works' });
    expect(await wallet.getAttribute('href')).to.equal('/wallet');
    await expectSound(page, heard);
    await page.context().close();
  });

  it('says to an invited owner which programme it is, and gives the link to copy', async () => {
    const page = await personPage(browsers.shared());
    const heard = complaints(page);
    await page.goto(link);
    await page.getByRole('heading', { name: 'You are invited to Rivers Visa' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Invitation link' }).inputValue()).to.equal(
      link,
    );
    await page.getByText('The terms of Rivers Visa').click();
    await page.getByText('3 free days at each space in the visa year.').waitFor();
    await expectSound(page, heard);
    await page.goto(`${melbourne.url}/join`);
    await page.reload();
    await page.getByRole('heading', { name: 'How a coworking space takes part' }).waitFor();
    expect(await page.getByText('This link is not whole').count()).to.equal(0);
    await page.context().close();
  });

  it('says to an invited owner that a part of the link is missing', async () => {
    const page = await personPage(browsers.shared());
    await page.goto(link.slice(0, -1));
    await page.getByText('This link is not whole').waitFor();
    await page.getByText('Ask a space of the programme for an invitation link').waitFor();
    await page.context().close();
  });
});
