/**
 * What one check of access alone keeps out, or lets in: each of these was not noticed when that
 * check was taken out of the code (docs/mutations.md).
 */

import { sha256 } from '@covisa/protocol';
import { expect } from 'chai';
import fetch from 'node-fetch';
import { secretDigest } from '../../../dist/access/secrets.js';
import { seededRandom } from '../../engine/support/ports.js';
import { testAccess } from '../../support/access.js';
import { Browser } from '../support/browser.js';
import { runningApps, TOKEN } from '../support/running-app.js';

const PASSWORD = 'correct horse';

describe('access whose every check is needed', () => {
  const start = runningApps();

  async function started() {
    const access = await testAccess({ random: seededRandom('removed') });
    await access.setPassword(PASSWORD);
    return start({ app: { access } });
  }

  it('ACCESS-3: asks no origin of who only looks, by HEAD as by GET', async () => {
    const app = await started();
    const owner = new Browser(app.url);
    await owner.post('/api/session', { password: PASSWORD });
    const cookie = [...owner.cookies].map((pair) => pair.join('=')).join('; ');
    for (const method of ['GET', 'HEAD']) {
      const headers = { cookie, origin: 'https://elsewhere.example' };
      const { status } = await fetch(`${app.url}/api/members`, { method, headers });
      expect(status, method).to.equal(200);
    }
  });

  it('ACCESS-3: asks no origin of who has a token', async () => {
    const app = await started();
    const headers = {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      origin: 'http://127.0.0.1:1',
    };
    const body = JSON.stringify({ name: 'Ada', pin: '4711' });
    const response = await app.fetch('/api/people', { method: 'POST', headers, body });
    expect(response.status).to.equal(201);
  });

  it('EDGE-3: takes JSON that says that it is in UTF-8', async () => {
    const app = await started();
    const type = { 'content-type': 'application/json; charset=utf-8' };
    const headers = { ...type, authorization: `Bearer ${TOKEN}` };
    const body = JSON.stringify({ name: 'Ada', pin: '4711' });
    const response = await app.fetch('/api/people', { method: 'POST', headers, body });
    expect(response.status).to.equal(201);
  });

  it('ACCESS-17: keeps another digest of a secret for each kind', () => {
    const kinds = ['session', 'device', 'token'] as const;
    const digests = kinds.map((kind) => secretDigest(kind, 'secret', sha256));
    expect(new Set(digests).size).to.equal(3);
  });
});
