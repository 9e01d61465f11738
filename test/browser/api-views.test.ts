/**
 * The pages believe their own node, and check nothing of its answers. So here every field that
 * their views name is looked for in what a real node answers.
 */

import { expect } from 'chai';
import { readText } from '#scripts/repository.js';
import { addMember, MELBOURNE, SHANGHAI, TestNetwork, type TestSpace } from './support/network.js';
import { claimVisa, codeOf } from './support/wallet.js';

const OWNER = readText('packages/web/src/api/owner-views.ts');
const DESK = readText('packages/web/src/api/desk-views.ts');

/** The fields that a view must have, by its source: the optional ones may be missing. */
function fieldsOf(source: string, view: string): readonly string[] {
  const body = new RegExp(`export interface ${view} \\{\\n(?<body>(?:  .*\\n|\\n)*)\\}`, 'u').exec(
    source,
  );
  const fields = [...(body?.groups?.body ?? '').matchAll(/^ {2}readonly (?<name>\w+): /gmu)];
  if (fields.length === 0) throw new Error(`${view}: expected an interface with fields`);
  return fields.map(({ groups }) => groups?.name ?? '');
}

describe('The answers of the people’s routes', () => {
  const network = new TestNetwork();
  let [home, host]: (TestSpace | undefined)[] = [];
  let id = '';
  before('a visit and a refusal', async function () {
    this.timeout(60_000);
    home = await network.start(SHANGHAI);
    host = await network.start(MELBOURNE);
    await network.found('Rivers Visa', [home, host]);
    const [ada, bo] = [await addMember(home, 'Ada'), await addMember(home, 'Bo')];
    id = ada.id;
    const check = async (link: string): Promise<string> => {
      if (!host || !home) throw new Error('expected two nodes');
      const token = await codeOf(await claimVisa(link), home);
      return (await host.client.post<{ readonly id: string }>('/api/checks', { token })).id;
    };
    await host.client.post('/api/visits', { check: await check(ada.claimLink), kind: 'free' });
    const refused = await check(bo.claimLink);
    await host.client.post(`/api/checks/${refused}/refuse`, { reason: 'full' });
    await home.client.post('/api/sync', { peer: null });
  });
  after(() => network.end());

  async function expectFields(
    source: string,
    view: string,
    answered: Promise<unknown>,
  ): Promise<void> {
    const answer = await answered;
    const one: unknown = Array.isArray(answer) ? answer[0] : answer;
    const missing = fieldsOf(source, view).filter((field) => !(field in Object(one)));
    expect(missing, `${view}: ${JSON.stringify(one)}`).to.deep.equal([]);
  }

  it('have every field that the owner’s pages read', async () => {
    const node = home?.client;
    if (!node || !host) throw new Error('expected two nodes');
    const from = '2020-01-01';
    const to = '2099-12-31';
    const period = `from=${from}&to=${to}`;
    await expectFields(OWNER, 'StatusView', node.get('/api/status'));
    await expectFields(OWNER, 'ProfileView', node.get('/api/profile'));
    await expectFields(OWNER, 'MemberView', node.get('/api/members'));
    await expectFields(OWNER, 'InvitationView', node.post(`/api/members/${id}/reissue`, {}));
    await expectFields(OWNER, 'VisaVisitView', node.get(`/api/members/${id}/visits`));
    await expectFields(OWNER, 'DeskVisitView', host.client.get(`/api/visits?${period}`));
    await expectFields(OWNER, 'ExchangeView', node.get(`/api/exchange?${period}`));
    await expectFields(
      OWNER,
      'StatementView',
      node.get(`/api/statement?with=${host.id}&${period}`),
    );
    await expectFields(OWNER, 'PeerView', node.get('/api/peers'));
    await expectFields(OWNER, 'SyncReportView', node.post('/api/sync', { peer: null }));
    await expectFields(OWNER, 'ProgrammeView', node.get('/api/programmes'));
    await expectFields(OWNER, 'MailView', node.get('/api/mail'));
    const csv = 'name,plan\nCy,full-time\n';
    const imported = node.post('/api/members/import', { csv, dryRun: true });
    await expectFields(OWNER, 'ImportView', imported);
    const { rows } = (await imported) as { readonly rows: unknown };
    await expectFields(OWNER, 'ImportRow', Promise.resolve(rows));
  });

  it('have every field that the desk reads', async () => {
    if (!host) throw new Error('expected two nodes');
    const day = await host.client.get<Readonly<Record<string, unknown>>>('/api/desk');
    await expectFields(DESK, 'DayView', Promise.resolve(day));
    await expectFields(DESK, 'VisitView', Promise.resolve(day.visits));
    await expectFields(DESK, 'RefusalView', Promise.resolve(day.refusals));
    await expectFields(DESK, 'HomeView', Promise.resolve(day.homes));
    await expectFields(DESK, 'WelcomeView', host.client.get('/api/welcome'));
  });
});
