/**
 * Chapter 6: two hosts that are cut off each give the last free day; the home and both hosts see
 * it afterwards.
 */

import type { Json } from '#node/cli/client.js';
import type { DoubleVisit } from '#node/engine/services.js';
import { check, checkIn, entriesOf, outcomeOf, usedOf } from './people.js';
import type { Space } from './space.js';
import { nextDay, type Story, settleMembers } from './story.js';

/** Noor's last free day, twice. */
export async function giveTheLastDayTwice(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  report.chapter(6, 'Two hosts that are cut off each give the last free day');
  for (const host of [spaces.sydney, spaces.sydney, spaces.shanghai, spaces.berlin]) {
    await nextDay(story);
    await checkIn(network, people.noor, host);
  }
  await nextDay(story);
  await settleMembers(story);
  network.cut();
  report.say('The network is down: no node reaches any other.');
  for (const host of [spaces.shanghai, spaces.berlin]) await lastDay(story, host);
  network.heal();
  await settleMembers(story);
  report.say('The network is up again.');
  await seenByThree(story);
  await noiseToOthers(story);
}

async function lastDay({ report, network, people }: Story, host: Space): Promise<void> {
  const { check: judged } = await checkIn(network, people.noor, host);
  const expected = { outcome: 'free', reason: 'FREE_DAY', leftHere: 0, leftInProgramme: 0 };
  report.step(`${host.name} gives Noor her last free day`, expected, outcomeOf(judged));
  report.step(`${host.name} could not ask the home`, 'unreachable', judged.grant);
}

function doublesAt(space: Space): Promise<readonly Json<DoubleVisit>[]> {
  return space.client.get('/api/double-visits');
}

async function seenByThree({ report, spaces, people }: Story): Promise<void> {
  const { melbourne, shanghai, berlin } = spaces;
  const names = new Map<string, string>([
    [shanghai.id, 'Shanghai'],
    [berlin.id, 'Berlin'],
  ]);
  for (const [space, side, member] of [
    [melbourne, 'home', people.noor.memberId],
    [shanghai, 'host', null],
    [berlin, 'host', null],
  ] as const) {
    const seen = (await doublesAt(space)).map((one) => ({
      side: one.side,
      member: one.member,
      hosts: one.hosts.map(({ host, date }) => `${names.get(host)} ${date}`).sort(),
    }));
    report.step(
      `${space.name} lists the double visit`,
      [{ side, member, hosts: ['Berlin 2030-03-19', 'Shanghai 2030-03-19'] }],
      seen,
    );
  }
}

/** Lisbon never saw Noor: it holds both stamps, and cannot tell whose they are. */
async function noiseToOthers({ report, network, spaces, people }: Story): Promise<void> {
  const { lisbon, shanghai, berlin } = spaces;
  const logs = await Promise.all(
    [shanghai, berlin].map((host) => entriesOf(lisbon.client, host.id)),
  );
  const markers = logs.map((log) => log.findLast(({ entry }) => entry.type === 'stamp'));
  const [one, other] = markers.map((found) => found?.entry.marker);
  report.step(
    'Lisbon holds both stamps, under one marker',
    true,
    one === other && one !== undefined,
  );
  report.step('to Lisbon, which never saw Noor, they are noise', [], await doublesAt(lisbon));
  const later = await check(network, people.noor, spaces.lisbon);
  report.step(
    'no visit is rolled back: shown the visa, Lisbon counts six of five, and says paid',
    { reason: 'ALLOWANCE_PROGRAMME_USED', used: 6, limit: 5 },
    usedOf(later),
  );
}
