/** The console where there is something to decide on rosters, and on keys. */

import { type RosterHash, rosterHash } from '@covisa/protocol';
import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { consolePage, openRoute } from './support/console.js';
import { describeInBrowser } from './support/in-browser.js';
import { MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';

const LEFT = rosterHash.parse(`L${'A'.repeat(42)}`);
const RIGHT = rosterHash.parse(`R${'A'.repeat(42)}`);

interface KeyView {
  readonly generation: number;
  readonly deadSince: number | null;
}

describeInBrowser('The console decides', (browsers) => {
  const network = new TestNetwork();
  let melbourne: TestSpace;
  let shanghai: TestSpace;
  let page: Page;
  before(async () => {
    melbourne = await network.start(MELBOURNE);
    shanghai = await network.start(SHANGHAI);
    await network.found('Rivers Visa', [melbourne, shanghai]);
    page = await consolePage(browsers.shared(), melbourne);
  });
  after(() => network.end());

  it('shows two rosters that hold side by side, and follows the chosen one', async () => {
    const asked: unknown[] = [];
    const held = (roster: RosterHash, name: string, spaces: readonly TestSpace[]) => ({
      ...{ roster, name, followed: roster === LEFT, time: 1_795_000_000, purpose: '' },
      terms: { staticVisas: roster === LEFT ? 'allowed' : 'refuse' },
      members: spaces.map(({ id }) => ({ space: id, name: null })),
      voters: [melbourne.id],
    });
    const rosters = [held(LEFT, 'Left', [melbourne]), held(RIGHT, 'Right', [melbourne, shanghai])];
    const withSiblings = async (route: Route): Promise<void> => {
      const answer = await route.fetch();
      const [programme] = await answer.json();
      const json = [{ ...programme, siblings: [{ version: 1, chosen: false, rosters }] }];
      await route.fulfill({ response: answer, json });
    };
    await page.route('**/api/programmes', withSiblings);
    await page.route('**/choose', async (route) => {
      asked.push(route.request().postDataJSON());
      await route.fulfill({ json: {} });
    });
    await openRoute(page, melbourne, '');
    await page.reload();
    const waits = page.getByRole('listitem').filter({ hasText: 'Several rosters hold' });
    await waits.getByRole('link', { name: 'Look' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Right' });
    await row.getByText('Only in this one').waitFor();
    await row.getByRole('button', { name: 'Follow this one' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Follow this one' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(asked).to.deep.equal([{ roster: RIGHT }]);
    await page.unroute('**/api/programmes');
    await page.unroute('**/choose');
  });

  it('proposes other numbers of votes and endorsements, and shows them before and after the vote', async () => {
    await openRoute(page, melbourne, 'programme');
    await page.getByText('Votes that the next roster needs: 2').waitFor();
    await page.getByRole('link', { name: 'Propose a change' }).click();
    const propose = page.getByRole('button', { name: 'Propose', exact: true });
    await page.getByLabel('Votes that later rosters need').fill('two');
    expect(await propose.isDisabled()).to.equal(true);
    await page.getByLabel('Votes that later rosters need').fill('2');
    await page.getByLabel('Endorsements that admit a space').fill('1');
    await propose.click();
    const row = page.getByRole('listitem').filter({ hasText: 'Roster number 1' });
    await row.getByText('Later rosters need 2 votes.').waitFor();
    await row.getByText('1 endorsement admits a space.').waitFor();
    const [programme] = await shanghai.client.get<readonly { id: string }[]>('/api/programmes');
    await shanghai.client.post('/api/sync', { peer: null });
    await shanghai.client.post(`/api/programmes/${programme?.id}/sign`, { roster: null });
    await shanghai.client.post('/api/sync', { peer: null });
    await page.reload();
    await page.getByText('Endorsements that admit a space: 1').waitFor();
  });

  it('shows the keys, and revokes one after its warning', async () => {
    await openRoute(page, melbourne, 'settings/keys');
    await page.getByText('Signs now').waitFor();
    await page.getByRole('button', { name: 'Revoke' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('All visas that it signed are refused').waitFor();
    expect(await dialog.getByRole('button', { name: 'Revoke' }).isDisabled()).to.equal(true);
    await dialog.getByRole('textbox').fill(MELBOURNE.name);
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();
    const keys = await melbourne.client.get<readonly KeyView[]>('/api/keys');
    expect(keys.map(({ deadSince }) => deadSince === null)).to.deep.equal([false, true]);
  });
});
