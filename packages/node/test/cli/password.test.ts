/** `covisa password`, against the real HTTP shell. */

import { expect } from 'chai';
import { Browser } from '../http/support/browser.js';
import { type RunningApp, runningApps, TOKEN } from '../http/support/running-app.js';
import { type CommandLineOptions, covisa, refusal } from './support/command-line.js';

const PASSWORD = 'correct horse';

describe('cli: password', () => {
  const start = runningApps();

  const password = (app: RunningApp, options: CommandLineOptions, ...argv: string[]) =>
    covisa(['--node', app.url, '--token', TOKEN, 'password', ...argv], options);

  async function statusOfSignIn(app: RunningApp, typed: string): Promise<number> {
    const response = await new Browser(app.url).post('/api/session', { password: typed });
    return response.status;
  }

  it('asks twice on a terminal, and says where to sign in', async () => {
    const app = await start();
    const ran = await password(app, { typed: [PASSWORD, PASSWORD] });
    expect(ran).to.deep.equal({
      status: 0,
      out: `The owner's password is set, and browsers that were signed in by an earlier one are signed out.\nSign in at ${app.url}/console\n`,
      notes: "The owner's new password: The same again: ",
    });
    expect(await statusOfSignIn(app, PASSWORD)).to.equal(200);
  });

  it('takes it from standard input, without the end of the line', async () => {
    const app = await start();
    for (const end of ['', '\n', '\r\n']) {
      const input = ` spaces are part of it ${end}`;
      const ran = await password(app, { input }, '--stdin', '--json');
      expect([ran.status, JSON.parse(ran.out)]).to.deep.equal([
        0,
        { address: `${app.url}/console` },
      ]);
      expect(await statusOfSignIn(app, ' spaces are part of it ')).to.equal(200);
    }
  });

  it('sets nothing that is mistyped, too short or too long', async () => {
    const app = await start();
    for (const typed of [
      [PASSWORD, 'correct house'],
      ['too short', 'too short'],
      ['x'.repeat(201), 'x'.repeat(201)],
      ['', ''],
      [PASSWORD],
    ]) {
      const ran = await password(app, { typed }, '--json');
      expect(refusal(ran), typed[0]).to.deep.equal([2, 'USAGE']);
      expect(ran.out).not.to.match(/correct|too short|xx/);
    }
    const session = await new Browser(app.url).get('/api/session');
    expect(await session.json()).to.have.property('ownerPasswordSet', false);
  });

  it('says how to go without a terminal', async () => {
    const app = await start();
    const ran = await password(app, {});
    expect([ran.status, ran.notes.includes('Pipe it in with --stdin.')]).to.deep.equal([2, true]);
  });
});
