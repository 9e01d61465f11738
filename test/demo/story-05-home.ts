/**
 * Chapter 5: with the home stopped the desk still answers; with it running the limit is exact to
 * the day.
 */

import { utcDate } from '@covisa/protocol';
import { ask, check, checkIn, outcomeOf, show, stamp, usedOf } from './people.js';
import { nextDay, type Story, settleMembers } from './story.js';

const DAY_SECONDS = 86_400;

/** Max in Shanghai without his home, then at two desks at the same instant with it. */
export async function askTheHome(story: Story): Promise<void> {
  story.report.chapter(5, 'The desk answers without the home, and exactly with it');
  await withoutHome(story);
  await spendTwoMore(story);
  await atTheSameInstant(story);
}

/** Lines of a table that begin with these words; of an instant the date only. */
function linesOf(text: string, beginnings: readonly string[]): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '));
  return lines
    .filter((line) => beginnings.some((words) => line.startsWith(words)))
    .map((line) => line.replace(/(\d{4}-\d\d-\d\d)[ T].*$/, '$1'));
}

async function withoutHome(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  const { melbourne, shanghai } = spaces;
  await melbourne.end();
  report.say('Melbourne is stopped.');
  const text = await shanghai.text('check', show(network, people.max, { host: shanghai }));
  report.step(
    'Shanghai’s desk still answers, and says up to when usage is known',
    ['usage known up to 2030-03-11', 'grant home space not in reach: judged here alone'],
    linesOf(text, ['usage known up to', 'grant']),
  );
  const { check: judged, visit } = await checkIn(network, people.max, shanghai);
  report.step(
    'Max’s day is free',
    { outcome: 'free', reason: 'FREE_DAY', leftHere: 1, leftInProgramme: 3 },
    outcomeOf(judged),
  );
  report.step('it has asked the home in vain', 'unreachable', judged.grant);
  const { level, knownUpTo } = judged.verdict.sureness;
  const age = network.now() - knownUpTo;
  report.step(
    'usage is known up to some instant of today',
    { level: 'home-unreachable', date: '2030-03-11', isRecent: true },
    { level, date: utcDate(knownUpTo), isRecent: age >= 0 && age < DAY_SECONDS },
  );
  report.step('the stamp is in Shanghai’s log', true, visit.published);
  await network.start(melbourne);
  await settleMembers(story);
  report.say('Melbourne runs again.');
}

async function spendTwoMore(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  for (const [host, left] of [
    [spaces.shanghai, 2],
    [spaces.berlin, 1],
  ] as const) {
    await nextDay(story);
    const { check: judged } = await checkIn(network, people.max, host);
    const { outcome, left: rest } = judged.verdict;
    const name = `with the home running Max’s day in ${host.name} is granted; ${left} left`;
    const actual = { grant: judged.grant, outcome, left: rest.perProgramme?.after };
    report.step(name, { grant: 'had', outcome: 'free', left }, actual);
  }
}

/** One free day is left; Berlin and Lisbon ask for it at once. */
async function atTheSameInstant(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  await network.advanceDays(1);
  await settleMembers(story);
  const hosts = [spaces.berlin, spaces.lisbon] as const;
  const [berlin, lisbon] = await Promise.all([
    check(network, people.max, hosts[0]),
    check(network, people.max, hosts[1]),
  ]);
  report.step(
    'Berlin and Lisbon each believe in one more free day',
    [
      { outcome: 'free', reason: 'FREE_DAY', leftHere: 0, leftInProgramme: 0 },
      { outcome: 'free', reason: 'FREE_DAY', leftHere: 1, leftInProgramme: 0 },
    ],
    [outcomeOf(berlin), outcomeOf(lisbon)],
  );
  const [first, second] = await Promise.all([ask(hosts[0], berlin), ask(hosts[1], lisbon)]);
  const answers = [first, second].map(({ grant, verdict }) => `${verdict.outcome}, ${grant}`);
  report.step(
    'they ask the home at the same instant: one has the grant, the other is refused',
    ['free, had', 'paid, refused'],
    [...answers].sort(),
  );
  const refused = [first, second].find((one) => one.grant === 'refused');
  report.step('with this reason', 'HOME_REFUSED', refused?.verdict.reasons[0]?.code);
  if (first.grant === 'had') await stamp(hosts[0], first);
  else await stamp(hosts[1], second);
  await settleMembers(story);
  const later = await check(network, people.max, spaces.sydney);
  const expected = { reason: 'ALLOWANCE_PROGRAMME_USED', used: 5, limit: 5 };
  report.step('the limit is exact: five of five, seen from Sydney', expected, usedOf(later));
}
