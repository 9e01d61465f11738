/** `covisa person`, `device` and `token`, against the real HTTP shell. */

import { expect } from 'chai';
import { Browser } from '../http/support/browser.js';
import { bodyOf, type RunningApp, runningApps, TOKEN } from '../http/support/running-app.js';
import { type CommandLineOptions, covisa, refusal } from './support/command-line.js';

describe('cli: who may enter', () => {
  const start = runningApps();

  const at = (app: RunningApp, line: string, options: CommandLineOptions = {}) =>
    covisa(['--node', app.url, '--token', TOKEN, ...line.split(' ')], options);

  /** The document of a command that succeeds. */
  async function documentOf(app: RunningApp, line: string, options: CommandLineOptions = {}) {
    const ran = await at(app, `${line} --json`, options);
    expect(ran.status, ran.out).to.equal(0);
    return JSON.parse(ran.out);
  }

  it('lets somebody sign in with a PIN on a device that was paired by the link', async () => {
    const app = await start();
    const added = await documentOf(app, 'person add Ada', { typed: ['4711', '4711'] });
    expect(added).to.have.property('name', 'Ada');
    const { code, link } = await documentOf(app, 'device pair Tablet');
    expect(link).to.equal(`${app.url}/desk#pair.${code}`);
    const tablet = new Browser(app.url);
    await tablet.post('/api/devices/claim', { code });
    const signIn = async (pin: string) =>
      (await tablet.post('/api/session', { person: added.id, pin })).status;
    expect(await signIn('4711')).to.equal(200);

    await documentOf(app, 'person pin ada --stdin', { input: '081500\n' });
    expect([await signIn('4711'), await signIn('081500')]).to.deep.equal([401, 200]);
    expect((await at(app, 'person list')).out).to.match(
      /^NAME {2}ID +SINCE\nAda {3}\S+ {2}2026-05-12 09:00 UTC\n$/,
    );
    await documentOf(app, 'device remove Tablet');
    expect(await documentOf(app, 'device list')).to.deep.equal([]);
    expect((await bodyOf(await tablet.get('/api/session'))).device).to.equal(null);
    await documentOf(app, 'person remove Ada');
    expect((await at(app, 'person list')).out).to.equal('No desk people yet.\n');
  });

  it('makes tokens for the desk unless told otherwise, and shows them once', async () => {
    const app = await start();
    const door = await documentOf(app, 'token add Door');
    const script = await documentOf(app, 'token add Script --role owner');
    expect([door.role, script.role]).to.deep.equal(['desk', 'owner']);
    expect((await covisa(['--node', app.url, '--token', door.token, 'status'])).status).to.equal(0);
    const refused = ['--node', app.url, '--token', door.token, 'member', 'list', '--json'];
    expect(refusal(await covisa(refused))).to.deep.equal([1, 'FORBIDDEN']);
    const listed = await at(app, 'token list');
    expect(listed.out).to.include('Door').and.not.include(door.token);
    await documentOf(app, 'token remove Door');
    const gone = ['--node', app.url, '--token', door.token, 'status', '--json'];
    expect(refusal(await covisa(gone))).to.deep.equal([1, 'UNAUTHORISED']);
  });

  it('refuses what is no PIN, no role and no name that is known', async () => {
    const app = await start();
    for (const [line, typed, status, code] of [
      ['person add Ada', ['123', '123'], 2, 'USAGE'],
      ['person add Ada', ['4711', '4712'], 2, 'USAGE'],
      ['person pin Bob', ['4711', '4711'], 1, 'NAME_UNKNOWN'],
      ['token add Door --role admin', [], 2, 'USAGE'],
      ['device remove Tablet', [], 1, 'NAME_UNKNOWN'],
    ] as const) {
      const ran = await at(app, `${line} --json`, { typed });
      expect(refusal(ran), line).to.deep.equal([status, code]);
      expect(ran.out).not.to.match(/\b(?:123|4711)\b/);
    }
    expect(await documentOf(app, 'person list')).to.deep.equal([]);
  });
});
