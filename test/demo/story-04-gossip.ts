/**
 * Chapter 4: a host that never saw the member counts from gossip alone, and a new phone changes
 * nothing.
 */

import { changePhone, check, checkIn, outcomeOf, refusalOf, stamp, usedOf } from './people.js';
import { nextDay, type Story, settleMembers } from './story.js';

/** Mia's sixth day, in Lisbon. */
export async function countFromGossip(story: Story): Promise<void> {
  const { report, network, spaces } = story;
  const { shanghai, berlin, sydney } = spaces;
  report.chapter(4, 'A host that never saw the member counts from gossip alone');
  await spendFiveDays(story);
  await network.advanceDays(1);
  await settleMembers(story);
  await Promise.all([shanghai, berlin, sydney].map((space) => space.end()));
  report.say('Shanghai, Berlin and Sydney are stopped.');
  await sixthDay(story);
  await network.start(shanghai, berlin, sydney);
  await settleMembers(story);
}

async function spendFiveDays(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  const travels = [
    { host: spaces.berlin, leftHere: 1, leftInProgramme: 2 },
    { host: spaces.berlin, leftHere: 0, leftInProgramme: 1 },
    { host: spaces.sydney, leftHere: 1, leftInProgramme: 0 },
  ];
  for (const { host, ...left } of travels) {
    await nextDay(story);
    const { check } = await checkIn(network, people.mia, host);
    const expected = { outcome: 'free', reason: 'FREE_DAY', ...left };
    const name = `a free day for Mia in ${host.name}; ${left.leftInProgramme} left`;
    report.step(name, expected, outcomeOf(check));
  }
}

async function sixthDay({ report, network, spaces, people }: Story): Promise<void> {
  const { lisbon } = spaces;
  const old = people.mia;
  const local = await check(network, old, lisbon);
  const usedUp = { reason: 'ALLOWANCE_PROGRAMME_USED', used: 5, limit: 5 };
  report.step(
    'Lisbon, which never saw Mia and asks nobody, answers paid to her sixth day',
    { outcome: 'paid', reason: 'ALLOWANCE_PROGRAMME_USED', leftHere: 2, leftInProgramme: 0 },
    outcomeOf(local),
  );
  report.step('it counts five of five', usedUp, usedOf(local));
  people.mia = await changePhone(old);
  await network.exchange([lisbon]);
  const fresh = await check(network, people.mia, lisbon);
  report.step('with a new phone the count is the same', usedUp, usedOf(fresh));
  const refused = await refusalOf(check(network, old, lisbon));
  report.step('the old phone’s visa is dead', 'VISA_REVOKED', refused);
  const visit = await stamp(lisbon, fresh);
  report.step('the paid day is stamped', 'paid 2030-03-11', `${visit.kind} ${visit.date}`);
}
