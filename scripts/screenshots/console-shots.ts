/** The console and first set-up as they are photographed. */

import type { Page } from 'playwright-core';
import type { SampleNetwork } from './sample.js';
import type { Shot } from './shots.js';

const consoleAt = (route: string) => (network: SampleNetwork) =>
  `${network.melbourne.url}/console#/${route}`;

/** Goes to the step of set-up after the one that is shown. */
async function next(page: Page): Promise<void> {
  await page.locator('main .row.apart .button.large').click();
}

export const CONSOLE_SHOTS: readonly Shot[] = [
  {
    name: 'set-up',
    title: 'First run: what comes, and that it costs nothing',
    at: ({ setUpLink }) => setUpLink,
    until: 'main h1',
  },
  {
    name: 'set-up-place',
    title: 'First run: the space, picked on a map',
    at: ({ setUpLink }) => setUpLink,
    until: '.map-drawing',
    async act(page) {
      await next(page);
      await page.getByLabel('Name of the space').fill('Kiez Werkraum');
      await page.getByLabel('Street and town').fill('Weserstr. 1, Berlin');
    },
  },
  {
    name: 'set-up-recovery',
    title: 'First run: the recovery key, shown once',
    at: ({ setUpLink }) => setUpLink,
    until: '.recovery-words',
    async act(page) {
      await next(page);
      await page.getByLabel('Name of the space').fill('Kiez Werkraum');
      for (let step = 0; step < 3; step++) await next(page);
    },
  },
  {
    name: 'console-sign-in',
    title: 'Console: signing in',
    at: consoleAt(''),
    until: 'main form',
  },
  {
    name: 'console',
    title: 'Console: what waits, and today in numbers',
    at: consoleAt(''),
    as: 'owner',
    until: '.figure-card',
    isDarkToo: true,
  },
  {
    name: 'console-members',
    title: 'Console: members',
    at: consoleAt('members'),
    as: 'owner',
    until: '.row-link',
  },
  {
    name: 'console-visits',
    title: 'Console: days given and received',
    at: consoleAt('visits'),
    as: 'owner',
    until: '.chart canvas',
    isDarkToo: true,
  },
  {
    name: 'console-messages',
    title: 'Console: messages between owners',
    at: ({ melbourne, shanghai }) => `${melbourne.url}/console#/messages/${shanghai.id}`,
    as: 'owner',
    until: '.message',
  },
  {
    name: 'console-network',
    title: 'Console: spaces, and how it goes with their nodes',
    at: consoleAt('network'),
    as: 'owner',
    until: '.map-label',
  },
  {
    name: 'console-programme',
    title: 'Console: programme, in German',
    at: consoleAt('programme'),
    as: 'owner',
    locale: 'de-DE',
    until: 'article .rows',
  },
  {
    name: 'console-offer',
    title: 'Console: the own offer, and what it does to sample visits',
    at: consoleAt('settings/offer'),
    as: 'owner',
    until: '.sample-row',
  },
  {
    name: 'console-poster',
    title: 'Console: the poster for the door',
    at: consoleAt('settings/posters/main'),
    as: 'owner',
    until: '.poster .qr',
  },
];
