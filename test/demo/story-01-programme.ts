/** Chapter 1: two spaces found a programme, three others join by its link, a roster seats them. */

import { shape } from '@covisa/protocol';
import { until } from './network.js';
import type { Space } from './space.js';
import { programmeAt, type Stage } from './story.js';

const created = shape.open({ id: shape.text({ min: 43, max: 43 }) });
const invited = shape.open({ link: shape.text({ min: 10, max: 400 }) });
const joined = shape.open({ standing: shape.text({ min: 1, max: 40 }) });

/** Founds the programme, by commands as its owners would type them; resolves with its id. */
export async function foundProgramme(stage: Stage): Promise<string> {
  const { report, spaces } = stage;
  report.chapter(1, 'Two spaces found a programme; three others join by link');
  await showNodes(stage);
  const { programme, link } = await found(stage);
  for (const space of [spaces.shanghai, spaces.berlin, spaces.lisbon]) {
    await join(stage, programme, link, space);
  }
  await seat(stage, programme);
  return programme;
}

async function showNodes({ report, spaces, network }: Stage): Promise<void> {
  const statuses = await Promise.all(network.spaces.map((space) => space.status()));
  const modes = statuses.map((status) => status.mode);
  report.step('six nodes run and may write their logs', Array(6).fill('ready'), modes);
  const outbound = statuses.filter((one) => one.publicUrl === null).map((one) => one.name);
  report.step('one of them has no public address: it only calls out', ['Lisbon'], outbound);
  const { now, testClockOffset } = await spaces.melbourne.status();
  const date = new Date(now * 1000).toISOString().slice(0, 10);
  report.step(
    'status shows that the test clock is on, and the story begins on 2030-03-04',
    { date: '2030-03-04', isOn: true },
    { date, isOn: testClockOffset !== null },
  );
}

async function found(stage: Stage): Promise<{ readonly programme: string; readonly link: string }> {
  const { report, spaces } = stage;
  const { melbourne, sydney } = spaces;
  const document = await melbourne.command(
    ...['programme', 'create', 'Five Cities Visa', '--purpose', 'Work where you travel'],
    ...['--founder', sydney.relay?.url ?? ''],
    ...['--free-days-per-host', '2', '--free-days-per-programme', '5'],
  );
  const programme = created.parse(document).id;
  const { link } = invited.parse(await melbourne.command('programme', 'invite'));
  const before = await programmeAt(melbourne, programme);
  report.step('Melbourne alone has not founded it yet', false, before.founded);
  const { standing } = joined.parse(await sydney.command('programme', 'join', link));
  report.step('Sydney accepts by the link, and is a member', 'member', standing);
  const view = await until(
    () => programmeAt(melbourne, programme),
    (one) => one.founded,
  );
  report.step(
    'Melbourne sees the programme founded: two members, roster 0',
    { founded: true, members: 2, roster: 0 },
    { founded: view.founded, members: view.members, roster: view.rosterVersion },
  );
  const allowances = (view.terms.allowances ?? []).map((one) => `${one.days} per ${one.count}`);
  report.step(
    'its terms: 2 free days at each host, 5 in the programme, 10 a month for one home at one host; then the regular rate',
    { allowances: ['2 per host', '5 per programme', '10 per home-at-host'], after: 'regular' },
    { allowances, after: view.terms.after?.kind },
  );
  return { programme, link };
}

/** The applicant follows the link, two members vouch for it. */
async function join(
  { report, network, spaces }: Stage,
  programme: string,
  link: string,
  space: Space,
): Promise<void> {
  const first = joined.parse(await space.command('programme', 'join', link));
  report.step(`${space.name} applies by the link`, 'applicant', first.standing);
  for (const member of [spaces.melbourne, spaces.sydney]) {
    await member.client.post(`/api/programmes/${programme}/endorse`, { space: space.id });
    await network.exchange([member, space]);
  }
  const standing = await until(
    async () => {
      await network.exchange([space]);
      return (await programmeAt(space, programme)).standing;
    },
    (one) => one === 'admitted',
  );
  report.step(`two endorsements admit ${space.name}`, 'admitted', standing);
}

async function seat({ report, network, spaces }: Stage, programme: string): Promise<void> {
  const { melbourne, sydney, auckland } = spaces;
  const all = network.spaces.filter((space) => space !== auckland);
  await network.settle(all);
  await melbourne.command('programme', 'amend', '--seat-admitted');
  await network.settle(all);
  const draft = (await programmeAt(sydney, programme)).drafts[0];
  report.step(
    'Melbourne proposes a roster that seats them: one vote of two',
    { add: 3, votes: 1, needed: 2 },
    { add: draft?.add.length, votes: draft?.votes, needed: draft?.needed },
  );
  await sydney.command('programme', 'sign');
  await network.settle(all);
  const views = await Promise.all(all.map((space) => programmeAt(space, programme)));
  const seen = views.map((view) => `${view.standing} ${view.rosterVersion}/${view.members}`);
  const expected = Array(5).fill('member 1/5');
  report.step('with Sydney’s vote all five see roster 1 with five members', expected, seen);
  const listed =
    await spaces.lisbon.client.get<readonly { readonly status: string }[]>('/covisa/v1/directory');
  const states = listed.map((one) => one.status);
  report.step('Lisbon’s directory lists all five', Array(5).fill('listed'), states);
}
