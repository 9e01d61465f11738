/** What the software wallet asks of a real home: a visit to come, a new number, a new phone. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Network } from '../engine/support/network.js';
import { found } from '../engine/support/people.js';
import { runningApps } from '../http/support/running-app.js';
import { temporaryFolders } from '../support/folders.js';
import { covisa, refusal } from './support/command-line.js';

describe('cli: asking the home', () => {
  const start = runningApps();
  const makeFolder = temporaryFolders();

  async function scene() {
    const network = new Network();
    const [loft, dock] = await network.addAll(['loft', 'dock']);
    await found(network, [loft, dock]);
    const settings = { publicUrl: null, trustProxy: ['loopback'] };
    const rateLimits = { wallet: null, peers: null, people: null };
    const app = await start({
      app: { engine: loft.engine, settings: { ...settings, rateLimits }, now: () => network.now },
    });
    const { claimCode } = await loft.engine.home.add({
      ...{ name: 'Mia', displayName: 'Mia', contact: null, plan: 'full' },
      ...{ since: null, paidUntil: null, isStatic: false },
    });
    const folder = makeFolder();
    const run = (file: string, ...argv: string[]) =>
      covisa(['wallet', ...argv, '--wallet', join(folder, file), '--at', String(network.now)], {
        draws: file === 'first' ? 0 : 100,
      });
    await run('first', 'claim', `${app.url}/claim#${claimCode}.${loft.id}`);
    const visa = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')).visa;
    return { network, run, visa };
  }

  it('says whether a visit would be free', async () => {
    const { run } = await scene();
    const ran = await run('first', 'may', 'dock', '--date', '2026-11-12');
    expect([ran.status, ran.notes]).to.deep.equal([0, '']);
    expect(ran.out).to.match(/^Free/);
    const told = await run('first', 'may', 'dock', '--json');
    const { verdict, venue } = JSON.parse(told.out);
    expect([verdict.outcome, verdict.date, venue]).to.deep.equal(['free', '2026-11-02', 'main']);
    const nowhere = await run('first', 'may', 'dock', '--venue', 'annex', '--json');
    expect(refusal(nowhere)).to.deep.equal([1, 'NOT_JUDGED']);
    const unknown = await run('first', 'may', 'atlantis', '--json');
    expect(refusal(unknown)[1]).to.equal('NAME_UNKNOWN');
  });

  it('gets a new number, and moves to another wallet, which ends the first', async () => {
    const { network, run, visa } = await scene();
    const before = visa('first');
    const renumbered = await run('first', 'renumber', '--json');
    expect(JSON.parse(renumbered.out).ask).to.equal(true);
    expect(visa('first')).to.not.equal(before);
    await network.pass(2);
    const moved = await run('first', 'move', '--json');
    const { claimLink } = JSON.parse(moved.out);
    expect((await run('second', 'claim', claimLink)).status).to.equal(0);
    expect(refusal(await run('first', 'renew', '--json'))).to.deep.equal([
      1,
      'PRESENTATION_FORGED',
    ]);
  });
});
