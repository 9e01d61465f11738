/** The wallet's pages that are photographed: a member claims a visa, and goes on from there. */

import type { Page } from 'playwright-core';
import type { SampleNetwork, SampleSpace } from './sample.js';
import type { Shot } from './shots.js';

const at = ({ melbourne: { url } }: SampleNetwork): string => `${url}/wallet`;

async function invite({ client }: SampleSpace): Promise<string> {
  const body = { name: 'Ada Lovelace', displayName: 'Ada L.', plan: 'full-time' };
  return (await client.post<{ readonly claimLink: string }>('/api/members', body)).claimLink;
}

async function goToPart(page: Page, route: string): Promise<void> {
  const { origin, pathname } = new URL(page.url());
  await page.goto(`${origin}${pathname}#/${route}`);
}

/** The wallet with a visa, and what its home told. */
async function claim(page: Page, { melbourne }: SampleNetwork): Promise<void> {
  await page.goto(await invite(melbourne));
  await page.locator('button.large').click();
  await page.locator('.notice.good').waitFor();
  await goToPart(page, 'spaces');
  await page.locator('.badge.good').first().waitFor();
}

/** With a visa, at a part. */
function part(route: (network: SampleNetwork) => string): NonNullable<Shot['act']> {
  return async (page, network) => {
    await claim(page, network);
    await goToPart(page, route(network));
  };
}

async function showCode(page: Page, network: SampleNetwork): Promise<void> {
  await claim(page, network);
  await goToPart(page, '');
  await page.locator('.visa .button.large').click();
}

async function checkIn(page: Page, network: SampleNetwork): Promise<void> {
  const { client, url, id } = network.shanghai;
  await client.post('/api/desk/settings', { selfCheckIn: true });
  const wifi = { ssid: 'Bund', password: 'huangpu-1902', hidden: false };
  await client.post('/api/welcome', { wifi, note: 'Tea is on the second floor.' });
  const { venues } = await client.get<{ readonly venues: readonly { readonly id: string }[] }>(
    '/api/profile',
  );
  await part(() => 'here')(page, network);
  await page.locator('form input').fill(`${url}/here#${id}.${venues[0]?.id ?? ''}`);
  await page.locator('form button').click();
  await page.locator('button.large').click();
}

/** All of them, in the order of a member's day. */
export const WALLET_SHOTS: readonly Shot[] = [
  {
    name: 'wallet-claim',
    title: 'Wallet: an invitation, in French',
    at,
    locale: 'fr-FR',
    act: async (page, { melbourne }) => void (await page.goto(await invite(melbourne))),
    until: 'button.large',
  },
  {
    name: 'wallet',
    title: 'Wallet: the visa',
    at,
    act: part(() => ''),
    until: '.visa',
    isDarkToo: true,
  },
  {
    name: 'wallet-code',
    title: 'Wallet: the code that a desk scans',
    at,
    act: showCode,
    until: '.code-panel svg.qr',
    isDarkToo: true,
  },
  {
    name: 'wallet-spaces',
    title: 'Wallet: the spaces, with the free days that are left',
    at,
    act: part(() => 'spaces'),
    until: '.map-label',
  },
  {
    name: 'wallet-space',
    title: 'Wallet: may I go there on that day? In German',
    at,
    locale: 'de-DE',
    act: part(({ berlin: { id } }) => `spaces/${id}`),
    until: '.verdict-word',
  },
  {
    name: 'wallet-checked-in',
    title: 'Wallet: checked in at an unstaffed door',
    at,
    act: checkIn,
    until: '.checked-in',
  },
  {
    name: 'wallet-manage',
    title: 'Wallet: a new phone, a new number, one’s own data, in Spanish',
    at,
    locale: 'es-ES',
    act: async (page, network) => {
      await part(() => '')(page, network);
      await page.locator('.visa .button.quiet').click();
    },
    until: '.facts',
  },
];
