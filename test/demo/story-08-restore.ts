/**
 * Chapter 8: a node from yesterday's backup fetches its own later stamps; alone, it keeps visits
 * in its journal.
 */

import { until } from './network.js';
import {
  addMember,
  checkIn,
  entriesOf,
  outcomeOf,
  type Person,
  type VisitJson,
  visitsAtHome,
} from './people.js';
import type { Space } from './space.js';
import { nextDay, type Story, settleMembers } from './story.js';

interface Verification {
  readonly size: number;
  readonly root: string;
  readonly ok: boolean;
  readonly problem: string | null;
}

/** Berlin loses its disk, twice. */
export async function restore(story: Story): Promise<void> {
  const { report, network, spaces } = story;
  report.chapter(8, 'A node is restored from yesterday’s backup');
  await nextDay(story);
  const backup = network.path('berlin.backup');
  await spaces.berlin.command('backup', backup);
  report.say('Berlin makes a backup.');
  await withPeers(story, backup);
  await alone(story, backup);
}

/** Another node's view of a log: what it hashes to. */
function verify(at: Space, of: Space): Promise<Verification> {
  return at.client.get('/api/log/verify', { space: of.id });
}

/** The data folder is gone; the backup goes into a new one. The head file is in no backup. */
async function restoreInto({ network, spaces }: Story, folder: string, backup: string) {
  const { berlin } = spaces;
  await berlin.end('SIGKILL');
  berlin.moveTo(network.path(folder));
  await berlin.command('restore', backup);
  await network.start(berlin);
}

async function withPeers(story: Story, backup: string): Promise<void> {
  const { report, network, spaces, people } = story;
  const { berlin, sydney } = spaces;
  await nextDay(story);
  for (const person of [people.sam, people.lia]) await checkIn(network, person, berlin);
  await settleMembers(story);
  const lost = await berlin.status();
  await restoreInto(story, 'berlin-restored', backup);
  report.say('A day and two visits later Berlin’s disk dies; the backup is restored.');
  const found = await until(
    () => berlin.status(),
    (status) => status.mode === 'ready',
  );
  report.step('it may write again when its peers have answered', 'ready', found.mode);
  const { logSize: size, logRoot: root } = lost;
  const actual = { size: found.logSize, root: found.logRoot };
  report.step('it has fetched its own later stamps from its peers', { size, root }, actual);
  const again = await checkIn(network, people.sam, berlin);
  report.step(
    'it knows Sam’s visit of today, which the backup did not',
    { outcome: 'free', reason: 'SAME_DAY', leftHere: 1, leftInProgramme: 3 },
    outcomeOf(again.check),
  );
  await nextDay(story);
  const next = await checkIn(network, people.sam, berlin);
  report.step('it goes on in the same log: the next stamp follows', lost.logSize, next.visit.index);
  await settleMembers(story);
  const seen = await verify(sydney, berlin);
  const own = await verify(berlin, berlin);
  report.step(
    'there is no fork: Sydney holds the same log, one entry longer',
    { size: lost.logSize + 1, root: own.root, ok: true, problem: null },
    seen,
  );
}

/** The same old backup once more, with no peer in reach. */
async function alone(story: Story, backup: string): Promise<void> {
  const { report, network, spaces } = story;
  const { berlin, melbourne } = spaces;
  const joe = await addMember(melbourne, { name: 'Joe' });
  const before = await berlin.status();
  await nextDay(story);
  network.cut();
  await restoreInto(story, 'berlin-alone', backup);
  report.say('Berlin is restored again while the network is down.');
  await waitingVisits(story, joe);
  network.heal();
  report.say('The network is up again.');
  const found = await until(
    async () => {
      await network.exchange([berlin]);
      return berlin.status();
    },
    (status) => status.mode === 'ready' && status.pendingVisits === 0,
  );
  const { mode, pendingVisits, logSize } = found;
  report.step(
    'with its peers back it has its log again, and publishes the two visits behind it',
    { mode: 'ready', pendingVisits: 0, logSize: before.logSize + 2 },
    { mode, pendingVisits, logSize },
  );
  await published(story, joe);
}

async function waitingVisits(story: Story, joe: Person): Promise<void> {
  const { report, network, spaces } = story;
  const { berlin } = spaces;
  const first = await checkIn(network, joe, berlin);
  report.step(
    'Joe’s day in Berlin is free all the same',
    { outcome: 'free', reason: 'FREE_DAY', leftHere: 1, leftInProgramme: 4 },
    outcomeOf(first.check),
  );
  report.step('his visit waits in the journal', false, first.visit.published);
  const second = await checkIn(network, joe, berlin);
  report.step('a second scan finds it there', first.visit.id, second.visit.id);
  await network.advanceDays(1);
  const third = await checkIn(network, joe, berlin);
  report.step(
    'it counts at this desk at once: the next day is the last free one',
    { outcome: 'free', reason: 'FREE_DAY', leftHere: 0, leftInProgramme: 3 },
    outcomeOf(third.check),
  );
  const { mode, pendingVisits } = await berlin.status();
  report.step(
    'Berlin writes nothing into its log meanwhile',
    { mode: 'recovering', pendingVisits: 2 },
    { mode, pendingVisits },
  );
}

async function published(story: Story, joe: Person): Promise<void> {
  const { report, spaces } = story;
  const { berlin, sydney } = spaces;
  await settleMembers(story);
  const dates = { from: '2030-03-24', to: '2030-03-25' };
  const visits = await berlin.client.get<readonly VisitJson[]>('/api/visits', dates);
  const states = visits.map((one) => `${one.displayName} ${one.published}`);
  report.step('at the desk they are published', ['Joe true', 'Joe true'], states);
  report.step(
    'Joe’s home has both',
    ['Berlin 2030-03-24 free', 'Berlin 2030-03-25 free'],
    await visitsAtHome(joe),
  );
  const own = await verify(berlin, berlin);
  report.step('again there is no fork', { ...own, ok: true }, await verify(sydney, berlin));
  const types = (await entriesOf(sydney.client, berlin.id, own.size - 2)).map(
    ({ entry }) => entry.type,
  );
  report.step('Sydney ends with the two stamps', ['stamp', 'stamp'], types);
}
