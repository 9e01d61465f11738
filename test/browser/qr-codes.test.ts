/**
 * The QR codes that no other test reads by a second decoder on its way: the invitation to a
 * programme, the claim link for another device, a practice code, and the files of the command line.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommand } from '../demo/processes.js';
import { consolePage, openRoute } from './support/console.js';
import { openDesk } from './support/desk.js';
import { describeInBrowser } from './support/in-browser.js';
import { decodeByZbar, readByZbar } from './support/looks.js';
import { addMember, MELBOURNE, TestNetwork, type TestSpace } from './support/network.js';
import { phone } from './support/wallet-page.js';

describeInBrowser('A second decoder', (browsers) => {
  const network = new TestNetwork();
  const folder = mkdtempSync(join(tmpdir(), 'covisa-codes-'));
  let space: TestSpace;
  before(async () => {
    space = await network.start(MELBOURNE);
    await network.found('Rivers Visa', [space]);
  });
  after(async () => {
    await network.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads the invitation to a programme in the console', async () => {
    const page = await consolePage(browsers.shared(), space);
    await openRoute(page, space, 'programme');
    await page.getByRole('button', { name: 'Show the invitation link' }).click();
    const link = await page.locator('.link-text').textContent();
    expect(await readByZbar(page.locator('.qr-box .qr'), join(folder, 'invite.png'))).to.equal(
      link,
    );
    expect(link).to.match(/^http:\/\/127\.0\.0\.1:\d+\/join#/u);
    await page.context().close();
  });

  it('reads the claim link that is shown for another device', async () => {
    const { claimLink } = await addMember(space, 'Ada Lovelace');
    const page = await phone(browsers.shared());
    await page.goto(claimLink);
    await page.getByText('Another phone, or a wallet that you have already?').click();
    const shown = page.locator('.qr-small svg');
    expect(await readByZbar(shown, join(folder, 'elsewhere.png'))).to.equal(claimLink);
    await page.context().close();
  });

  it('reads a practice code at the desk', async () => {
    const page = await consolePage(browsers.shared(), space);
    await openDesk(page, space);
    await page.getByRole('link', { name: 'Practice' }).click();
    await page.getByRole('button', { name: 'Practice code of Chiara' }).click();
    const shown = page.getByRole('dialog').locator('.qr');
    const read = await readByZbar(shown, join(folder, 'practice.png'));
    expect(read).to.equal('COVISA PRACTICE: USED');
    await page.context().close();
  });

  it('reads the picture of a printed card that the command line writes', async () => {
    const { id } = await addMember(space, 'Grace Hopper', { isStatic: true });
    const { token } = await space.client.get<{ readonly token: string }>(
      `/api/members/${id}/static-token`,
    );
    const png = join(folder, 'card.png');
    const ended = await runCommand(['visa', '--visa-token', token, '--png', png]);
    expect(ended.status, ended.note).to.equal(0);
    expect(await decodeByZbar(png)).to.equal(token);
  });
});
