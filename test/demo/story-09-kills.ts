/** Chapter 9: a node is killed in the middle of check-ins twenty times. */

import { CommandError } from '#node/cli/failure.js';
import {
  addMember,
  check,
  entriesOf,
  type Person,
  type VisitJson,
  visitsAtHome,
} from './people.js';
import { nextDay, type Story, settleMembers } from './story.js';

const KILLS = 20;
const ARRIVALS = 5;

/** What twenty kills came to. */
interface Tally {
  acknowledged: number;
  lost: number;
  falseAlarms: number;
  torn: number;
  /** Check-ins that the kill left without an answer. */
  unanswered: number;
}

/** Shanghai's node, and a hundred members of Sydney. */
export async function killTwentyTimes(story: Story): Promise<void> {
  const { report, spaces } = story;
  report.chapter(9, `A node is killed in the middle of check-ins ${KILLS} times`);
  await nextDay(story);
  const crowd = await arrive(story);
  const before = (await stampsInLog(story)).length;
  const tally: Tally = { acknowledged: 0, lost: 0, falseAlarms: 0, torn: 0, unanswered: 0 };
  for (let round = 0; round < KILLS; round++) {
    const members = crowd.slice(round * ARRIVALS, (round + 1) * ARRIVALS);
    await killDuring(story, members, round, tally);
  }
  report.say(
    `${tally.acknowledged} of ${crowd.length} check-ins had their answer before the kill.`,
  );
  report.step(
    `${KILLS} kills came in the middle: some check-ins had their answer, some not`,
    { answered: true, unanswered: true },
    { answered: tally.acknowledged > 0, unanswered: tally.unanswered > 0 },
  );
  report.step('no acknowledged stamp is lost', 0, tally.lost);
  report.step('no log is torn', 0, tally.torn);
  report.step('the head file gave no false alarm: it wrote on at once', 0, tally.falseAlarms);
  await afterwards(story, crowd, before);
  const verified = await spaces.shanghai.text('log', 'verify');
  const { logSize } = await spaces.shanghai.status();
  const text = verified.replace(/ hash to .*$/s, '');
  report.step('covisa log verify says so, too', `ok: ${logSize} entries`, text);
}

function arrive({ spaces }: Story): Promise<Person[]> {
  const names = Array.from({ length: KILLS * ARRIVALS }, (_, index) => `Crew ${index + 1}`);
  return Promise.all(names.map((name) => addMember(spaces.sydney, { name })));
}

async function stampsInLog({ spaces: { shanghai } }: Story) {
  const entries = await entriesOf(shanghai.client, shanghai.id);
  return entries.filter(({ entry }) => entry.type === 'stamp');
}

/** Five check in at once; the node is killed when some have their answer, or before any has. */
async function killDuring(
  story: Story,
  members: readonly Person[],
  round: number,
  tally: Tally,
): Promise<void> {
  const { shanghai } = story.spaces;
  const acknowledged: VisitJson[] = [];
  const wanted = round % ARRIVALS;
  const killed = new Promise<void>((resolve, reject) => {
    const kill = () => shanghai.end('SIGKILL').then(resolve, reject);
    const attempts = members.map(async (person) => {
      const visit = await paidVisit(story, person);
      if (visit === null) return;
      acknowledged.push(visit);
      if (acknowledged.length === wanted) kill();
    });
    // None is waited for: the kill comes while the first stamps are on their way.
    if (wanted === 0) void judged(story, members[0]).then(kill, reject);
    Promise.all(attempts).catch(reject);
  });
  await killed;
  tally.acknowledged += acknowledged.length;
  tally.unanswered += members.length - acknowledged.length;
  await story.network.start(shanghai);
  await examine(story, acknowledged, tally);
}

/** One more verdict: by then the others are between theirs and their stamps. */
async function judged(story: Story, person: Person | undefined): Promise<void> {
  if (person) await check(story.network, person, story.spaces.shanghai).catch(ignoreOutage);
}

/** A paid visit; null if the node was killed before it answered. */
async function paidVisit({ network, spaces }: Story, person: Person): Promise<VisitJson | null> {
  const { shanghai } = spaces;
  try {
    const { client } = shanghai;
    const { id } = await check(network, person, shanghai);
    return await client.post('/api/visits', { check: id, kind: 'paid' });
  } catch (error) {
    ignoreOutage(error);
    return null;
  }
}

function ignoreOutage(error: unknown): void {
  const isOutage = error instanceof CommandError && error.code === 'NODE_UNREACHABLE';
  const isDown = error instanceof RangeError;
  if (!isOutage && !isDown) throw error;
}

async function examine(
  story: Story,
  acknowledged: readonly VisitJson[],
  tally: Tally,
): Promise<void> {
  const { shanghai } = story.spaces;
  const { mode } = await shanghai.status();
  if (mode !== 'ready') tally.falseAlarms += 1;
  const { ok } = await shanghai.client.get<{ readonly ok: boolean }>('/api/log/verify');
  if (!ok) tally.torn += 1;
  const stamps = new Set((await stampsInLog(story)).map(({ index }) => index));
  tally.lost += acknowledged.filter(({ index }) => index === null || !stamps.has(index)).length;
}

/** Who had no answer is scanned again: in the end everybody has exactly one stamp. */
async function afterwards(story: Story, crowd: readonly Person[], before: number): Promise<void> {
  const { report, network, spaces } = story;
  const { shanghai, sydney } = spaces;
  for (const person of crowd) {
    const { id, visit } = await check(network, person, shanghai);
    if (visit === null) await shanghai.client.post('/api/visits', { check: id, kind: 'paid' });
  }
  const stamps = (await stampsInLog(story)).length - before;
  report.step('all are scanned again: one stamp each', KILLS * ARRIVALS, stamps);
  await settleMembers(story);
  const [own, held] = await Promise.all(
    [shanghai, sydney].map((space) => space.client.get('/api/log/verify', { space: shanghai.id })),
  );
  report.step('Sydney holds the very same log', own, held);
  const visits = await Promise.all(crowd.map((person) => visitsAtHome(person)));
  const once = visits.filter((one) => one.join() === 'Shanghai 2030-03-26 paid').length;
  report.step('and each of them has one visit', KILLS * ARRIVALS, once);
}
