/** Every part of the console, on a phone and on a desktop: axe, the policy, and narrow screens. */

import { expect } from 'chai';
import { complaints, DESKTOP, PHONE } from './support/chromium.js';
import { consolePage, openRoute } from './support/console.js';
import { describeInBrowser } from './support/in-browser.js';
import { seriousViolations, sidewaysPixels } from './support/looks.js';
import { MELBOURNE, TestNetwork, type TestSpace } from './support/network.js';

const ROUTES = [
  ...['', 'members', 'members/add', 'members/import', 'visits', 'visits/desk', 'visits/double'],
  ...['messages', 'messages/notice'],
  ...['network', 'programme', 'programme/start', 'settings/space', 'settings/venues/main'],
  ...['settings/offer', 'settings/desk', 'settings/access', 'settings/posters/main'],
  'settings/keys',
  'settings/node',
];

describeInBrowser('Every part of the console', (browsers) => {
  const network = new TestNetwork();
  let melbourne: TestSpace;
  before(async () => {
    melbourne = await network.start(MELBOURNE);
    await network.found('Rivers Visa', [melbourne]);
  });
  after(() => network.end());

  for (const size of [DESKTOP, PHONE]) {
    it(`is nothing that axe or a narrow screen minds, ${size.viewport?.width} px`, async () => {
      const looked = await consolePage(browsers.shared(), melbourne, size);
      const heard = complaints(looked);
      for (const route of ROUTES) {
        await openRoute(looked, melbourne, route);
        await looked.waitForFunction(() => document.querySelector('.spinner') === null);
        expect(await seriousViolations(looked), route).to.deep.equal([]);
        expect(await sidewaysPixels(looked), route).to.equal(0);
      }
      expect(heard).to.deep.equal([]);
      await looked.context().close();
    });
  }
});
