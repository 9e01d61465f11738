/** The console in a browser, over real nodes: members, programme, network, settings. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, personPage } from './support/chromium.js';
import { consolePage, OWNER_PASSWORD, openRoute } from './support/console.js';
import { DESK_PIN, enterDesk } from './support/desk.js';
import { describeInBrowser } from './support/in-browser.js';
import { readByZbar, seriousViolations, sidewaysPixels } from './support/looks.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

describeInBrowser('The console', (browsers) => {
  const network = new TestNetwork();
  const folder = mkdtempSync(join(tmpdir(), 'covisa-console-'));
  let melbourne: TestSpace;
  let shanghai: TestSpace;
  let page: Page;
  before(async () => {
    [melbourne, shanghai] = [await network.start(MELBOURNE), await network.start(SHANGHAI)];
    await network.found('Rivers Visa', [melbourne]);
    page = await consolePage(browsers.shared(), melbourne);
  });
  after(async () => {
    await network.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (button: string, answer = button): Promise<void> =>
    page
      .getByRole('button', { name: button, exact: true })
      .click()
      .then(() => page.getByRole('dialog').getByRole('button', { name: answer }).click());
  const members = (): Promise<readonly Member[]> => melbourne.client.get('/api/members');

  it('tells whoever types a wrong password what to do', async () => {
    const stranger = await personPage(browsers.shared(), PHONE);
    await stranger.goto(`${melbourne.url}/console`);
    await stranger.locator('input[type=password]').fill('guess');
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await stranger.getByText('This is not the owner’s password').waitFor();
    expect(await stranger.locator('input[type=password]').inputValue()).to.equal('guess');
    await stranger.context().close();
  });

  it('tells a desk person why it stays closed, and how an owner gets in', async () => {
    await melbourne.client.post('/api/people', { name: 'Robin', pin: DESK_PIN });
    const desk = await personPage(browsers.shared(), DESKTOP);
    await enterDesk(desk, melbourne, 'Robin');
    await desk.goto(`${melbourne.url}/console`);
    await desk.getByText('You are signed in as Robin, for the desk').waitFor();
    expect(await seriousViolations(desk)).to.deep.equal([]);
    await desk.getByRole('button', { name: 'Sign in as the owner' }).click();
    await desk.locator('input[type=password]').fill(OWNER_PASSWORD);
    await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
    await desk.locator('.console-tabs').waitFor();
    await desk.context().close();
  });

  it('says so when the session has ended elsewhere, and lets the owner in again', async () => {
    await melbourne.client.post('/api/password', { next: OWNER_PASSWORD });
    await openRoute(page, melbourne, 'members');
    await page.getByLabel('Password').waitFor();
    await page.locator('input[type=password]').fill(OWNER_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('No members yet').waitFor();
  });

  it('adds a member, and gives a link that another decoder reads', async () => {
    await openRoute(page, melbourne, 'members/add');
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await page.getByLabel('Mail address').fill('ada@example.org');
    await page.getByRole('button', { name: 'Add a member' }).click();
    const link = (await page.locator('.link-text').textContent()) ?? '';
    expect(await readByZbar(page.locator('.qr'), join(folder, 'claim.png'))).to.equal(link);
    const mail = await page.getByRole('link', { name: 'Write a mail' }).getAttribute('href');
    expect(mail).to.match(/^mailto:ada%40example\.org\?subject=/u);
  });

  it('keeps the link of a new member on the page when the list cannot be loaded again', async () => {
    await openRoute(page, melbourne, 'members');
    await openRoute(page, melbourne, 'members/add');
    await page.getByLabel('Name', { exact: true }).fill('Bo Short');
    await page.route('**/api/members', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await page.getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const link = await page.locator('.link-text').textContent();
    await page.unroute('**/api/members');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await page.locator('.link-text').textContent()).to.equal(link);
    const [{ id } = { id: '' }] = (await members()).filter(({ name }) => name === 'Bo Short');
    await melbourne.client.post(`/api/members/${id}/erase`, {});
  });

  it('shows a hostile name as text, wherever it stands', async () => {
    const name = `<img src=x onerror=alert(1)>\u202e${'x'.repeat(120)}`;
    const { id } = await addMember(melbourne, 'Placeholder', { name, displayName: '<b>x' });
    await openRoute(page, melbourne, `members/${id}`);
    expect(await page.locator('h1').textContent()).to.equal(name);
    expect(await page.locator('main img').count()).to.equal(0);
    expect(await sidewaysPixels(page)).to.equal(0);
    await page.getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    await page.getByRole('heading', { level: 1, name: 'Members' }).waitFor();
    expect((await members()).map((one) => one.name)).to.deep.equal(['Ada Lovelace']);
  });

  it('pauses with a word, and revokes only when the name is typed', async () => {
    await openRoute(page, melbourne, 'members');
    await page.getByText('Ada Lovelace').click();
    await ask('Pause');
    await page.getByText('Paused').waitFor();
    await page.getByRole('button', { name: 'Revoke' }).click();
    const dialog = page.getByRole('dialog');
    const revoke = dialog.getByRole('button', { name: 'Revoke' });
    expect(await revoke.isDisabled()).to.equal(true);
    await dialog.getByRole('textbox').fill('ada lovelace');
    await revoke.click();
    await page.getByText('Revoked: it is no longer valid anywhere').waitFor();
    expect(await page.getByText('On the phone').count()).to.equal(0);
    expect((await members())[0]?.status).to.equal('revoked');
  });

  it('imports a list after a dry run, and nothing of one that is wrong', async () => {
    await openRoute(page, melbourne, 'members/import');
    const area = page.getByLabel('Or paste the rows here');
    await area.fill('name,plan,paid until\nGrace Hopper,full,2030-01-31\nNo Plan,,2030-02-30\n');
    await page.getByRole('button', { name: 'Try, without writing' }).click();
    await page.getByText(/rows? (is|are) wrong/u).waitFor();
    await page.getByText('Paid until: Write the date as 2027-03-31').waitFor();
    expect(await page.getByRole('button', { name: /^Import/u }).count()).to.equal(0);
    expect(await members()).to.have.lengthOf(1);
    await area.fill('name,plan,paid until\nGrace Hopper,full,2030-01-31\n');
    await page.getByRole('button', { name: 'Try, without writing' }).click();
    await page.getByRole('button', { name: 'Import 1 member' }).click();
    await page.getByText('1 new member.').waitFor();
    expect((await members()).map(({ name }) => name)).to.include('Grace Hopper');
    await page.getByRole('link', { name: 'Show members without a link' }).click();
    await page.getByText('Grace Hopper').click();
    await page.getByRole('heading', { level: 1, name: 'Grace Hopper' }).waitFor();
    await page.getByText('No link made yet').waitFor();
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.locator('.link-text').waitFor();
  });

  it('says how many rows of a long list it does not show', async () => {
    await openRoute(page, melbourne, 'members');
    await openRoute(page, melbourne, 'members/import');
    const rows = Array.from({ length: 502 }, (_, row) => `Member ${row},full\n`);
    await page.getByLabel('Or paste the rows here').fill(`name,plan\n${rows.join('')}`);
    await page.getByRole('button', { name: 'Try, without writing' }).click();
    await page.getByText('2 more rows are not shown.').waitFor();
  });

  it('prints a card whose code holds the visa', async () => {
    const { id } = await addMember(melbourne, 'Lin Paper', {
      ...{ isStatic: true, displayName: 'Lin' },
    });
    const path = `/api/members/${id}/static-token`;
    const { token } = await melbourne.client.get<{ readonly token: string }>(path);
    await openRoute(page, melbourne, `members/${id}/card`);
    await page.locator('.visa-card .qr').waitFor();
    const printed = await page.locator('.visa-card').textContent();
    expect(printed)
      .to.include('Lin Paper')
      .and.match(/Valid until \w+, \d+ \w+ \d{4}/u);
    const read = await readByZbar(page.locator('.visa-card .qr'), join(folder, 'card.png'));
    expect(read?.slice(0, 4)).to.equal('CV1:');
    expect(read?.length).to.equal(token.length);
  });

  it('warns before a card is made that could never give a free day', async () => {
    await page.route('**/api/status', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), publicUrl: null } });
    });
    await openRoute(page, melbourne, 'members/add');
    const warning = page.getByText('With the card there is no free day anywhere');
    expect(await warning.count()).to.equal(0);
    await page.getByLabel(/^A printed card instead of a phone/u).check();
    await warning.waitFor();
    const [card] = await melbourne.client
      .get<readonly { id: string; isStatic: boolean }[]>('/api/members')
      .then((all) => all.filter(({ isStatic }) => isStatic));
    await openRoute(page, melbourne, `members/${card?.id}/card`);
    await warning.waitFor();
    await page.unroute('**/api/status');
  });

  it('shows at once what a rule does to sample visits, and saves the offer', async () => {
    await openRoute(page, melbourne, 'settings/offer');
    const saturday = page.locator('.sample-row', { hasText: 'On Saturday at ten' });
    expect(await saturday.locator('.badge').textContent()).to.equal('Free');
    await page.getByLabel('Sat').check();
    await saturday.locator('.badge.warn', { hasText: 'Paid' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const { offer } = await melbourne.client.get<{ readonly offer: object }>('/api/profile');
    expect(offer).to.deep.equal({ blackout: { days: [{ weekday: 6 }] } });
  });

  it('admits a space that joins by the link, and refuses its members for a reason', async () => {
    await openRoute(page, melbourne, 'programme');
    await page.getByRole('button', { name: 'Show the invitation link' }).click();
    const link = (await page.locator('.link-text').textContent()) ?? '';
    const joining = await consolePage(browsers.shared(), shanghai);
    await openRoute(joining, shanghai, 'programme');
    await joining.getByLabel('Link of the programme').fill(link);
    await joining.getByRole('button', { name: 'Join', exact: true }).click();
    await joining.getByText('Applied', { exact: true }).waitFor();
    await openRoute(page, melbourne, '');
    await page.getByText('1 space asks to be admitted').waitFor();
    await page.getByRole('link', { name: 'Look' }).click();
    await ask('Endorse');
    await page.locator('.row-plain', { hasText: 'Bund Loft' }).getByText('Admitted').waitFor();
    await page.getByRole('button', { name: 'Refuse its members' }).click();
    await page.getByLabel('Reason').fill('Loud calls');
    await page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await page.getByText(/^Refused here: .Loud calls.$/u).waitFor();
    await joining.context().close();
  });

  it('seats a space that is admitted by a roster, which holds with enough votes', async () => {
    await openRoute(page, melbourne, 'programme');
    await page.getByRole('link', { name: 'Propose a change' }).click();
    await page.getByLabel('Seat the 1 space that is admitted').waitFor();
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    const row = page.locator('.row-plain', { hasText: 'Bund Loft' });
    await row.getByText('Member', { exact: true }).waitFor();
  });

  it('shows who does not answer, and calls again when asked', async () => {
    await openRoute(page, melbourne, 'network');
    const peer = page.locator('.row-plain', { hasText: shanghai.url });
    await peer.getByText('In touch').waitFor();
    await shanghai.stop();
    await peer.getByRole('button', { name: /^Call .Bund Loft. now$/u }).click();
    await peer.getByText('Failing', { exact: true }).waitFor();
    await shanghai.restart();
    await peer.getByRole('button', { name: /^Call .Bund Loft. now$/u }).click();
    await peer.getByText('In touch').waitFor();
  });

  it('pairs a device by a code that another decoder reads, and shows a token once', async () => {
    await openRoute(page, melbourne, 'settings/access');
    await page.getByLabel('Name of the device').fill('Tablet');
    await page.getByRole('button', { name: 'Make a pairing code' }).click();
    await page.locator('.qr').waitFor();
    const link = await readByZbar(page.locator('.qr'), join(folder, 'pair.png'));
    expect(link).to.match(new RegExp(`^${melbourne.url}/desk#pair\\.[0-9A-Z]{10}$`));
    const tablet = await personPage(browsers.shared(), DESKTOP);
    await tablet.goto(link ?? '');
    await tablet.getByRole('button', { name: 'Pair this device' }).click();
    await page.locator('.qr').waitFor({ state: 'detached' });
    await tablet.context().close();
    await page.getByLabel('What it is for').fill('Door');
    await page.getByRole('button', { name: 'Make a token' }).click();
    expect(await page.locator('.notice code').textContent()).to.match(/^[A-Za-z0-9_-]{20,}$/u);
    await page.reload();
    await page.getByText('Door', { exact: true }).waitFor();
    expect(await page.locator('.notice code').count()).to.equal(0);
  });

  it('shows at its field what a new PIN must be', async () => {
    await openRoute(page, melbourne, 'settings/access');
    await page.getByRole('button', { name: 'New PIN for Robin' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('PIN').fill('12');
    await dialog.getByRole('button', { name: 'New PIN' }).click();
    await dialog.locator('.field .problem').waitFor();
    expect(await dialog.getByText('That did not work').count()).to.equal(0);
    await dialog.getByLabel('PIN').fill('83512');
    await dialog.getByRole('button', { name: 'New PIN' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('leaves a programme only when its name is typed', async () => {
    await openRoute(page, melbourne, 'programme');
    await page.getByRole('button', { name: 'Leave the programme' }).click();
    const dialog = page.getByRole('dialog');
    const leave = dialog.getByRole('button', { name: 'Leave the programme' });
    expect(await leave.isDisabled()).to.equal(true);
    await dialog.getByRole('textbox').fill('Rivers Visa');
    await leave.click();
    await page.getByText('Your space has left').waitFor();
  });

  it('speaks German to a German browser', async () => {
    const german = await consolePage(browsers.shared(), shanghai, { ...PHONE, locale: 'de-DE' });
    await german.getByRole('link', { name: 'Mitglieder' }).first().click();
    await german.getByText('Noch keine Mitglieder').waitFor();
    await openRoute(german, shanghai, 'programme/start');
    await german.getByLabel('Link des Programms').fill('https://nobody.example/join#nothing');
    await german.getByRole('button', { name: 'Beitreten', exact: true }).click();
    const alert = german.getByRole('alert');
    await alert.getByText('Das ist kein Einladungslink').waitFor();
    // Its shape is right, and its ids are none: that only the node knows.
    const link = `https://nobody.example/join#${'_'.repeat(43)}.${'_'.repeat(43)}`;
    await german.getByLabel('Link des Programms').fill(link);
    await german.getByRole('button', { name: 'Beitreten', exact: true }).click();
    await alert.getByText('Einen dieser Werte kann der Knoten nicht annehmen').waitFor();
    expect(await german.getByLabel('Link des Programms').inputValue()).to.equal(link);
    expect(await seriousViolations(german)).to.deep.equal([]);
    await german.context().close();
  });
});
