/**
 * The desk's pictures. Verdicts come from the practice: its members are samples, its rules are
 * real.
 */

import type { Page } from 'playwright-core';
import type { SampleNetwork } from './sample.js';
import type { Shot } from './shots.js';

const desk =
  (part = '') =>
  ({ shanghai: { url } }: SampleNetwork) =>
    `${url}/desk#/${part}`;

/** A sample member comes in at the practice. */
function comesIn(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('button', { name: `Comes in: ${name}` }).click();
    await page.locator('#arrival-title').waitFor();
  };
}

async function isTaken(page: Page): Promise<void> {
  await comesIn('Amara')(page);
  await page.getByRole('button', { name: 'Stamp free day' }).click();
}

/** The desk's shots, in the order of the index. */
export const DESK_SHOTS: readonly Shot[] = [
  { name: 'desk-sign-in', title: 'Desk: signing in', at: desk(), until: 'main h1, main h2' },
  { name: 'desk', title: 'Desk: the day', at: desk(), as: 'owner', until: '.desk-parts' },
  {
    name: 'desk-free',
    title: 'Desk: a free day',
    at: desk('practice'),
    as: 'owner',
    act: comesIn('Amara'),
    until: '#arrival-title',
    isDarkToo: true,
  },
  {
    name: 'desk-paid',
    title: 'Desk: a paid day',
    at: desk('practice'),
    as: 'owner',
    act: comesIn('Chiara'),
    until: '#arrival-title',
  },
  {
    name: 'desk-refuse',
    title: 'Desk: a member who is not taken',
    at: desk('practice'),
    as: 'owner',
    act: comesIn('Hiro'),
    until: '#arrival-title',
  },
  {
    name: 'desk-welcome',
    title: 'Desk: the welcome, to show to the member',
    at: desk('practice'),
    as: 'owner',
    act: isTaken,
    until: 'text=Recorded: a free day.',
  },
  {
    name: 'desk-practice',
    title: 'Desk: practice for new staff',
    at: desk('practice'),
    as: 'owner',
    until: 'text=Practice: nothing is sent or recorded.',
  },
];
