/**
 * Chapter 7: what the desk refuses, each with its own reason code; and a stamp that counts
 * nowhere.
 */

import { forgedVisa, honest, proofPlusOrder, stolenVisa, visaPlusOrder } from './forgeries.js';
import { appendAsLiar } from './liar.js';
import { until } from './network.js';
import {
  addMember,
  check,
  checkToken,
  entriesOf,
  type Person,
  refusalOf,
  show,
  usedOf,
  type VisitJson,
  visitsAtHome,
} from './people.js';
import { nextDay, programmeAt, type Story, settleMembers } from './story.js';

/** At Shanghai's desk. */
export async function refuse(story: Story): Promise<void> {
  story.report.chapter(7, 'Refused, each with its own reason');
  await nextDay(story);
  await forged(story);
  await stale(story);
  await dead(story);
  await strangers(story);
  await noise(story);
  await copiedStamp(story);
}

async function refused(story: Story, name: string, code: string, token: string): Promise<void> {
  const actual = await refusalOf(checkToken(story.spaces.shanghai, token));
  story.report.step(name, code, actual);
}

async function forged(story: Story): Promise<void> {
  const { wallet } = story.people.max;
  const at = [wallet, story.network.now(), story.spaces.shanghai] as const;
  await refused(story, 'the tokens that follow are a good one, changed', 'accepted', honest(...at));
  await refused(story, 'a forged visa', 'VISA_FORGED', forgedVisa(...at));
  await refused(story, 'another phone’s proof', 'PRESENTATION_FORGED', stolenVisa(...at));
  await refused(story, 'S + L in the proof', 'PRESENTATION_FORGED', proofPlusOrder(...at));
  await refused(story, 'S + L in the visa', 'VISA_FORGED', visaPlusOrder(...at));
}

async function stale(story: Story): Promise<void> {
  const { network, spaces, people } = story;
  const showing = (what: Parameters<typeof show>[2]) => show(network, people.max, what);
  await refused(
    story,
    'a screenshot three minutes old',
    'PRESENTATION_STALE',
    showing({ time: network.now() - 180 }),
  );
  await refused(
    story,
    'one from three minutes ahead',
    'PRESENTATION_FROM_FUTURE',
    showing({ time: network.now() + 180 }),
  );
  await refused(
    story,
    'one that is bound to Berlin',
    'PRESENTATION_OTHER_HOST',
    showing({ host: spaces.berlin }),
  );
  await refused(
    story,
    'one that was signed to renew',
    'PRESENTATION_OTHER_PURPOSE',
    showing({ purpose: 'renew' }),
  );
}

async function dead(story: Story): Promise<void> {
  const { network, spaces, people } = story;
  const { eve, rae } = people;
  await refused(story, 'Eve’s visa, paid until 2030-03-15', 'VISA_EXPIRED', show(network, eve));
  await refused(story, 'Rae’s visa, before', 'accepted', show(network, rae));
  await spaces.melbourne.client.post(`/api/members/${rae.memberId}/revoke`);
  await network.exchange([spaces.shanghai]);
  await refused(story, 'Rae’s visa, revoked', 'VISA_REVOKED', show(network, rae));
}

/** Auckland is unknown, then takes part, then leaves. */
async function strangers(story: Story): Promise<void> {
  const { report, network, spaces, programme } = story;
  const { auckland, melbourne, sydney, shanghai } = spaces;
  const ari = await addMember(auckland, { name: 'Ari' });
  await refused(story, 'a member of an unknown space', 'SPACE_UNKNOWN', show(network, ari));
  const { link } = await sydney.client.post<{ readonly link: string }>(
    `/api/programmes/${programme}/invite`,
  );
  await auckland.client.post('/api/programmes/join', { link });
  for (const member of [sydney, melbourne]) {
    await network.exchange([melbourne, sydney, auckland]);
    const body = { space: auckland.id };
    await until(
      () => refusalOf(member.client.post(`/api/programmes/${programme}/endorse`, body)),
      (code) => code === 'accepted',
    );
  }
  await network.exchange();
  const standing = await until(
    async () => {
      await network.exchange([auckland, shanghai]);
      return (await programmeAt(auckland, programme)).standing;
    },
    (one) => one === 'admitted',
  );
  report.step('Auckland joins by Sydney’s link', 'admitted', standing);
  await leave(story, ari);
}

async function leave(story: Story, ari: Person): Promise<void> {
  const { network, spaces, programme } = story;
  await settleMembers(story);
  await refused(story, 'its member, now', 'accepted', show(network, ari));
  await spaces.auckland.client.post(`/api/programmes/${programme}/leave`);
  const code = await until(
    async () => {
      await network.exchange([spaces.shanghai]);
      return refusalOf(checkToken(spaces.shanghai, show(network, ari)));
    },
    (one) => one !== 'accepted',
  );
  story.report.step('its member, after Auckland left', 'SPACE_LEFT', code);
}

async function noise(story: Story): Promise<void> {
  const { network, people } = story;
  const good = show(network, people.max);
  await refused(story, 'a web address', 'TOKEN_INVALID', 'https://example.org/visa');
  await refused(story, 'noise behind the prefix', 'BASE45_INVALID', 'CV1:~~~~');
  await refused(story, 'noise in base45', 'CBOR_INVALID', 'CV1:QED8WEX0');
  await refused(story, 'half a token', 'CBOR_INVALID', good.slice(0, 154));
  await refused(story, 'too long a text', 'TOKEN_TOO_LONG', `CV1:${'0'.repeat(2000)}`);
  await refused(story, 'nothing', 'TOKEN_INVALID', '');
}

/** Berlin lies: it copies a stamp of Shanghai's into its own log. */
async function copiedStamp(story: Story): Promise<void> {
  const { report, network, spaces, people } = story;
  const { shanghai, berlin, sydney } = spaces;
  await settleMembers(story);
  const before = usedOf(await check(network, people.max, sydney));
  const atBerlin = usedOf(await check(network, people.max, berlin));
  const known = await visitsAtHome(people.max);
  const copied = await stampOfMax(story);
  await berlin.end();
  const index = await appendAsLiar(berlin, copied);
  await network.start(berlin);
  await settleMembers(story);
  const held = (await entriesOf(sydney.client, berlin.id, index))[0]?.entry;
  const original = (await entriesOf(sydney.client, shanghai.id)).some(
    ({ entry }) => entry.marker === held?.marker,
  );
  report.step('Berlin copies a stamp of Shanghai’s; Sydney holds both', true, original);
  const after = usedOf(await check(network, people.max, sydney));
  report.step('at Sydney’s desk it counts nothing', before, after);
  report.step('at the home it counts nothing', known, await visitsAtHome(people.max));
  const own = usedOf(await check(network, people.max, berlin));
  report.step('and nothing at Berlin’s own desk', atBerlin, own);
}

async function stampOfMax({ spaces: { shanghai } }: Story): Promise<string> {
  const dates = { from: '2030-03-01', to: '2030-03-31' };
  const visits = await shanghai.client.get<readonly VisitJson[]>('/api/visits', dates);
  const visit = visits.find((one) => one.displayName === 'Max' && one.kind === 'free');
  const query = { from: visit?.index ?? 0, count: 1 };
  const entries = await shanghai.client.get<readonly { readonly bytes: string }[]>(
    '/api/log',
    query,
  );
  return entries[0]?.bytes ?? '';
}
