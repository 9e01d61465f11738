/** Every page as anybody gets it: it opens, keeps to its policy, and hides nothing from anybody. */

import { expect } from 'chai';
import { complaints, DESKTOP, PHONE, personPage } from './support/chromium.js';
import { describeInBrowser } from './support/in-browser.js';
import { seriousViolations, sidewaysPixels } from './support/looks.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';

const PATHS = [
  ...['/', '/directory', '/widget', '/wallet', '/desk', '/console'],
  ...['/honour', '/here', '/join', '/claim'],
];

describeInBrowser('Every page', (browsers) => {
  const network = new TestNetwork();
  let space: TestSpace;
  before(async () => {
    const [melbourne, shanghai] = [await network.start(MELBOURNE), await network.start(SHANGHAI)];
    await network.found('Rivers Visa', [melbourne, shanghai]);
    space = melbourne;
  });
  after(() => network.end());

  for (const path of PATHS) {
    it(`at ${path} opens on a phone and on a desktop without a complaint`, async () => {
      for (const size of [PHONE, DESKTOP]) {
        const page = await personPage(browsers.shared(), size);
        const heard = complaints(page);
        const response = await page.goto(`${space.url}${path}`, { waitUntil: 'networkidle' });
        expect(response?.status()).to.equal(200);
        await page.locator('h1').first().waitFor();
        expect(heard).to.deep.equal([]);
        expect(await seriousViolations(page)).to.deep.equal([]);
        expect(await sidewaysPixels(page)).to.equal(0);
        await page.context().close();
      }
    });
  }

  it('lets a keyboard skip to the content, and what follows # stays as it was', async () => {
    const { claimLink } = await addMember(space, 'Ada Lovelace');
    const page = await personPage(browsers.shared());
    await page.goto(claimLink);
    const claim = page.getByRole('button', { name: 'Put the visa on this device' });
    await claim.waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('button', { name: 'Skip to the content' });
    expect((await skip.boundingBox())?.height).to.be.greaterThan(20);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('content');
    await claim.click();
    await page.getByRole('heading', { name: 'Your visa is here' }).waitFor();
    await page.context().close();
  });

  it('says that its words did not come, and loads anew, in the person’s language', async () => {
    const options = { locale: 'de-DE', serviceWorkers: 'block' } as const;
    for (const [path, words] of [
      ['/directory', 'Zum Inhalt springen'],
      ['/console', 'Wer ist am Empfang?'],
    ] as const) {
      const page = await personPage(browsers.shared(), options);
      await page.route(/\/assets\/german-/u, async (route) => {
        const response = await route.fetch();
        const isLost = (await response.text()).includes(words);
        await (isLost ? route.abort() : route.fulfill({ response }));
      });
      await page.goto(`${space.url}${path}`);
      await page.getByText('Ein Teil dieser Seite kam nicht an').waitFor();
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
      await page.locator('h1').first().waitFor();
      expect(await page.getByText('kam nicht an').count()).to.equal(0);
      await page.context().close();
    }
  });

  it('asks nobody but its own node', async () => {
    const page = await personPage(browsers.shared());
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    for (const path of PATHS) await page.goto(`${space.url}${path}`, { waitUntil: 'networkidle' });
    expect([...asked].filter((origin) => origin !== 'null')).to.deep.equal([space.url]);
    await page.context().close();
  });
});
