/** Programmes in the console, where a space takes part in more than one. */

import type { Offer } from '@covisa/protocol';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { consolePage, openRoute } from './support/console.js';
import { describeInBrowser } from './support/in-browser.js';
import { MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';

const HOBART = { ...MELBOURNE, name: 'Quay Desks', address: '3 Quay Street, Hobart' };

describeInBrowser('The console of a space in two programmes', (browsers) => {
  const network = new TestNetwork();
  let melbourne: TestSpace;
  let shanghai: TestSpace;
  let page: Page;
  before(async () => {
    melbourne = await network.start(MELBOURNE);
    shanghai = await network.start(SHANGHAI);
    await network.found('Rivers Visa', [melbourne, shanghai]);
    await network.found('Harbours Visa', [melbourne, await network.start(HOBART)]);
    page = await consolePage(browsers.shared(), melbourne);
  });
  after(() => network.end());

  const cardOf = (programme: string) => page.locator('article', { hasText: programme });
  const refuse = async (programme: string, reason: string): Promise<void> => {
    await cardOf(programme).getByRole('button', { name: 'Refuse its members' }).click();
    await page.getByLabel('Reason').fill(reason);
    await page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await cardOf(programme).getByText(reason).waitFor();
  };

  it('keeps what was refused in one when a space of the other is refused', async () => {
    await openRoute(page, melbourne, 'programme');
    await refuse('Rivers Visa', 'Loud calls');
    const { offer } = await melbourne.client.get<{ readonly offer: Offer }>('/api/profile');
    await melbourne.client.patch('/api/profile', { offer: { ...offer, photoId: 'always' } });
    await refuse('Harbours Visa', 'Muddy boots');
    const after = await melbourne.client.get<{ readonly offer: Offer }>('/api/profile');
    expect(after.offer.refuses?.map(({ reason }) => reason)).to.deep.equal([
      'Loud calls',
      'Muddy boots',
    ]);
    expect(after.offer.photoId).to.equal('always');
  });

  it('shows what a save of the offer writes, whichever programme the samples are of', async () => {
    await openRoute(page, melbourne, 'settings/offer');
    await page.getByLabel('Sat').check();
    await page.getByLabel('Sample visits by the terms of').selectOption({ label: 'Harbours Visa' });
    expect(await page.getByLabel('Sat').isChecked()).to.equal(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const { offer } = await melbourne.client.get<{ readonly offer: Offer }>('/api/profile');
    expect(offer.blackout?.days).to.deep.equal([{ weekday: 6 }]);
  });

  it('keeps the dates of a statement on the page when it cannot be loaded for them', async () => {
    await openRoute(page, melbourne, `visits/with/${shanghai.id}`);
    await page.getByLabel('From').waitFor();
    await page.route('**/api/statement*', (route) => route.abort());
    await page.getByLabel('From').fill('2024-01-01');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByLabel('From').inputValue()).to.equal('2024-01-01');
    await page.unroute('**/api/statement*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('table').waitFor();
  });

  it('says so when the terms cannot be changed yet, and shows them when tried again', async () => {
    await openRoute(page, melbourne, 'programme');
    await openRoute(page, melbourne, 'programme/start');
    await page.getByRole('button', { name: 'Start one', exact: true }).click();
    await page.route('**/api/profile', (route) => route.abort());
    await page.getByRole('button', { name: 'Change the terms' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.unroute('**/api/profile');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Sat').waitFor();
  });
});
