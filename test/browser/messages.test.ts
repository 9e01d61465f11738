/** Messages between owners in two consoles, and who is expected by them at the desk. */

import { addDays, type CalendarDate, parseCalendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from './support/chromium.js';
import { consolePage, OWNER_PASSWORD, openRoute } from './support/console.js';
import { describeInBrowser } from './support/in-browser.js';
import { seriousViolations, sidewaysPixels } from './support/looks.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';

/** What the parts of a page show beyond their own edges, in their own words. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('header a, main button, main a, main .badge, main label')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .filter((one) => getComputedStyle(one).display !== 'inline')
      .map((one) => one.textContent ?? ''),
  );
}

describeInBrowser('Messages', (browsers) => {
  const network = new TestNetwork();
  let melbourne: TestSpace;
  let shanghai: TestSpace;
  /** The consoles of both owners. */
  let mine: Page;
  let theirs: Page;
  /** In Shanghai. */
  let today: CalendarDate;
  before(async () => {
    melbourne = await network.start(MELBOURNE);
    shanghai = await network.start(SHANGHAI);
    await network.found('Rivers Visa', [melbourne, shanghai]);
    await addMember(melbourne, 'Ada Lovelace', { displayName: 'Ada L.' });
    mine = await consolePage(browsers.shared(), melbourne, DESKTOP);
    theirs = await consolePage(browsers.shared(), shanghai, DESKTOP);
    const { date } = await shanghai.client.get<{ readonly date: string }>('/api/desk');
    today = parseCalendarDate(date);
  });
  after(() => network.end());

  const message = (page: Page, text: string) => page.locator('.message', { hasText: text });
  const toShanghai = (kind = ''): Promise<void> =>
    openRoute(mine, melbourne, `messages/${shanghai.id}${kind}`);
  const send = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Send', exact: true }).click();

  it('tell what they are for before there is any, and with whom they can pass', async () => {
    await openRoute(mine, melbourne, 'messages');
    await mine.getByText('No messages yet').waitFor();
    await mine.getByText('announce a member who plans to come').waitFor();
    await mine.getByRole('link', { name: 'Bund Loft' }).click();
    await mine.getByRole('heading', { level: 1, name: 'Bund Loft' }).waitFor();
    await mine.getByText('Nothing has been written yet.').waitFor();
  });

  it('say what is missing in an introduction, and name the member only with consent', async () => {
    await toShanghai('/introduction');
    await send(mine);
    await mine.getByText('Choose the first day.').waitFor();
    const first = mine.getByLabel('First day');
    expect(await first.getAttribute('aria-invalid')).to.equal('true');
    await first.fill(today);
    await mine.getByLabel('Last day').fill(addDays(today, 2));
    await mine.getByLabel('What they need').fill('A desk by a window.\nNo stairs.');
    await mine.getByLabel('Say who comes').check();
    await mine.getByLabel('Member', { exact: true }).selectOption({ label: 'Ada Lovelace' });
    await send(mine);
    await message(mine, 'No stairs.')
      .getByText(/^Delivered, /u)
      .waitFor();
    expect(await mine.getByLabel('What they need').inputValue()).to.equal('');
    const [held] = await shanghai.client.get<readonly { readonly content: object }[]>(
      `/api/messages/${melbourne.id}`,
    );
    expect(held?.content).to.deep.equal({
      ...{ kind: 'introduction', first: today, last: addDays(today, 2), people: 1 },
      ...{ needs: 'A desk by a window.\nNo stairs.', displayName: 'Ada L.' },
    });
  });

  it('are counted beside their section until they are read', async () => {
    await openRoute(theirs, shanghai, '');
    await theirs.reload();
    await theirs.getByText('1 new message', { exact: true }).waitFor();
    const count = theirs.locator('.console-tabs').getByText('1 unread message');
    await count.waitFor({ state: 'attached' });
    await theirs.getByRole('link', { name: 'Messages' }).click();
    await theirs.locator('.row-link', { hasText: '1 new' }).click();
    await message(theirs, 'Ada L.').getByText('New', { exact: true }).waitFor();
    await count.waitFor({ state: 'detached' });
    const [thread] = await shanghai.client.get<readonly { unread: number }[]>('/api/messages');
    expect(thread?.unread).to.equal(0);
  });

  it('answer an introduction, with a text where one has to be noted', async () => {
    const introduction = message(theirs, 'Ada L.').last();
    await introduction.getByText('Not answered yet').waitFor();
    await introduction.getByRole('button', { name: 'Answer' }).click();
    const focused = await theirs.evaluate(() => document.activeElement?.getAttribute('type'));
    expect(focused).to.equal('radio');
    await introduction.getByRole('button', { name: 'Cancel' }).click();
    expect(await theirs.evaluate(() => document.activeElement?.textContent)).to.equal('Answer');
    await theirs.keyboard.press('Enter');
    await introduction.getByRole('button', { name: 'Send the answer' }).click();
    await introduction.getByText('Choose an answer.').waitFor();
    await introduction.getByLabel('Please note').check();
    await introduction.getByRole('button', { name: 'Send the answer' }).click();
    await introduction.getByText('Write what you want to say.').waitFor();
    await introduction.getByLabel('Text').fill('Ring at the side door.');
    await introduction.getByRole('button', { name: 'Send the answer' }).click();
    await introduction.getByText('Your answer: Please note').waitFor();
    await mine.reload();
    await message(mine, 'Ring at the side door.').getByText('Answers: Introduction, ').waitFor();
    await message(mine, 'No stairs.').getByText('Their answer: Please note').waitFor();
  });

  it('show at the desk who is expected today and from tomorrow, with the answer', async () => {
    const [day, last] = [addDays(today, 1), addDays(today, 4)];
    const content = { kind: 'introduction', first: day, last, people: 3 };
    await melbourne.client.post('/api/messages', { to: shanghai.id, content });
    await theirs.goto(`${shanghai.url}/desk`);
    const expected = theirs.locator('.expected', { hasText: 'Expected today' });
    await expected.getByText('Answered: please note').waitFor();
    for (const text of ['Ada L.', 'Yarra Works', 'A desk by a window.', '1 person']) {
      await expected.getByText(text).waitFor();
    }
    const tomorrow = theirs.locator('.expected', { hasText: 'Expected from tomorrow' });
    await tomorrow.getByText('3 people').waitFor();
    await tomorrow.getByText('Member without a name').waitFor();
    await tomorrow.getByText('Not answered yet').waitFor();
    expect(await theirs.locator('.expected li').count()).to.equal(2);
    expect(await seriousViolations(theirs)).to.deep.equal([]);
  });

  it('keep what was typed when the node does not take it, and when the session ends', async () => {
    await toShanghai();
    const text = mine.getByLabel('Text');
    await text.fill('We have a new printer.');
    await mine.route('**/api/messages', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await send(mine);
    await mine.getByRole('alert').getByText('The node does not answer').waitFor();
    expect(await text.inputValue()).to.equal('We have a new printer.');
    await mine.unroute('**/api/messages');
    await mine.getByRole('link', { name: 'Incident', exact: true }).click();
    await mine.getByLabel('Day').waitFor();
    await melbourne.client.post('/api/password', { next: OWNER_PASSWORD });
    await send(mine);
    await mine.getByLabel('Text').fill('Somebody took the wrong umbrella.');
    await send(mine);
    await mine.locator('input[type=password]').fill(OWNER_PASSWORD);
    await mine.getByRole('button', { name: 'Sign in' }).click();
    await mine.getByLabel('Day').waitFor();
    expect(await text.inputValue()).to.equal('Somebody took the wrong umbrella.');
    await send(mine);
    await message(mine, 'umbrella')
      .getByText(/^Delivered, /u)
      .waitFor();
    await mine.getByRole('link', { name: 'Note', exact: true }).click();
    expect(await text.inputValue()).to.equal('We have a new printer.');
    await send(mine);
    await message(mine, 'printer')
      .getByText(/^Delivered, /u)
      .waitFor();
  });

  it('say how it goes while the other node is away, and arrive when it is back', async () => {
    await shanghai.stop();
    await toShanghai();
    await mine.getByLabel('Text').fill('Are you there?');
    await send(mine);
    const sent = message(mine, 'Are you there?');
    await sent.getByText(/^Not delivered yet, tried .+ Their node does not answer\.$/u).waitFor();
    await openRoute(mine, melbourne, 'messages');
    await mine.getByText('1 not delivered yet').waitFor();
    await mine.route('**/api/peers', async (route) => {
      const peers: readonly object[] = await (await route.fetch()).json();
      await route.fulfill({ json: peers.map((peer) => ({ ...peer, address: null })) });
    });
    await mine.reload();
    await toShanghai();
    await sent.getByText(/^Waits until they collect it/u).waitFor();
    await mine.unroute('**/api/peers');
    await shanghai.restart();
    await sent.getByText(/^Delivered, /u).waitFor();
  });

  it('go to all spaces of a programme at once', async () => {
    await openRoute(mine, melbourne, 'messages/notice');
    await mine.getByText('It goes to 1 space.').waitFor();
    await mine.getByLabel('Text').fill('Closed on 1 January.');
    await mine.getByRole('button', { name: 'Send to all' }).click();
    await mine.getByText('On its way to 1 space.').waitFor();
    await openRoute(theirs, shanghai, `messages/${melbourne.id}`);
    await message(theirs, 'Closed on 1 January.').getByText('Notice to all').waitFor();
  });

  it('are shown as they were written, whatever stands in them', async () => {
    const text = `<img src=x onerror=alert(1)>${'x'.repeat(200)}\n\u05d0\u05d1\u05d2`;
    const note = { to: shanghai.id, content: { kind: 'note', text } };
    await melbourne.client.post('/api/messages', note);
    await theirs.reload();
    await message(theirs, '<img').waitFor();
    expect(await message(theirs, '<img').locator('.message-text').textContent()).to.equal(text);
    expect(await theirs.locator('main img').count()).to.equal(0);
    expect(await sidewaysPixels(theirs)).to.equal(0);
  });

  it('are erased here when the owner says so, twice', async () => {
    await message(theirs, '<img').getByRole('button', { name: 'Erase' }).click();
    await theirs.getByRole('dialog').getByText('The other space keeps its own copy').waitFor();
    await theirs.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    await message(theirs, '<img').waitFor({ state: 'detached' });
  });

  it('are refused of a space, whose owner is told, and taken again', async () => {
    await theirs.getByRole('button', { name: 'Take no messages from this space' }).click();
    const dialog = theirs.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take no messages' }).click();
    await theirs.getByText('You take no messages from this space.').waitFor();
    await toShanghai();
    await mine.getByLabel('Text').fill('Hello?');
    await send(mine);
    await message(mine, 'Hello?').getByText('They take no messages of your space.').waitFor();
    await theirs.getByRole('button', { name: 'Take messages again' }).click();
    await theirs.getByText('You take no messages from this space.').waitFor({ state: 'detached' });
  });

  it('are looked for only as long as somebody is there, so that a session ends', async () => {
    const page = await consolePage(browsers.shared(), melbourne, DESKTOP);
    await page.clock.install();
    await openRoute(page, melbourne, 'settings/space');
    await page.reload();
    await page.locator('.console-tabs').waitFor();
    // The page may still load its parts.
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.clock.runFor('14:00');
    expect(asked.filter((path) => path === '/api/status').length).to.be.greaterThan(20);
    await page.clock.runFor('02:00');
    asked.length = 0;
    await page.clock.runFor('59:00');
    expect(asked).to.deep.equal([]);
    await page.keyboard.press('Tab');
    await page.clock.runFor('00:31');
    expect(asked).to.deep.equal(['/api/status']);
    await page.context().close();
  });

  for (const options of [PHONE, DESKTOP]) {
    it(`fit in German on ${options.viewport?.width} px, and axe minds nothing`, async () => {
      const page = await consolePage(browsers.shared(), melbourne, { ...options, locale: 'de-DE' });
      const content = { kind: 'introduction', first: today, last: today, people: 2 };
      await shanghai.client.post('/api/messages', { to: melbourne.id, content });
      const count = page.locator('.unread-count');
      for (const route of [
        '',
        'notice',
        `${shanghai.id}/introduction`,
        `${shanghai.id}/incident`,
      ]) {
        await openRoute(page, melbourne, `messages/${route}`);
        await page.reload();
        await page.waitForFunction(() => document.querySelector('.spinner') === null);
        if (route === '') await count.waitFor();
        expect(await cutTexts(page), route).to.deep.equal([]);
        expect(await sidewaysPixels(page), route).to.equal(0);
        expect(await seriousViolations(page), route).to.deep.equal([]);
      }
      await page.context().close();
    });
  }
});
