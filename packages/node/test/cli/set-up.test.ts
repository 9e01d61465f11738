/** First set-up as an owner uses it: real processes, and a browser's requests. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase64url, recoveryDigest } from '@covisa/protocol';
import { expect } from 'chai';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';
import { Browser } from '../http/support/browser.js';
import { bodyOf, codeIn } from '../http/support/running-app.js';
import { temporaryFolders } from '../support/folders.js';
import { command, document, nodeProcesses } from './support/processes.js';

const PASSWORD = 'correct horse';
const LINK = /^(http:\/\/127\.0\.0\.1:\d+)\/set-up#([\w-]{24})$/;

/** What the page of first set-up sends. */
function choice(token: string, digest: string | null, name = 'Loft <1>'): object {
  const venue = {
    name: 'Mitte',
    address: 'Torstraße 1, Berlin',
    latitude: 52.53,
    longitude: 13.4,
    timeZone: 'Europe/Berlin',
    seats: 40,
    amenities: ['coffee'],
  };
  const rate = { amount: 2500, currency: 'EUR' };
  return {
    ...{ token, password: PASSWORD, name, venue, rate },
    ...{ languages: ['de', 'en'], recoveryDigest: digest },
  };
}

describe('cli: first set-up', function () {
  this.timeout(60_000);
  const makeFolder = temporaryFolders();
  const start = nodeProcesses();

  /** The recovery key of an owner's browser. */
  const recoveryKey = nodeSignatureBackend().publicKey(new Uint8Array(32).fill(7));
  const digest = recoveryDigest(recoveryKey);

  function linkOf(link: string | undefined): { url: string; token: string } {
    const [, url = '', token = ''] = LINK.exec(link ?? '') ?? [];
    expect(token, link).to.have.length(24);
    return { url, token };
  }

  it('SETUP-2: start --set-up waits for its owner, makes the space and goes on as its node', async () => {
    const data = join(makeFolder(), 'data');
    const node = await start(['--data', data, '--set-up', '--port', '0']);
    expect(node.started).to.include({ space: null, name: null, recoveryWords: null, data });
    const { url, token } = linkOf(node.started.setUpLink);
    expect(existsSync(data)).to.equal(false);

    const browser = new Browser(url);
    for (const path of ['/', '/desk', '/console']) {
      const page = await browser.get(path);
      expect([page.status, page.headers.get('location')], path).to.deep.equal([302, '/set-up']);
    }
    const early = await browser.get('/api/session');
    expect([early.status, await codeIn(early)]).to.deep.equal([503, 'NOT_READY']);
    expect((await browser.get('/covisa/v1/directory')).status).to.equal(503);
    const state = await browser.post('/api/set-up/state', { token });
    expect(await bodyOf(state)).to.deep.equal({
      made: false,
      profile: null,
      defaults: { timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone },
    });

    const done = await browser.post('/api/set-up', choice(token, digest));
    expect([done.status, await bodyOf(done)]).to.deep.equal([
      200,
      {
        signedIn: { kind: 'session', role: 'owner', person: null, name: 'Owner' },
        device: null,
        people: [],
        ownerPasswordSet: true,
      },
    ]);
    const profile = await bodyOf(await browser.get('/api/profile'));
    expect(profile).to.deep.include({
      name: 'Loft <1>',
      open: true,
      rate: { amount: 2500, currency: 'EUR' },
      languages: ['de', 'en'],
      venues: [
        {
          id: 'main',
          name: 'Mitte',
          address: 'Torstraße 1, Berlin',
          latitude: 52.53,
          longitude: 13.4,
          timeZone: 'Europe/Berlin',
          seats: 40,
          amenities: ['coffee'],
        },
      ],
    });
    const [inception] = await document(['--data', data, 'log', 'show', '--count', '1']);
    expect(inception.entry.recovery).to.equal(digest);
    expect((await document(['--data', data, 'status'])).address ?? url).to.equal(url);
    expect(readdirSync(data)).not.to.include('set-up-token');

    const again = await new Browser(url).post('/api/set-up', choice(token, digest));
    expect([again.status, await codeIn(again)]).to.deep.equal([403, 'FORBIDDEN']);
    expect(await node.end()).to.equal(0);

    const later = await start(['--data', data, '--set-up', '--port', '0']);
    expect(later.started).to.include({ name: 'Loft <1>', setUpLink: null, recoveryWords: null });
    const signIn = await new Browser(later.started.address ?? '').post('/api/session', {
      password: PASSWORD,
    });
    expect(signIn.status).to.equal(200);
  });

  it('SETUP-1: a stranger who finds a fresh node can do nothing', async () => {
    const data = join(makeFolder(), 'data');
    const node = await start(['--data', data, '--set-up', '--port', '0']);
    const { url, token } = linkOf(node.started.setUpLink);
    const stranger = new Browser(url);
    for (const wrong of [
      '',
      'A'.repeat(24),
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
    ]) {
      for (const [path, body] of [
        ['/api/set-up/state', { token: wrong }],
        ['/api/set-up', choice(wrong, digest)],
      ] as const) {
        const response = await stranger.post(path, body);
        expect(response.status, `${path} ${wrong}`).to.be.oneOf([400, 403]);
      }
    }
    const forged = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const elsewhere = await stranger.post('/api/set-up', choice(token, digest), forged);
    expect([elsewhere.status, await codeIn(elsewhere)]).to.deep.equal([403, 'FORBIDDEN']);
    const proxied = { 'x-forwarded-host': 'node.lan', origin: 'http://node.lan' };
    const clear = await stranger.post('/api/set-up', choice(token, digest), proxied);
    expect([clear.status, await codeIn(clear)]).to.deep.equal([403, 'CONNECTION_INSECURE']);
    expect((await stranger.get(`/api/set-up?token=${token}`)).status).to.equal(405);
    expect([stranger.given, existsSync(data)]).to.deep.equal([[], false]);
    expect(await node.end()).to.equal(0);
    expect(existsSync(data)).to.equal(false);
  });

  it('SETUP-2, SETUP-3: says what is wrong with a choice, and takes the next one', async () => {
    const data = join(makeFolder(), 'data');
    const node = await start(['--data', data, '--set-up', '--port', '0']);
    const { url, token } = linkOf(node.started.setUpLink);
    const browser = new Browser(url);
    const whole = choice(token, digest);
    for (const [change, path] of [
      [{ password: 'too short' }, '/password'],
      [{ name: '' }, '/name'],
      [{ recoveryDigest: null }, '/recoveryDigest'],
      [{ recoveryDigest: encodeBase64url(new Uint8Array(31)) }, '/recoveryDigest'],
      [{ venue: { name: 'x', address: '', timeZone: 'Mars', amenities: [] } }, '/venue/timeZone'],
      [{ rate: { amount: -1, currency: 'EUR' } }, '/rate'],
    ] as const) {
      const response = await browser.post('/api/set-up', { ...whole, ...change });
      const { error } = await bodyOf(response);
      expect([response.status, error.code, error.path]).to.deep.equal([
        400,
        'REQUEST_INVALID',
        path,
      ]);
    }
    // Twice at once: a double click makes one space.
    const both = await Promise.all([1, 2].map(() => browser.post('/api/set-up', whole)));
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 403]);
  });

  it('takes no recovery key for a space that was made with another one meanwhile', async () => {
    const data = join(makeFolder(), 'data');
    const node = await start(['--data', data, '--set-up', '--port', '0']);
    const { url, token } = linkOf(node.started.setUpLink);
    await document(['--data', data, 'init', '--name', 'Spreeraum']);
    const late = await new Browser(url).post('/api/set-up', choice(token, digest));
    expect([late.status, await codeIn(late)]).to.deep.equal([409, 'CONFLICT']);
    expect(await node.end()).to.equal(0);
    const again = await start(['--data', data, '--set-up', '--port', '0']);
    expect(again.started.name).to.equal('Spreeraum');
    linkOf(again.started.setUpLink);
  });

  it('start --set-up makes nothing in a folder that is not empty, or where its port is taken', async () => {
    const data = join(makeFolder(), 'data');
    const node = await start(['--data', data, '--set-up', '--port', '0']);
    const { port } = new URL(node.started.address ?? '');
    const folder = makeFolder();
    const argv = ['--data', join(folder, 'data'), 'start', '--set-up', '--json', '--port', port];
    const taken = await command(argv);
    expect([taken.status, JSON.parse(taken.out).error.code]).to.deep.equal([1, 'ADDRESS_IN_USE']);
    expect(readdirSync(folder)).to.deep.equal([]);
    const full = await command(['--data', join(data, '..', '..'), 'start', '--set-up', '--json']);
    expect([full.status, JSON.parse(full.out).error.code]).to.deep.equal([
      1,
      'DATA_FOLDER_NOT_EMPTY',
    ]);
  });

  it('start --init makes a node, whose link leads to the same page without a recovery key', async () => {
    const data = join(makeFolder(), 'data');
    const first = await start(['--data', data, '--init', '--port', '0', '--time-zone', 'UTC']);
    expect(first.started.recoveryWords?.split(' ')).to.have.length(24);
    const { url, token } = linkOf(first.started.setUpLink);
    const browser = new Browser(url);
    expect((await browser.post('/api/set-up/state', { token: token.slice(1) })).status).to.equal(
      403,
    );
    const state = await bodyOf(await browser.post('/api/set-up/state', { token }));
    expect([state.made, state.profile.name]).to.deep.equal([true, 'My coworking space']);

    expect((await browser.post('/api/set-up', choice(token, null))).status).to.equal(200);
    expect((await document(['--data', data, 'status'])).name).to.equal('Loft <1>');
    const { venues } = await document(['--data', data, 'profile', 'show']);
    expect([venues.length, venues[0].id, venues[0].name]).to.deep.equal([1, 'main', 'Mitte']);
    const again = await browser.post('/api/set-up', choice(token, null));
    expect([again.status, await codeIn(again)]).to.deep.equal([403, 'FORBIDDEN']);

    expect(await first.end()).to.equal(0);
    const second = await start(['--data', data, '--init', '--port', '0']);
    expect([second.started.recoveryWords, second.started.setUpLink]).to.deep.equal([null, null]);
    expect(second.started.space).to.equal(first.started.space);
  });

  it('a password that is set on the command line closes set-up', async () => {
    const data = join(makeFolder(), 'data');
    const node = await start(['--data', data, '--init', '--port', '0']);
    const { url, token } = linkOf(node.started.setUpLink);
    await document(['--data', data, 'password', '--stdin'], `${PASSWORD}\n`);
    const late = await new Browser(url).post('/api/set-up', choice(token, null));
    expect([late.status, await codeIn(late)]).to.deep.equal([403, 'FORBIDDEN']);
    await node.end();
    const second = await start(['--data', data, '--set-up', '--port', '0']);
    expect(second.started.setUpLink).to.equal(null);
  });

  it('start keeps the public address that it is given, for the starts without it', async () => {
    const data = join(makeFolder(), 'data');
    await document(['--data', data, 'init', '--name', 'Spreeraum', '--log-level', 'warn']);
    const settings = () => JSON.parse(readFileSync(join(data, 'covisa.json'), 'utf8'));
    const publicUrl = 'https://spreeraum.example';
    const first = await start(['--data', data, '--port', '0', '--public-url', publicUrl]);
    await first.end();
    const kept = `--public-url is kept in ${join(data, 'covisa.json')}: the next start needs it no more.`;
    expect(first.notes()).to.include(kept);
    expect(settings()).to.deep.equal({ logLevel: 'warn', publicUrl });

    const second = await start(['--data', data, '--port', '0', '--public-url', publicUrl]);
    await second.end();
    expect(second.notes()).not.to.include('kept');
    const third = await start(['--data', data, '--port', '0']);
    await third.end();
    expect(third.started.publicUrl).to.equal(publicUrl);
    const none = await start(['--data', data, '--port', '0', '--public-url', 'none']);
    await none.end();
    expect(settings()).to.deep.equal({ logLevel: 'warn', publicUrl: null });
  });

  it('start alone opens no set-up', async () => {
    const data = join(makeFolder(), 'data');
    await document(['--data', data, 'init', '--name', 'Spreeraum']);
    expect((await start(['--data', data, '--port', '0'])).started.setUpLink).to.equal(null);
  });

  it('start --set-up opens the set-up of a space that was made without one', async () => {
    const data = join(makeFolder(), 'data');
    await document(['--data', data, 'init', '--name', 'Spreeraum']);
    const node = await start(['--data', data, '--set-up', '--port', '0']);
    const { url, token } = linkOf(node.started.setUpLink);
    expect(readFileSync(join(data, 'set-up-token'), 'utf8')).to.equal(`${token}\n`);
    const state = await bodyOf(await new Browser(url).post('/api/set-up/state', { token }));
    expect(state.profile.name).to.equal('Spreeraum');
    await node.end();
    const again = linkOf((await start(['--data', data, '--port', '0'])).started.setUpLink);
    expect(again.token).to.not.equal(token);
    const late = await new Browser(again.url).post('/api/set-up/state', { token });
    expect(late.status).to.equal(403);
  });
});
