/** Who may enter, as the owner decides over HTTP; and what the role desk may not. */

import { expect } from 'chai';
import { seededRandom } from '../../engine/support/ports.js';
import { testAccess } from '../../support/access.js';
import { Browser } from '../support/browser.js';
import { bodyOf, codeIn, runningApps } from '../support/running-app.js';

const PASSWORD = 'correct horse';

describe("the owner's routes of access", () => {
  const start = runningApps();

  async function started() {
    const access = await testAccess({ random: seededRandom('owner') });
    return { access, app: await start({ app: { access } }) };
  }

  it('adds, lists and removes desk people, and shows no PIN', async () => {
    const { app } = await started();
    const added = await app.post('/api/people', { name: 'Ada', pin: '4711' });
    const person = await bodyOf(added);
    expect([added.status, person]).to.deep.equal([
      201,
      { id: person.id, name: 'Ada', created: 1_778_576_400 },
    ]);
    expect(await (await app.fetch('/api/people')).json()).to.deep.equal([person]);
    expect((await app.post(`/api/people/${person.id}/pin`, { pin: '0815' })).status).to.equal(200);
    expect((await app.post(`/api/people/${person.id}/remove`, {})).status).to.equal(200);
    const again = await app.post(`/api/people/${person.id}/remove`, {});
    expect([again.status, await codeIn(again)]).to.deep.equal([404, 'NOT_FOUND']);
  });

  it('ACCESS-14: refuses PINs that are too short, too long or not of digits, and names the field', async () => {
    const { app } = await started();
    for (const pin of ['123', '12345678901', 'abcd', '12 4', '١٢٣٤']) {
      const response = await app.post('/api/people', { name: 'Ada', pin });
      const body = await bodyOf(response);
      expect([response.status, body.error.path], pin).to.deep.equal([400, '/pin']);
    }
  });

  it('lists and removes paired devices', async () => {
    const { app } = await started();
    const invited = await app.post('/api/devices', { name: 'Tablet' });
    const { code, lapses } = await bodyOf(invited);
    expect(lapses).to.equal(1_778_577_000);
    await new Browser(app.url).post('/api/devices/claim', { code, name: 'Front desk' });
    const listed = await bodyOf(await app.fetch('/api/devices'));
    expect(listed).to.deep.equal([
      { id: listed[0]?.id, name: 'Front desk', paired: 1_778_576_400 },
    ]);
    expect((await app.post(`/api/devices/${listed[0]?.id}/remove`, {})).status).to.equal(200);
    expect(await (await app.fetch('/api/devices')).json()).to.deep.equal([]);
  });

  it('shows a token once', async () => {
    const { app } = await started();
    const made = await app.post('/api/tokens', { name: 'Door', role: 'desk' });
    const { token, ...rest } = await bodyOf(made);
    expect([made.status, token]).to.satisfy(([status, text]: [number, string]) => {
      return status === 201 && /^[\w-]{43}$/.test(text);
    });
    expect(await (await app.fetch('/api/tokens')).json()).to.deep.equal([rest]);
  });

  it('refuses the role desk whatever it is not given', async () => {
    const { access, app } = await started();
    const { token } = await access.tokens.add('Door', 'desk');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    for (const [method, path] of [
      ['GET', '/api/members'],
      ['PATCH', '/api/profile'],
      ['POST', '/api/close'],
      ['POST', '/api/tokens'],
      ['POST', '/api/people'],
      ['POST', '/api/devices'],
      ['POST', '/api/password'],
      ['GET', '/api/log'],
      ['GET', '/api/nothing'],
    ] as const) {
      const init = { method, headers, ...(method !== 'GET' && { body: '{}' }) };
      const response = await app.fetch(path, init);
      expect([response.status, await codeIn(response)], path).to.deep.equal([403, 'FORBIDDEN']);
    }
    expect(app.engine.asked).to.deep.equal([]);
    expect((await app.fetch('/api/status', { headers })).status).to.equal(200);
  });

  it('sets the password for the token of the data folder without the current one', async () => {
    const { access, app } = await started();
    const short = await app.post('/api/password', { next: 'too short' });
    expect([short.status, access.isPasswordSet()]).to.deep.equal([400, false]);
    expect((await app.post('/api/password', { next: PASSWORD })).status).to.equal(200);
    const owner = new Browser(app.url);
    expect((await owner.post('/api/session', { password: PASSWORD })).status).to.equal(200);
  });

  it('ACCESS-16: changes the password in a browser by the current one only', async () => {
    const { access, app } = await started();
    await access.setPassword(PASSWORD);
    const owner = new Browser(app.url);
    await owner.post('/api/session', { password: PASSWORD });
    const missing = await owner.post('/api/password', { next: 'another password' });
    expect(missing.status).to.equal(400);
    const wrong = { current: 'not the password', next: 'another password' };
    expect(await codeIn(await owner.post('/api/password', wrong))).to.equal('CREDENTIALS_WRONG');
    const right = { current: PASSWORD, next: 'another password' };
    expect((await owner.post('/api/password', right)).status).to.equal(200);
    expect((await owner.get('/api/people')).status).to.equal(200);
    const old = await new Browser(app.url).post('/api/session', { password: PASSWORD });
    expect(old.status).to.equal(401);
  });

  it("ACCESS-16: sets no password for a made token, were it an owner's", async () => {
    const { access, app } = await started();
    const { token } = await access.tokens.add('Script', 'owner');
    const response = await app.fetch('/api/password', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ next: 'another password' }),
    });
    expect([response.status, access.isPasswordSet()]).to.deep.equal([403, false]);
  });
});
