/** Chapter 3: a Sydney member works in Melbourne, and the reverse. */

import { checkIn, checkToken, outcomeOf, refusalOf, show, visitsAtHome } from './people.js';
import { type Story, settleMembers } from './story.js';

const FIRST_DAY = { outcome: 'free', reason: 'FREE_DAY', leftHere: 1, leftInProgramme: 4 };

/** Sam in Melbourne, Max in Sydney. */
export async function workBothWays(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  report.chapter(3, 'A Sydney member works in Melbourne, and the reverse');
  const there = await checkIn(network, people.sam, spaces.melbourne);
  report.step('Sam of Sydney is free in Melbourne', FIRST_DAY, outcomeOf(there.check));
  const back = await checkIn(network, people.max, spaces.sydney);
  report.step('Max of Melbourne is free in Sydney', FIRST_DAY, outcomeOf(back.check));
  await settleMembers(story);
  const sam = await visitsAtHome(people.sam);
  report.step('Sydney knows where Sam was', ['Melbourne 2030-03-07 free'], sam);
  const max = await visitsAtHome(people.max);
  report.step('Melbourne knows where Max was', ['Sydney 2030-03-07 free'], max);
  const own = show(network, people.sam);
  const code = await refusalOf(checkToken(spaces.sydney, own));
  report.step('at home Sam needs no visa, and is told so', 'OWN_MEMBER', code);
}
