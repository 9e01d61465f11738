/** Sessions in a real browser: what it sends along, and what another page can make of that. */

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { personPage } from './support/chromium.js';
import { describeInBrowser } from './support/in-browser.js';
import { MELBOURNE, TestNetwork, type TestSpace } from './support/network.js';

const PASSWORD = 'correct horse';
/** Another port of the same machine is another origin, and yet the same site to cookies. */
const ELSEWHERE = ['http://127.0.0.1:1/', 'http://evil.example/'] as const;

/** Posts JSON from the page that is open, as its own scripts do. */
function post(page: Page, path: string, body: object): Promise<number> {
  return page.evaluate(
    async ([to, document]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(to, { method: 'POST', headers, body: document });
      return response.status;
    },
    [path, JSON.stringify(body)] as const,
  );
}

/** Tries to post to `url` from the page that is open, in every way that a foreign page has. */
async function forge(page: Page, url: string, body: object): Promise<void> {
  await page.evaluate(
    async ([to, document]) => {
      const request = { method: 'POST', body: document, credentials: 'include' } as const;
      const json = { ...request, headers: { 'content-type': 'application/json' } };
      await fetch(to, { ...request, mode: 'no-cors' }).catch(() => undefined);
      await fetch(to, json).catch(() => undefined);
      navigator.sendBeacon(to, document);
    },
    [url, JSON.stringify(body)] as const,
  );
  await page.setContent(`<form method="post" enctype="text/plain" action="${url}"></form>`);
  await page.evaluate(() => document.querySelector('form')?.submit());
  await page.waitForURL(url);
}

describeInBrowser('Sessions in a browser', (browsers) => {
  const network = new TestNetwork();
  let space: TestSpace;
  before(async () => {
    space = await network.start(MELBOURNE);
    await space.client.post('/api/password', { next: PASSWORD });
  });
  after(() => network.end());

  /** Adds somebody, if whoever asks may. */
  const person = (name: string): object => ({ name, pin: '4711' });
  const people = async (): Promise<readonly string[]> => {
    const all = await space.client.get<readonly { readonly name: string }[]>('/api/people');
    return all.map(({ name }) => name);
  };

  it('serve the pages of the node, and no page elsewhere', async () => {
    const page = await personPage(browsers.shared());
    await page.goto(`${space.url}/console`);
    expect(await post(page, '/api/people', person('Nobody'))).to.equal(401);
    expect(await post(page, '/api/session', { password: PASSWORD })).to.equal(200);
    expect(await page.evaluate(() => document.cookie)).to.equal('');
    expect(await post(page, '/api/people', person('Ada'))).to.equal(201);
    for (const origin of ELSEWHERE) {
      await page.route(origin, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }),
      );
      await page.goto(origin);
      await forge(page, `${space.url}/api/people`, person('Mallory'));
    }
    expect(await people()).to.deep.equal(['Ada']);
    await page.goto(`${space.url}/console`);
    expect(await post(page, '/api/people', person('Bob'))).to.equal(201);
    await page.context().close();
  });
});
