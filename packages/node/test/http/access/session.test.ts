/** Signing in over HTTP: cookies, and who is refused. */

import { expect } from 'chai';
import fetch from 'node-fetch';
import { seededRandom } from '../../engine/support/ports.js';
import { testAccess } from '../../support/access.js';
import { Browser } from '../support/browser.js';
import { bodyOf, codeIn, type RunningApp, runningApps } from '../support/running-app.js';

const PASSWORD = 'correct horse';
/** What a proxy in front says, with TLS towards the browser. */
const HTTPS = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'node.example' };
const FROM_PROXY = { origin: 'https://node.example' };

describe('sessions over HTTP', () => {
  const start = runningApps();

  async function startWithPassword() {
    const clock = { now: 1_778_576_400 };
    const random = seededRandom('session');
    const access = await testAccess({ now: () => clock.now, random });
    await access.setPassword(PASSWORD);
    const app = await start({ app: { access } });
    return { app, access, clock };
  }

  async function ownerAt(app: RunningApp): Promise<Browser> {
    const browser = new Browser(app.url);
    expect((await browser.post('/api/session', { password: PASSWORD })).status).to.equal(200);
    return browser;
  }

  async function pairedAt(app: RunningApp): Promise<Browser> {
    const owner = await ownerAt(app);
    const invited = await owner.post('/api/devices', { name: 'Tablet' });
    const { code } = await bodyOf(invited);
    const browser = new Browser(app.url);
    expect((await browser.post('/api/devices/claim', { code })).status).to.equal(200);
    return browser;
  }

  it('tells a stranger that nobody is signed in, and names nobody', async () => {
    const { app, access } = await startWithPassword();
    await access.people.add('Ada', '4711');
    const response = await new Browser(app.url).get('/api/session');
    expect(await response.json()).to.deep.equal({
      signedIn: null,
      device: null,
      people: [],
      ownerPasswordSet: true,
    });
  });

  it('signs the owner in and out again', async () => {
    const { app } = await startWithPassword();
    const owner = await ownerAt(app);
    expect(await (await owner.get('/api/session')).json()).to.have.deep.property('signedIn', {
      kind: 'session',
      role: 'owner',
      person: null,
      name: 'Owner',
    });
    expect((await owner.get('/api/members')).status).to.equal(200);
    const kept = new Map(owner.cookies);
    expect((await owner.post('/api/session/end')).status).to.equal(200);
    expect(owner.cookies.size).to.equal(0);
    // A copy of the cookie is worth nothing any more.
    for (const [name, value] of kept) owner.cookies.set(name, value);
    expect((await owner.get('/api/members')).status).to.equal(401);
  });

  it('ACCESS-6: gives cookies that no script reads, no other site sends and no other host sets', async () => {
    const { app } = await startWithPassword();
    const { port } = new URL(app.url);
    const local = await ownerAt(app);
    expect(local.given).to.have.length(1);
    expect(local.given[0]).to.match(
      new RegExp(
        `^covisa-${port}=[\\w-]{43}; Max-Age=604800; Path=/; Expires=[^;]+; HttpOnly; SameSite=Strict$`,
      ),
    );
    const proxied = new Browser(app.url, { headers: HTTPS });
    await proxied.post('/api/session', { password: PASSWORD }, FROM_PROXY);
    expect(proxied.given[0]).to.match(
      /^__Host-covisa=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await proxied.get('/api/members')).status).to.equal(200);
  });

  it('pairs a browser by a code, where desk people then sign in by their PINs', async () => {
    const { app, access } = await startWithPassword();
    const { id } = await access.people.add('Ada', '4711');
    const tablet = await pairedAt(app);
    const signedIn = await tablet.post('/api/session', { person: id, pin: '4711' });
    expect(await signedIn.json()).to.deep.include({
      signedIn: { kind: 'session', role: 'desk', person: id, name: 'Ada' },
      people: [{ id, name: 'Ada' }],
    });
    expect((await tablet.get('/api/status')).status).to.equal(200);
    await tablet.post('/api/session/end');
    const after = await (await tablet.get('/api/session')).json();
    expect(after).to.deep.include({ signedIn: null, people: [{ id, name: 'Ada' }] });
    expect(after).to.have.nested.property('device.name', 'Tablet');
  });

  it('ACCESS-7: refuses PINs from a browser that is not paired, the right one too', async () => {
    const { app, access } = await startWithPassword();
    const { id } = await access.people.add('Ada', '4711');
    const stranger = new Browser(app.url);
    stranger.cookies.set(`covisa-${new URL(app.url).port}-device`, 'A'.repeat(43));
    for (const pin of ['4711', '0000']) {
      const response = await stranger.post('/api/session', { person: id, pin });
      expect([response.status, await codeIn(response)]).to.deep.equal([403, 'FORBIDDEN']);
    }
    expect(stranger.given).to.deep.equal([]);
  });

  it('ACCESS-8: makes whoever tries passwords wait, and says how long', async () => {
    const { app } = await startWithPassword();
    const stranger = new Browser(app.url);
    for (let guess = 0; guess < 5; guess++) {
      const wrong = await stranger.post('/api/session', { password: `guess ${guess}` });
      expect([wrong.status, await codeIn(wrong)]).to.deep.equal([401, 'CREDENTIALS_WRONG']);
    }
    const refused = await stranger.post('/api/session', { password: PASSWORD });
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '5']);
    expect(await codeIn(refused)).to.equal('RATE_LIMITED');
    expect(stranger.given).to.deep.equal([]);
  });

  it('ACCESS-4: refuses what another site makes a signed-in browser send', async () => {
    const { app } = await startWithPassword();
    const owner = await ownerAt(app);
    const forged = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: app.url.replace('http:', 'https:') },
      { origin: `${app.url}.evil.example` },
      { origin: app.url.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) },
    ];
    for (const headers of forged) {
      const response = await owner.post('/api/close', {}, headers);
      expect(response.status, JSON.stringify(headers)).to.equal(403);
      expect(await codeIn(response)).to.equal('FORBIDDEN');
    }
    const bare = await fetch(`${app.url}/api/close`, {
      method: 'POST',
      headers: { cookie: [...owner.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    expect(bare.status).to.equal(403);
    expect(app.engine.asked).to.deep.equal([]);
    expect((await owner.post('/api/close')).status).to.equal(200);
  });

  it('lets no other site sign a browser in', async () => {
    const { app } = await startWithPassword();
    const browser = new Browser(app.url);
    const forged = await browser.post(
      '/api/session',
      { password: PASSWORD },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect([forged.status, browser.given]).to.deep.equal([403, []]);
  });

  it('ACCESS-4: takes a page of the public address for its own, whatever a proxy makes of the host', async () => {
    const { app } = await startWithPassword();
    const owner = await ownerAt(app);
    expect((await owner.post('/api/close', {}, FROM_PROXY)).status).to.equal(200);
  });

  it('takes no form, which another site could post without asking', async () => {
    const { app } = await startWithPassword();
    const owner = await ownerAt(app);
    const response = await owner.post('/api/close', {}, { 'content-type': 'text/plain' });
    expect(response.status).to.equal(415);
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('ACCESS-5: takes no secret over plain HTTP from another machine, and no cookie', async () => {
    const { app, access } = await startWithPassword();
    const { id } = await access.people.add('Ada', '4711');
    const owner = await ownerAt(app);
    const host = `node.lan:${new URL(app.url).port}`;
    const elsewhere = new Browser(app.url, { headers: { 'x-forwarded-host': host } });
    const own = { origin: `http://${host}` };
    for (const [path, body] of [
      ['/api/session', { password: PASSWORD }],
      ['/api/session', { person: id, pin: '4711' }],
      ['/api/devices/claim', { code: '0123456789' }],
    ] as const) {
      const response = await elsewhere.post(path, body, own);
      expect([response.status, await codeIn(response)]).to.deep.equal([403, 'CONNECTION_INSECURE']);
    }
    expect(elsewhere.given).to.deep.equal([]);
    for (const [name, value] of owner.cookies) elsewhere.cookies.set(name, value);
    expect((await elsewhere.get('/api/members')).status).to.equal(401);
  });

  it('ACCESS-10: begins a session of its own, whatever cookie somebody has planted', async () => {
    const { app } = await startWithPassword();
    const name = `covisa-${new URL(app.url).port}`;
    const planted = 'P'.repeat(43);
    const victim = new Browser(app.url);
    victim.cookies.set(name, planted);
    await victim.post('/api/session', { password: PASSWORD });
    expect(victim.cookies.get(name))
      .to.match(/^[\w-]{43}$/)
      .and.not.equal(planted);
    const attacker = new Browser(app.url);
    attacker.cookies.set(name, planted);
    expect((await attacker.get('/api/members')).status).to.equal(401);
  });

  it('begins a session of its own over one of the attacker, which ends', async () => {
    const { app, access } = await startWithPassword();
    const { id } = await access.people.add('Mallory', '4711');
    const mallory = await pairedAt(app);
    await mallory.post('/api/session', { person: id, pin: '4711' });
    const victim = new Browser(app.url);
    for (const [name, value] of mallory.cookies) victim.cookies.set(name, value);
    await victim.post('/api/session', { password: PASSWORD });
    expect((await victim.get('/api/members')).status).to.equal(200);
    expect((await mallory.get('/api/members')).status).to.equal(401);
  });

  it('refuses a session that has expired', async () => {
    const { app, clock } = await startWithPassword();
    const owner = await ownerAt(app);
    clock.now += 12 * 3600;
    const response = await owner.get('/api/members');
    expect([response.status, await codeIn(response)]).to.deep.equal([401, 'UNAUTHORISED']);
  });

  it('ACCESS-3: looks at the token where there is one, and at no cookie beside it', async () => {
    const { app } = await startWithPassword();
    const owner = await ownerAt(app);
    const cookie = [...owner.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await app.fetch('/api/members', {
      headers: { cookie, authorization: 'Bearer wrong' },
    });
    expect(response.status).to.equal(401);
  });

  it('refuses what is no sign-in without repeating it', async () => {
    const { app } = await startWithPassword();
    const browser = new Browser(app.url);
    for (const body of [
      {},
      { password: '' },
      { password: 'secret-1', person: 'p', pin: '4711' },
      { person: 'p', pin: 'secret-2' },
      { person: 'p', pin: '12345678901' },
      { password: `secret-3${'x'.repeat(500)}` },
    ]) {
      const response = await browser.post('/api/session', body);
      const text = await response.text();
      expect([response.status, text.includes('REQUEST_INVALID')], text).to.deep.equal([400, true]);
      expect(text).not.to.match(/secret-\d|4711|12345678901/);
    }
  });

  it('writes no password, PIN, name or address into the log of events', async () => {
    const access = await testAccess({ random: seededRandom('log') });
    const { app } = await startWithPassword();
    await ownerAt(app);
    await new Browser(app.url).post('/api/session', { password: 'secret-guess' });
    expect(access.isPasswordSet()).to.equal(false);
    expect(JSON.stringify(app.logged)).not.to.match(/secret-guess|correct horse|127\.0\.0\.1/);
  });
});
