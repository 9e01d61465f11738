/** What strangers, thieves of devices, and proxies that say too little do to sessions. */

import { expect } from 'chai';
import { seededRandom } from '../../engine/support/ports.js';
import { testAccess } from '../../support/access.js';
import { Browser } from '../support/browser.js';
import { rawExchange, summary } from '../support/raw.js';
import { bodyOf, codeIn, type RunningApp, runningApps } from '../support/running-app.js';

const PASSWORD = 'correct horse';

describe('a hostile browser', () => {
  const start = runningApps();

  async function startWithPassword() {
    const access = await testAccess({ random: seededRandom('hostile-browsers') });
    await access.setPassword(PASSWORD);
    return { app: await start({ app: { access } }), access };
  }

  async function ownerAt(app: RunningApp): Promise<Browser> {
    const browser = new Browser(app.url);
    expect((await browser.post('/api/session', { password: PASSWORD })).status).to.equal(200);
    return browser;
  }

  it('is a stolen tablet in which the owner was signed in when pairing it: both are taken back', async () => {
    const { app } = await startWithPassword();
    const tablet = await ownerAt(app);
    const { code } = await bodyOf(await tablet.post('/api/devices', { name: 'Tablet' }));
    const { device } = await bodyOf(await tablet.post('/api/devices/claim', { code }));
    expect((await tablet.get('/api/members')).status).to.equal(200);
    const elsewhere = await ownerAt(app);
    expect((await elsewhere.post(`/api/devices/${device.id}/remove`)).status).to.equal(200);
    expect((await tablet.get('/api/members')).status).to.equal(401);
    expect((await elsewhere.get('/api/members')).status).to.equal(200);
  });

  it('comes by a proxy that calls everybody local: no secret is taken in the clear', async () => {
    const { access } = await startWithPassword();
    const { id } = await access.people.add('Ada', '4711');
    const settings = {
      publicUrl: 'http://node.example',
      trustProxy: [],
      rateLimits: { wallet: null, peers: null, people: null },
    };
    const app = await start({ app: { access, settings } });
    const browser = new Browser(app.url);
    for (const [path, body] of [
      ['/api/session', { password: PASSWORD }],
      ['/api/session', { person: id, pin: '4711' }],
      ['/api/devices/claim', { code: '0123456789' }],
    ] as const) {
      const refused = await browser.post(path, body, { origin: 'http://node.example' });
      expect([refused.status, await codeIn(refused)]).to.deep.equal([403, 'CONNECTION_INSECURE']);
    }
    expect(browser.given).to.deep.equal([]);
  });

  it('ACCESS-3, ACCESS-5: sends a token in the clear, or by a proxy that says from where: it is not looked at', async () => {
    const { app } = await startWithPassword();
    const { host, port } = new URL(app.url);
    const ask = (name: string, more: string) =>
      rawExchange(
        app.url,
        `GET /api/status HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n` +
          `Authorization: Bearer token-of-the-test\r\n${more}\r\n`,
      );
    const cases = [
      [host, '', 200],
      [`localhost:${port}`, 'X-Forwarded-For: 127.0.0.1\r\n', 200],
      ['node.example', '', 403],
      [host, 'X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: http\r\n', 403],
      [host, 'X-Real-IP: 2001:db8::7\r\n', 403],
      [host, 'Forwarded: for="[2001:db8::7]:4711";proto=http\r\n', 403],
    ] as const;
    for (const [name, more, status] of cases) {
      expect(await ask(name, more), `${name} ${more}`).to.contain(`HTTP/1.1 ${status}`);
    }
  });

  it('comes over HTTPS by a proxy that does not say so: no cookie is given that goes in the clear', async () => {
    const { app } = await startWithPassword();
    const browser = new Browser(app.url);
    const origin = 'https://node.example';
    const refused = await browser.post('/api/session', { password: PASSWORD }, { origin });
    expect([refused.status, await codeIn(refused)]).to.deep.equal([403, 'CONNECTION_INSECURE']);
    expect(browser.given).to.deep.equal([]);
  });

  it('reaches a local node under a name of its own (DNS rebinding): it gets in by no cookie', async () => {
    const { app } = await startWithPassword();
    const owner = await ownerAt(app);
    const cookie = [...owner.cookies].map((pair) => pair.join('=')).join('; ');
    const { port } = new URL(app.url);
    const from = (method: string, path: string, headers: string): Promise<string> =>
      rawExchange(
        app.url,
        `${method} ${path} HTTP/1.1\r\nhost: evil.example:${port}\r\ncookie: ${cookie}\r\n${headers}connection: close\r\n\r\n`,
      );
    expect(summary(await from('GET', '/api/members', ''))[1]).to.equal('UNAUTHORISED');
    const own = `origin: http://evil.example:${port}\r\ncontent-length: 0\r\n`;
    expect(summary(await from('POST', '/api/close', own))[1]).to.equal('UNAUTHORISED');
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('names itself twice, or by two lengths of one body: it is refused', async () => {
    const { app } = await startWithPassword();
    const owner = await ownerAt(app);
    const { host } = new URL(app.url);
    const cookie = [...owner.cookies].map((pair) => pair.join('=')).join('; ');
    const head = `POST /api/close HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\n`;
    for (const rest of [
      `origin: http://evil.example\r\norigin: ${app.url}\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`,
      `origin: ${app.url}\r\norigin: http://evil.example\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`,
      `origin: ${app.url}\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n{}`,
      `origin: ${app.url}\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
    ]) {
      const [status] = summary(await rawExchange(app.url, `${head}${rest}`));
      expect(status, rest).to.match(/^HTTP\/1\.1 40[03] /);
    }
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('is a desk’s, and asks for the owner’s data beside the desk’s own routes: it gets none', async () => {
    const { app, access } = await startWithPassword();
    const { token } = await access.tokens.add('Door', 'desk');
    const headers = { authorization: `Bearer ${token}` };
    for (const path of [
      '/api/status/',
      '/api/desk/../members',
      '/api/desk%2f..%2fmembers',
      '/api//members',
      '/api/Members',
      '/api/desk;/members',
      '/api/desk/settings',
      '/api/visits/x/void/../../../members',
    ]) {
      const answer = await rawExchange(
        app.url,
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: ${headers.authorization}\r\nconnection: close\r\n\r\n`,
      );
      expect(summary(answer)[0], path).to.match(/^HTTP\/1\.1 40[34] /);
    }
    expect(app.engine.asked).to.deep.equal([]);
  });
});
