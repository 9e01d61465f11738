/** Chapter 10: a space closes, a node falls silent, an idle one only beats. */

import type { Listing } from '@covisa/protocol';
import type { Json } from '#node/cli/client.js';
import { checkToken, refusalOf, show } from './people.js';
import type { Space } from './space.js';
import { type Story, settleMembers } from './story.js';

/** Sydney closes, Berlin falls silent, Lisbon has nothing to do. */
export async function fallSilent(story: Story): Promise<void> {
  story.report.chapter(10, 'A space closes; a node falls silent; an idle one stays listed');
  await close(story);
  await silence(story);
}

/** The names that a public directory shows, with their states. */
async function directoryAt(space: Space): Promise<Readonly<Record<string, string>>> {
  const all = await space.client.get<readonly Json<Listing>[]>('/covisa/v1/directory');
  return Object.fromEntries(all.map((one) => [one.name ?? one.space, one.status]));
}

async function close(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  const { melbourne, shanghai, berlin, lisbon, sydney } = spaces;
  await settleMembers(story);
  const others = [melbourne, shanghai, berlin, lisbon];
  const before = await Promise.all(others.map(directoryAt));
  const listed = before.map((one) => one.Sydney);
  report.step('Sydney is in everybody’s directory', Array(4).fill('listed'), listed);
  await sydney.command('close', '--yes');
  report.say('Sydney closes.');
  await network.exchange(others);
  const after = await Promise.all(others.map(directoryAt));
  const shown = after.filter((one) => 'Sydney' in one).length;
  report.step('after one exchange it is in nobody’s', 0, shown);
  const own = await melbourne.client.get<readonly Json<Listing>[]>('/api/directory');
  const state = own.find((one) => one.space === sydney.id)?.status;
  report.step('Melbourne’s owner sees why', 'closed', state);
  const code = await refusalOf(checkToken(shanghai, show(network, people.sam)));
  report.step('its members’ visas are refused', 'SPACE_CLOSED', code);
}

async function silence(story: Story): Promise<void> {
  const { report, network, spaces } = story;
  const { melbourne, shanghai, berlin, lisbon, sydney } = spaces;
  const alive = [melbourne, shanghai, lisbon];
  await network.settle(alive);
  await berlin.end();
  const { logSize } = await lisbon.status();
  report.say('Berlin is stopped. Lisbon has no visits, and only beats.');
  for (const [days, state] of [
    [4, 'quiet'],
    [14, undefined],
  ] as const) {
    await network.advanceDays(days === 4 ? 4 : 10);
    await network.settle(alive);
    const seen = await Promise.all(alive.map(directoryAt));
    const berlins = seen.map((one) => one.Berlin ?? null);
    const what = state ?? 'unlisted';
    report.step(`after ${days} days Berlin is ${what}`, Array(3).fill(state ?? null), berlins);
    const idle = seen.map((one) => one.Lisbon);
    report.step(`after ${days} days Lisbon is listed`, Array(3).fill('listed'), idle);
  }
  const { logSize: size } = await lisbon.status();
  report.step('Lisbon wrote no entry all the while', logSize, size);
  const own = await melbourne.client.get<readonly Json<Listing>[]>('/api/directory');
  const states = own.filter(({ space }) => space === berlin.id || space === sydney.id);
  report.step(
    'owners still see both',
    { closed: 1, unlisted: 1 },
    Object.fromEntries(states.map((one) => [one.status, 1])),
  );
}
