/** The directory, on real nodes and in a real browser: map, list, search, one space, the widget. */

import { createServer } from 'node:http';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { complaints, DESKTOP, PHONE, personPage } from './support/chromium.js';
import { describeInBrowser } from './support/in-browser.js';
import { seriousViolations, sidewaysPixels } from './support/looks.js';
import { MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';

/** An answer that spaces have given of themselves: hours all week, an amenity, house rules. */
async function furnish({ client }: TestSpace): Promise<void> {
  const profile = await client.get<{ readonly venues: readonly object[] }>('/api/profile');
  const hours = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
  const venues = profile.venues.map((venue) => ({ ...venue, hours, amenities: ['Café Möwe'] }));
  const mailbox = 'hello@bund.example';
  await client.patch('/api/profile', { venues, languages: ['zh', 'en'], mailbox });
}

/** The names of the listed spaces, in their order. */
function listed(page: Page): Promise<readonly string[]> {
  return page.locator('.listing h3').allTextContents();
}

/** Another web page, of an origin of its own. */
async function servePage(html: string) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return { server, url: `http://127.0.0.1:${address.port}/` };
}

describeInBrowser('The directory', (browsers) => {
  const network = new TestNetwork();
  let melbourne: TestSpace;
  let shanghai: TestSpace;
  before('two spaces in a programme', async () => {
    [melbourne, shanghai] = await Promise.all([network.start(MELBOURNE), network.start(SHANGHAI)]);
    await network.found('Rivers Visa', [melbourne, shanghai]);
    await furnish(shanghai);
    await shanghai.client.post('/api/sync', { peer: null });
    await melbourne.client.post('/api/sync', { peer: null });
  });
  after(() => network.end());

  it('shows the spaces on a map and as a list, and what a visiting member gets', async () => {
    const page = await personPage(browsers.shared());
    const heard = complaints(page);
    await page.goto(`${melbourne.url}/directory`);
    await page.locator('.map-label', { hasText: 'Bund Loft' }).waitFor();
    expect(await listed(page)).to.deep.equal(['Bund Loft', 'Yarra Works']);
    expect(await page.locator('.map-label').allTextContents()).to.have.members([
      'Yarra Works',
      'Bund Loft',
    ]);
    expect(await page.locator('.listing').first().textContent()).to.match(
      /8 Bund Road, Shanghai[\s\S]*Open around the clock[\s\S]*3 free days in the visa year/u,
    );
    expect(await page.locator('.map-land').getAttribute('d')).to.match(/^M\d/u);
    expect(await seriousViolations(page)).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
    await page.context().close();
  });

  it('finds by any spelling, says when nothing fits, and shows all again', async () => {
    const page = await personPage(browsers.shared());
    await page.goto(`${melbourne.url}/directory`);
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.fill('CAFE mowe');
    await page.getByText('1 space', { exact: true }).waitFor();
    expect(await listed(page)).to.deep.equal(['Bund Loft']);
    await search.fill('chinese');
    expect(await listed(page)).to.deep.equal(['Bund Loft']);
    await search.fill('nowhere at all');
    await page.getByRole('button', { name: 'Show all spaces' }).click();
    expect(await listed(page)).to.have.lengthOf(2);
    await page.context().close();
  });

  it('puts the nearest first where the device says where it is', async () => {
    const page = await personPage(browsers.shared(), {
      ...DESKTOP,
      geolocation: { latitude: -33.8688, longitude: 151.2093 },
      permissions: ['geolocation'],
    });
    await page.goto(`${melbourne.url}/directory`);
    await page.getByRole('button', { name: 'Nearest first' }).click();
    await page.getByText('713 km away').waitFor();
    expect(await listed(page)).to.deep.equal(['Yarra Works', 'Bund Loft']);
    await page.context().close();
  });

  it('is moved and chosen from by keyboard', async () => {
    const page = await personPage(browsers.shared());
    await page.goto(`${melbourne.url}/directory`);
    const map = page.getByRole('application', { name: 'Map of the spaces' });
    await map.focus();
    // Of the two, Shanghai is in the upper half of the map.
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await page.getByText('Nearest to the middle: Bund Loft').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bund Loft', level: 2 }).waitFor();
    expect(new URL(page.url()).hash).to.equal(`#/space/${shanghai.id}`);
    await page.context().close();
  });

  it('shows all about one space by a link, on a phone and in German', async () => {
    const page = await personPage(browsers.shared(), { ...PHONE, locale: 'de-AT' });
    await page.goto(`${melbourne.url}/directory#/space/${shanghai.id}`);
    await page.getByRole('heading', { name: 'Bund Loft', level: 2 }).waitFor();
    const text = await page.locator('.listing-detail').textContent();
    expect(text).to.contain('Rund um die Uhr geöffnet');
    expect(text).to.contain('Sprachen: Chinesisch und Englisch');
    expect(text).to.contain('3 Gratistage im Visumsjahr, danach der reguläre Preis, 180');
    await page.getByText('Die Bedingungen des Programms: Rivers Visa').click();
    await page.getByText('Nach den Gratistagen: der reguläre Preis.').first().waitFor();
    expect(await seriousViolations(page)).to.deep.equal([]);
    expect(await sidewaysPixels(page)).to.equal(0);
    await page.getByRole('link', { name: 'Alle Spaces', exact: true }).click();
    expect(await listed(page)).to.have.lengthOf(2);
    await page.context().close();
  });

  it('says that a space is not listed, and what to do when the node does not answer', async () => {
    const page = await personPage(browsers.shared());
    await page.goto(`${melbourne.url}/directory#/space/${'A'.repeat(43)}`);
    await page.getByText('This space is not listed here').waitFor();
    await page.route('**/covisa/v1/directory', (route) => route.abort());
    await page.goto(`${melbourne.url}/directory`);
    await page.reload();
    await page.getByText('The node does not answer').waitFor();
    await page.unroute('**/covisa/v1/directory');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.listing').first().waitFor();
    await page.context().close();
  });

  it('stands in another web page, whose frame it tells its height, and leads out of it', async () => {
    const page = await personPage(browsers.shared());
    const other = await servePage(`<title>x</title>
      <iframe src="${melbourne.url}/widget#lang=fr&map=0" title="covisa" height="300"></iframe>
      <script>addEventListener('message', ({ data }) => { window.said = data; });</script>`);
    await page.goto(other.url);
    const frame = page.frameLocator('iframe');
    await frame.getByText('2 espaces').waitFor();
    expect(await frame.locator('.map').count()).to.equal(0);
    await page.waitForFunction('window.said?.covisa === "height" && window.said.height > 100');
    await frame.getByRole('link', { name: 'Bund Loft' }).click();
    await page.waitForURL(`${melbourne.url}/directory#/space/${shanghai.id}`);
    await page.context().close();
    other.server.close();
  });
});
