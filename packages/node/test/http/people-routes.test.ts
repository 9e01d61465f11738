/**
 * People's routes: each exists, each wants the token, each says what it should to the engine, none
 * shows a visa number.
 */

import { encodeBase64url } from '@covisa/protocol';
import { expect } from 'chai';
import { testAccess } from '../support/access.js';
import { DATE, PROGRAMME, VISA_NUMBER } from './support/engine-double.js';
import { MESSAGE } from './support/message-double.js';
import { codeIn, runningApps } from './support/running-app.js';
import { testNode } from './support/test-node.js';

const { space } = testNode('other');
const dates = `from=${DATE}&to=${DATE}`;
const member = { name: 'Mei Lin', plan: 'full' };
const venue = null;

/**
 * Method, path, body, status, and what the engine was asked first (null: nothing that it notes).
 */
type Row = readonly [string, string, unknown, number, string | null];

const TABLE: readonly Row[] = [
  ['GET', '/api/status', null, 200, null],
  ['POST', '/api/test-clock', { advanceSeconds: 60 }, 403, null],
  ['POST', '/api/sync', { peer: null }, 200, 'gossip.syncNow null'],
  ['GET', '/api/peers', null, 200, 'gossip.peers'],
  ['GET', '/api/keys', null, 200, 'keys.list'],
  ['GET', `/api/log/receipt?space=${space}&index=7`, null, 200, `logs.receipt "${space}" 7`],
  ['GET', `/api/log/audit?space=${space}`, null, 200, `logs.audit "${space}"`],
  ['POST', '/api/keys/revoke', { generation: 3 }, 200, 'keys.revoke 3'],
  ['POST', '/api/close', {}, 200, 'closeSpace'],
  ['GET', '/api/profile', null, 200, null],
  ['PATCH', '/api/profile', { open: false }, 200, 'changeProfile {"open":false}'],
  ['GET', '/api/directory', null, 200, 'directory'],
  ['GET', '/api/programmes', null, 200, 'programmes.list'],
  [
    'POST',
    '/api/programmes/join',
    { link: 'https://a.example/join#x.y' },
    200,
    'programmes.join "https://a.example/join#x.y"',
  ],
  ['GET', `/api/programmes/${PROGRAMME}`, null, 200, `programmes.show "${PROGRAMME}"`],
  ['POST', `/api/programmes/${PROGRAMME}/invite`, {}, 200, `programmes.invite "${PROGRAMME}"`],
  [
    'POST',
    `/api/programmes/${PROGRAMME}/endorse`,
    { space },
    200,
    `programmes.endorse "${PROGRAMME}" "${space}"`,
  ],
  [
    'POST',
    `/api/programmes/${PROGRAMME}/amend`,
    { seatAdmitted: true },
    200,
    `programmes.amend "${PROGRAMME}" {"seatAdmitted":true,"add":[],"remove":[]}`,
  ],
  [
    'POST',
    `/api/programmes/${PROGRAMME}/sign`,
    { roster: null },
    200,
    `programmes.sign "${PROGRAMME}" null`,
  ],
  [
    'POST',
    `/api/programmes/${PROGRAMME}/choose`,
    { roster: PROGRAMME },
    200,
    `programmes.choose "${PROGRAMME}" "${PROGRAMME}"`,
  ],
  ['POST', `/api/programmes/${PROGRAMME}/leave`, {}, 200, `programmes.leave "${PROGRAMME}"`],
  ['GET', '/api/messages', null, 200, 'messages.threads'],
  [
    'POST',
    '/api/messages',
    { to: space, content: { kind: 'note', text: 'Hello' } },
    201,
    `messages.send {"to":"${space}","content":{"kind":"note","text":"Hello"},"programme":null,"replyTo":null}`,
  ],
  ['GET', `/api/messages/${space}`, null, 200, `messages.thread "${space}"`],
  ['POST', `/api/messages/${space}/read`, {}, 200, `messages.markRead "${space}" null`],
  [
    'POST',
    `/api/messages/${space}/refuse`,
    { refused: true },
    200,
    `messages.refuse "${space}" true`,
  ],
  [
    'POST',
    '/api/messages/erase',
    { direction: 'in', space, id: MESSAGE },
    200,
    `messages.erase {"direction":"in","space":"${space}","id":"${MESSAGE}"}`,
  ],
  ['GET', '/api/introductions', null, 200, 'messages.expected null'],
  ['GET', `/api/introductions?date=${DATE}`, null, 200, `messages.expected "${DATE}"`],
  ['GET', '/api/members', null, 200, 'home.list'],
  [
    'POST',
    '/api/members',
    member,
    201,
    'home.add {"name":"Mei Lin","plan":"full","displayName":null,"contact":null,"since":null,"paidUntil":null,"isStatic":false}',
  ],
  ['GET', '/api/members/m1', null, 200, 'home.show "m1"'],
  [
    'PATCH',
    '/api/members/m1',
    { contact: null, paidUntil: DATE },
    200,
    `home.change "m1" {"contact":null,"paidUntil":"${DATE}"}`,
  ],
  [
    'POST',
    '/api/members/import',
    { csv: 'name,plan\nMei,full', dryRun: true },
    200,
    'home.import [{"line":2,"fields":{"name":"Mei","plan":"full"},"problem":null,"path":null}] true',
  ],
  ['POST', '/api/members/m1/pause', {}, 200, 'home.setStatus "m1" "paused"'],
  ['POST', '/api/members/m1/resume', {}, 200, 'home.setStatus "m1" "active"'],
  ['POST', '/api/members/m1/revoke', {}, 200, 'home.setStatus "m1" "revoked"'],
  ['POST', '/api/members/m1/reissue', {}, 200, 'home.reissue "m1"'],
  ['POST', '/api/members/m1/send', {}, 200, 'home.send "m1"'],
  ['GET', '/api/mail', null, 200, null],
  ['POST', '/api/members/m1/renumber', {}, 200, 'home.renumber "m1"'],
  ['POST', '/api/members/m1/erase', {}, 200, 'home.erase "m1"'],
  ['GET', '/api/requests', null, 200, 'requests.list'],
  ['POST', '/api/requests/q1/done', {}, 200, 'requests.done "q1"'],
  ['GET', '/api/members/m1/visits', null, 200, 'home.visits "m1"'],
  ['GET', '/api/members/m1/static-token', null, 200, 'home.staticToken "m1"'],
  [
    'POST',
    '/api/checks',
    { token: 'CV1:X', venue },
    200,
    'desk.check {"token":"CV1:X","venue":null,"halfDay":false,"party":0,"notice":false,"date":null,"scannedAt":null}',
  ],
  ['POST', '/api/checks/c1/grant', {}, 200, 'desk.askGrant "c1"'],
  ['GET', '/api/desk?venue=main', null, 200, 'desk.overview "main"'],
  [
    'POST',
    '/api/checks/spoken',
    { home: space, code: 'ABCD2345' },
    200,
    `desk.checkSpoken {"home":"${space}","code":"ABCD2345","venue":null,"halfDay":false,"party":0,"notice":false,"date":null,"scannedAt":null}`,
  ],
  [
    'POST',
    '/api/checks/c1/refuse',
    { reason: 'full' },
    201,
    'desk.refuse {"check":"c1","reason":"full","note":null,"by":{"kind":"command-line","name":null}}',
  ],
  ['GET', '/api/welcome', null, 200, 'desk.welcome'],
  [
    'POST',
    '/api/welcome',
    { wifi: null, note: null },
    200,
    'desk.setWelcome {"wifi":null,"note":null}',
  ],
  ['GET', '/api/desk/settings', null, 200, 'desk.settings'],
  [
    'POST',
    '/api/desk/settings',
    { selfCheckIn: true },
    200,
    'desk.setSettings {"selfCheckIn":true}',
  ],
  [
    'POST',
    '/api/visits',
    { check: 'c1', kind: 'paid', amount: 2500 },
    201,
    'desk.stamp {"check":"c1","kind":"paid","amount":2500,"note":null,"by":{"kind":"command-line","name":null}}',
  ],
  ['GET', `/api/visits?${dates}`, null, 200, `desk.visits "${DATE}" "${DATE}"`],
  ['POST', '/api/visits/v1/void', {}, 200, 'desk.void "v1"'],
  ['POST', '/api/visits/v1/erase', {}, 200, 'desk.erase "v1"'],
  [
    'GET',
    `/api/statement?with=${space}&${dates}`,
    null,
    200,
    `accounts.statement "${space}" "${DATE}" "${DATE}"`,
  ],
  ['GET', '/api/people', null, 200, null],
  ['POST', '/api/people', { name: 'Ada', pin: '4711' }, 201, null],
  ['GET', '/api/devices', null, 200, null],
  ['POST', '/api/devices', { name: 'Tablet' }, 200, null],
  ['GET', '/api/tokens', null, 200, null],
  ['POST', '/api/tokens', { name: 'Door', role: 'desk' }, 201, null],
  ['POST', '/api/password', { next: 'correct horse' }, 200, null],
  ['GET', `/api/exchange?${dates}`, null, 200, `accounts.exchange "${DATE}" "${DATE}"`],
  ['GET', '/api/double-visits', null, 200, 'accounts.doubleVisits'],
  ['GET', `/api/log?space=${space}&from=5&count=7`, null, 200, `logs.entries "${space}" 5 7`],
  ['GET', `/api/log/verify?space=${space}`, null, 200, `logs.verify "${space}"`],
];

/** What reception needs, and nothing more. */
const FOR_THE_DESK: readonly RegExp[] = [
  /^GET \/api\/(?:status|profile|directory|desk|welcome|introductions)(?:\?.*)?$/,
  /^POST \/api\/checks(?:\/spoken|\/c1\/grant|\/c1\/refuse)?$/,
  /^(?:GET|POST) \/api\/visits(?:\?.*)?$/,
  /^POST \/api\/visits\/v1\/void$/,
];

describe("people's routes", () => {
  const start = runningApps();

  for (const [method, path, body, status, asked] of TABLE) {
    const init = {
      method,
      ...(body !== null && { body: JSON.stringify(body) }),
    };

    it(`${method} ${path} answers ${status} to the holder of the token`, async () => {
      const app = await start();
      const headers = {
        authorization: 'Bearer token-of-the-test',
        'content-type': 'application/json',
      };
      const response = await app.fetch(path, { ...init, headers });
      expect(response.status).to.equal(status);
      expect(response.headers.get('content-type')).to.match(/^application\/json/);
      expect(response.headers.get('cache-control')).to.equal('no-store');
      expect(app.engine.asked[0] ?? null).to.equal(asked);
    });

    const isForDesk = FOR_THE_DESK.some((route) => route.test(`${method} ${path}`));

    it(`${method} ${path} is ${isForDesk ? '' : 'not '}for the desk`, async () => {
      const access = await testAccess({});
      const { token } = await access.tokens.add('Desk', 'desk');
      const app = await start({ app: { access } });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await app.fetch(path, { ...init, headers });
      expect(response.status).to.equal(isForDesk ? status : 403);
      if (!isForDesk) expect(app.engine.asked).to.deep.equal([]);
    });

    it(`${method} ${path} refuses whoever has no token, or another one`, async () => {
      const app = await start();
      const type = { 'content-type': 'application/json' };
      for (const headers of [type, { ...type, authorization: 'Bearer token-of-the-tesT' }]) {
        const response = await app.fetch(path, { ...init, headers });
        expect(response.status).to.equal(401);
        expect(response.headers.get('www-authenticate')).to.equal('Bearer realm="covisa"');
        expect(await codeIn(response)).to.equal('UNAUTHORISED');
      }
      expect(app.engine.asked).to.deep.equal([]);
    });
  }

  it('POST /api/programmes founds with the default terms where none are given', async () => {
    const app = await start();
    const body = { name: 'Rim', purpose: 'visits', founders: [space] };
    const response = await app.post('/api/programmes', body);
    expect(response.status).to.equal(201);
    expect(app.engine.asked[0]).to.match(/^programmes\.create .*"terms":\{"allowances":\[/);
  });

  it('ACCESS-1: a path below /api that does not exist asks for the token first', async () => {
    const app = await start();
    const bare = await app.fetch('/api/nothing', { headers: {} });
    expect(bare.status).to.equal(401);
    const held = await app.fetch('/api/nothing');
    expect([held.status, await codeIn(held)]).to.deep.equal([404, 'NOT_FOUND']);
  });

  it('EDGE-4: another method on a path is answered by 405 with the methods that there are', async () => {
    const app = await start();
    const response = await app.fetch('/api/profile', {
      method: 'DELETE',
      headers: { authorization: 'Bearer token-of-the-test' },
    });
    expect(response.status).to.equal(405);
    expect(response.headers.get('allow')).to.equal('GET, PATCH');
    expect(await codeIn(response)).to.equal('METHOD_NOT_ALLOWED');
  });

  it('ACCESS-18: no answer shows a visa number, a seal or the digest of a claim code', async () => {
    const app = await start();
    const paths = ['/api/members', '/api/members/m1', `/api/visits?${dates}`];
    const posted = [
      ['/api/members', member],
      ['/api/members/m1/reissue', {}],
      ['/api/checks', { token: 'CV1:X' }],
      ['/api/visits', { check: 'c1', kind: 'free' }],
    ] as const;
    const answers = [
      ...(await Promise.all(paths.map((path) => app.fetch(path)))),
      ...(await Promise.all(posted.map(([path, body]) => app.post(path, body)))),
    ];
    for (const answer of answers) {
      const text = await answer.text();
      expect(answer.ok, text).to.equal(true);
      expect(text).not.to.include(encodeBase64url(VISA_NUMBER));
      expect(text).not.to.match(/visaNumber|"167"|seal|digest/);
    }
  });

  it('a member is shown with its key in base64url and the time at which the code lapses', async () => {
    const app = await start();
    expect(await (await app.fetch('/api/members/m1')).json()).to.deep.equal({
      id: 'm1',
      status: 'active',
      plan: 'full',
      name: 'Mei Lin',
      displayName: 'Mei L.',
      contact: 'mei@example.org',
      since: '2026-05-12',
      paidUntil: null,
      visaYearStart: '2026-05-12',
      holderKey: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE',
      former: ['AgICAgICAgI'],
      isStatic: false,
      ask: false,
      claim: { lapses: 1_778_577_000 },
      issued: 1_778_576_400,
    });
  });

  it('a new member comes with the link to hand over, whose secret part stands after the #', async () => {
    const app = await start();
    const answer: unknown = await (await app.post('/api/members', member)).json();
    expect(answer).to.include({
      claimCode: 'code-1234',
      claimLapses: 1_778_577_000,
      claimLink: `https://node.example/claim#code-1234.${app.node.space}`,
    });
  });

  it('an entry of the log is shown as its bytes and as what they say', async () => {
    const app = await start();
    const [entry]: unknown[] = Object.values(Object(await (await app.fetch('/api/log')).json()));
    expect(entry).to.include({ index: 0, bytes: encodeBase64url(app.node.inception) });
    expect(entry).to.have.nested.property('entry.type', 'inception');
  });

  it('the test clock moves where it is on', async () => {
    const moved: number[] = [];
    const app = await start({
      app: { testClock: { advance: (seconds) => void moved.push(seconds) } },
    });
    const response = await app.post('/api/test-clock', { advanceSeconds: 86_400 });
    expect(await response.json()).to.deep.equal({ now: 1_778_576_400, testClockOffset: null });
    expect(moved).to.deep.equal([86_400]);
    expect((await app.post('/api/test-clock', { advanceSeconds: -1 })).status).to.equal(400);
  });

  it('the test clock refuses by its own code where it is off', async () => {
    const app = await start();
    const response = await app.post('/api/test-clock', { advanceSeconds: 1 });
    expect([response.status, await codeIn(response)]).to.deep.equal([403, 'TEST_CLOCK_OFF']);
  });
});
