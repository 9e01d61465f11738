/**
 * The pages believe their own node, and check nothing of its answers. So here every field that
 * their views name is looked for in what a real node answers.
 */

import { expect } from 'chai';
import { systemRandom } from '#node/adapters/random-system.js';
import { NodeClient } from '#node/cli/client.js';
import { present } from '#node/cli/wallet.js';
import { readText, sourcesBelow } from '#scripts/repository.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';
import { claimVisa, codeOf } from './support/wallet.js';

const HOBART = { ...MELBOURNE, name: 'Quay Desks', address: '3 Quay Street, Hobart' };
const PERIOD = 'from=2020-01-01&to=2099-12-31';

/** Interfaces with their bodies, by their names. */
const VIEWS: ReadonlyMap<string, string> = new Map(
  sourcesBelow('packages/web/src/api').flatMap((path) => {
    const found = readText(path).matchAll(
      /^export interface (?<name>\w+) \{\n(?<body>(?: {2}.*\n|\n)*)\}/gmu,
    );
    return [...found].map(({ groups }) => [groups?.name ?? '', groups?.body ?? ''] as const);
  }),
);

/** The fields that a view must have: the optional ones may be missing. */
function fieldsOf(view: string): readonly string[] {
  const fields = [...(VIEWS.get(view) ?? '').matchAll(/^ {2}readonly (?<name>\w+): /gmu)];
  if (fields.length === 0) throw new Error(`${view}: expected an interface with fields`);
  return fields.map(({ groups }) => groups?.name ?? '');
}

/** What stands at a place of an answer; of lists, what stands first in them. */
function partOf(answer: unknown, ...names: readonly string[]): unknown {
  const one: unknown = Array.isArray(answer) ? answer[0] : answer;
  const [name, ...rest] = names;
  return name === undefined ? one : partOf(Object(one)[name], ...rest);
}

interface Scene {
  /** Of a member who was at `host`; of a programme with a draft, another with an applicant. */
  readonly home: TestSpace;
  /** It took one member and refused another; it gave a third one a day that `other` gave too. */
  readonly host: TestSpace;
  readonly other: TestSpace;
  readonly member: string;
  /** What the host answered to a presentation. */
  readonly check: unknown;
}

/** Programmes, a visit, a refusal, a double visit, and what a member asked for. */
async function play(network: TestNetwork): Promise<Scene> {
  const home = await network.start(SHANGHAI);
  const host = await network.start(MELBOURNE);
  const other = await network.start(HOBART);
  await network.found('Rivers Visa', [home, host, other]);
  await announce(home, host);
  const ada = await addMember(home, 'Ada');
  const wallets = {
    ada: await claimVisa(ada.claimLink),
    bo: await claimVisa((await addMember(home, 'Bo')).claimLink),
    cy: await claimVisa((await addMember(home, 'Cy')).claimLink),
  };
  const check = async (at: TestSpace, who: keyof typeof wallets): Promise<{ id: string }> =>
    at.client.post('/api/checks', { token: await codeOf(wallets[who], at) });
  const take = ({ client }: TestSpace, { id }: { id: string }): Promise<unknown> =>
    client.post('/api/visits', { check: id, kind: 'free' });
  const judged = await check(host, 'ada');
  await take(host, judged);
  const { id: refused } = await check(host, 'bo');
  await host.client.post(`/api/checks/${refused}/refuse`, { reason: 'full' });
  await home.client.post('/api/sync', { peer: null });
  const meaning = { purpose: 'erase', host: home.id } as const;
  const { now } = await home.client.get<{ readonly now: number }>('/api/status');
  const token = present(wallets.ada, { ...meaning, time: now }, systemRandom);
  await new NodeClient(home.url, null).post('/covisa/v1/erasure', { token });
  await home.stop();
  const doubles = [await check(host, 'cy'), await check(other, 'cy')] as const;
  await Promise.all([take(host, doubles[0]), take(other, doubles[1])]);
  await home.restart();
  await home.client.post('/api/sync', { peer: null });
  await propose(home, other);
  return { home, host, other, member: ada.id, check: judged };
}

/** Somebody is to come to the host today. */
async function announce(home: TestSpace, host: TestSpace): Promise<void> {
  const { date } = await host.client.get<{ readonly date: string }>('/api/desk');
  const content = { kind: 'introduction', first: date, last: date, people: 1 };
  await home.client.post('/api/messages', { to: host.id, content });
}

/** A change that waits for votes, and an applicant who waits for endorsements. */
async function propose(home: TestSpace, other: TestSpace): Promise<void> {
  const [programme] = await home.client.get<readonly { readonly id: string }[]>('/api/programmes');
  await home.client.post(`/api/programmes/${programme?.id}/amend`, { name: 'Lakes Visa' });
  const body = { name: 'Harbours Visa', purpose: 'A test', founders: [] };
  const { id } = await home.client.post<{ readonly id: string }>('/api/programmes', body);
  const { link } = await home.client.post<{ readonly link: string }>(
    `/api/programmes/${id}/invite`,
  );
  await other.client.post('/api/programmes/join', { link });
  await other.client.post('/api/sync', { peer: null });
}

type Answer = (scene: Scene) => Promise<unknown>;

const at =
  (space: 'home' | 'host', path: string): Answer =>
  (scene) =>
    scene[space].client.get(path);
const within =
  (answer: Answer, ...names: readonly string[]): Answer =>
  async (scene) =>
    partOf(await answer(scene), ...names);
const sent =
  (path: string, body: object): Answer =>
  ({ home }) =>
    home.client.post(path, body);

const statement: Answer = ({ home, host }) =>
  host.client.get(`/api/statement?with=${home.id}&${PERIOD}`);
const exchange = at('home', `/api/exchange?${PERIOD}`);
const imported = sent('/api/members/import', { csv: 'name,plan\nCy,full-time\n', dryRun: true });
const programmes =
  (part: string): Answer =>
  async ({ home }) => {
    const all =
      await home.client.get<readonly Readonly<Record<string, readonly unknown[]>>[]>(
        '/api/programmes',
      );
    return all.flatMap((one) => one[part] ?? []);
  };
const paired: Answer = async ({ home }) => {
  const { code } = await home.client.post<{ readonly code: string }>('/api/devices', {
    name: 'Tablet',
  });
  await new NodeClient(home.url, null).post('/api/devices/claim', { code });
  return home.client.get('/api/devices');
};

/** Where each view comes from. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  IssuingKeyView: at('home', '/api/keys'),
  PersonView: sent('/api/people', { name: 'Robin', pin: '4711' }),
  DeviceView: paired,
  PairingView: sent('/api/devices', { name: 'Phone' }),
  MadeTokenView: sent('/api/tokens', { name: 'Door', role: 'desk' }),
  TokenView: async (scene) => {
    await sent('/api/tokens', { name: 'Gate', role: 'desk' })(scene);
    return scene.home.client.get('/api/tokens');
  },
  VisitView: within(at('host', '/api/desk'), 'visits'),
  RefusalView: within(at('host', '/api/desk'), 'refusals'),
  CheckView: async ({ check }) => check,
  HomeView: within(at('host', '/api/desk'), 'homes'),
  DayView: at('host', '/api/desk'),
  WelcomeView: at('host', '/api/welcome'),
  DeskSettingsView: at('host', '/api/desk/settings'),
  StatusView: at('home', '/api/status'),
  ProfileView: at('home', '/api/profile'),
  MemberView: at('home', '/api/members'),
  InvitationView: (scene) => sent(`/api/members/${scene.member}/reissue`, {})(scene),
  VisaVisitView: (scene) => at('home', `/api/members/${scene.member}/visits`)(scene),
  DeskVisitView: at('host', `/api/visits?${PERIOD}`),
  DayCounts: within(exchange, 'partners', 'received'),
  PartnerView: within(exchange, 'partners'),
  MonthView: within(exchange, 'months'),
  ExchangeView: exchange,
  DoubleVisitView: at('home', '/api/double-visits'),
  StatementView: statement,
  StampTotalView: within(statement, 'given'),
  PeerView: at('home', '/api/peers'),
  SyncReportView: sent('/api/sync', { peer: null }),
  DraftView: programmes('drafts'),
  ApplicantView: programmes('applicants'),
  ProgrammeView: at('home', '/api/programmes'),
  RequestView: at('home', '/api/requests'),
  ImportRow: within(imported, 'rows'),
  ImportView: imported,
  MailView: at('home', '/api/mail'),
  MessageThreadView: at('home', '/api/messages'),
  MessageView: (scene) => at('home', `/api/messages/${scene.host.id}`)(scene),
  ExpectedView: at('host', '/api/introductions'),
};

describe('The answers of the people’s routes', () => {
  const network = new TestNetwork();
  let scene: Scene;
  before('a programme at work', async function () {
    this.timeout(60_000);
    scene = await play(network);
  });
  after(() => network.end());

  it('are those that the pages have views of, and no others', () => {
    expect(Object.keys(ANSWERS).sort()).to.deep.equal([...VIEWS.keys()].sort());
  });

  for (const [view, answer] of Object.entries(ANSWERS)) {
    it(`have every field of ${view}`, async () => {
      const one = partOf(await answer(scene));
      const missing = fieldsOf(view).filter((field) => !(field in Object(one)));
      expect(missing, `${view}: ${JSON.stringify(one)}`).to.deep.equal([]);
    });
  }
});
