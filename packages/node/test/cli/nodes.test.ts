/** The command line as an owner uses it: real processes, real nodes, real files. */

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fetch from 'node-fetch';
import { freePort } from '../../dist/cli/trial/nodes.js';
import { temporaryFolders } from '../support/folders.js';
import {
  command,
  document,
  interrupted,
  type NodeProcess,
  nodeProcesses,
} from './support/processes.js';

const RATE = ['--rate', '25.00', '--currency', 'EUR'];

async function flagsFor(data: string): Promise<readonly string[]> {
  const port = await freePort();
  const address = ['--port', String(port), '--url', `http://127.0.0.1:${port}`];
  return ['--data', data, ...address, '--allow-private-addresses', '--test-clock'];
}

describe('cli: nodes as processes', function () {
  this.timeout(60_000);
  const makeFolder = temporaryFolders();
  const start = nodeProcesses();

  async function makeNode(name: string): Promise<{ data: string; node: NodeProcess }> {
    const data = join(makeFolder(), 'data');
    await document([
      'init',
      ...(await flagsFor(data)),
      '--name',
      name,
      '--time-zone',
      'UTC',
      ...RATE,
    ]);
    return { data, node: await start(['--data', data]) };
  }

  it('init makes a private folder, and shows 24 recovery words that nothing keeps', async () => {
    const data = join(makeFolder(), 'data');
    const made = await document(['--data', data, 'init', '--name', 'Spreeraum', '--port', '8123']);
    expect(made.name).to.equal('Spreeraum');
    expect(made.recoveryWords.split(' ')).to.have.length(24);
    expect(statSync(data).mode & 0o777).to.equal(0o700);
    for (const name of ['node.key', 'api-token', 'covisa.json', 'covisa.sqlite']) {
      expect(statSync(join(data, name)).mode & 0o777, name).to.equal(0o600);
    }
    expect(statSync(join(data, 'node.key')).size).to.equal(32);
    expect(JSON.parse(readFileSync(join(data, 'covisa.json'), 'utf8'))).to.deep.equal({
      port: 8123,
    });
    for (const name of readdirSync(data)) {
      const held = readFileSync(join(data, name)).toString('latin1');
      expect(held.includes(made.recoveryWords.slice(0, 20)), name).to.equal(false);
    }
    const again = await command(['--data', data, 'init', '--json']);
    expect([again.status, JSON.parse(again.out).error.code]).to.deep.equal([
      1,
      'DATA_FOLDER_NOT_EMPTY',
    ]);
  });

  it('init leaves no folder behind when it fails', async () => {
    const folder = makeFolder();
    const data = join(folder, 'spaces', 'data');
    const failed = await command(['--data', data, 'init', '--language', 'x_y', '--json']);
    expect(failed.status).to.equal(1);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('init for people shows the words in rows, and only with --qr as a labelled QR code', async () => {
    const data = join(makeFolder(), 'data');
    const { status, out } = await command(['--data', data, 'init']);
    expect(status).to.equal(0);
    expect(out).to.match(/\n 1 [a-z]+ +2 [a-z]+/);
    expect(out).not.to.include('█');
    const drawn = await command(['--data', join(makeFolder(), 'data'), 'init', '--qr']);
    expect(drawn.out).to.match(/The same recovery key as a QR code[^█]+█████/);
    expect(drawn.out).not.to.include('\u001b');
  });

  it('warns that a claim link of a node without public address works here only', async () => {
    const data = join(makeFolder(), 'data');
    await start(['--data', data, '--init', '--port', '0']);
    const { out } = await command(['--data', data, 'member', 'add', 'Mei']);
    expect(out).to.include('WARNING: this node has no public address');
    expect(out).to.include('works on this machine only');
  });

  it('start --init makes nothing where its port is taken', async () => {
    const { node } = await makeNode('Spreeraum');
    const { port } = new URL(node.started.address ?? '');
    const folder = makeFolder();
    const argv = ['--data', join(folder, 'data'), 'start', '--init', '--port', port];
    const refused = await command(argv);
    expect([refused.status, refused.out, readdirSync(folder)]).to.deep.equal([1, '', []]);
    expect(refused.notes).to.include('[ADDRESS_IN_USE]');
  });

  it('one data folder has one node at a time, and is free as soon as that has stopped', async () => {
    const { data, node } = await makeNode('Spreeraum');
    const second = await command(['--data', data, 'start', '--port', '0', '--json']);
    expect([second.status, JSON.parse(second.out).error.code]).to.deep.equal([
      1,
      'NODE_ALREADY_RUNNING',
    ]);
    expect(await node.end('SIGINT')).to.equal(0);
    await start(['--data', data]);
  });

  it('plays a visit: programme, member, wallet, desk, statement', async () => {
    const home = await makeNode('Yarra Works');
    const host = await makeNode('Bund Loft');
    const at = (data: string, ...argv: string[]) => document(['--data', data, ...argv]);
    const address = host.node.started.address ?? '';

    const free = ['--free-days-per-host', '1', '--founder', address];
    await at(home.data, 'programme', 'create', 'Rivers', ...free);
    const { link } = await at(home.data, 'programme', 'invite');
    expect((await at(host.data, 'programme', 'join', link)).name).to.equal('Rivers');
    await at(home.data, 'sync');
    await at(host.data, 'sync');
    expect((await at(host.data, 'programme', 'show', 'rivers')).founded).to.equal(true);
    const listed = await at(home.data, 'directory');
    expect(listed.map((one: { name: string }) => one.name)).to.include('Bund Loft');

    const invited = await at(home.data, 'member', 'add', 'Mia Chen', '--display-name', 'Mia');
    const wallet = join(makeFolder(), 'mia.json');
    const claimed = await document(['wallet', 'claim', invited.claimLink, '--wallet', wallet]);
    expect(claimed.displayName).to.equal('Mia');

    const present = ['wallet', 'present', '--wallet', wallet, '--host', 'Bund Loft'];
    const token = async () => {
      const { now } = await at(host.data, 'clock', 'show');
      return (await command([...present, '--at', String(now)])).out;
    };
    const check = (shown: string, ...argv: string[]) =>
      command(['--data', host.data, 'check', '--json', ...argv], shown);
    const first = await check(await token(), '--stamp', 'free');
    expect(first.status, first.out + first.notes).to.equal(0);
    const verdict = JSON.parse(first.out);
    expect([verdict.verdict.outcome, verdict.displayName, verdict.stamped]).to.deep.equal([
      'free',
      'Mia',
      true,
    ]);
    for (const data of [home.data, host.data]) await at(data, 'clock', 'advance', '1d');
    await at(host.data, 'sync');
    const second = await check(await token(), '--stamp', 'paid', '--amount', '25.00');
    expect([second.status, JSON.parse(second.out).verdict.outcome]).to.deep.equal([0, 'paid']);

    for (const data of [home.data, host.data]) await at(data, 'clock', 'advance', '1d');
    // Who is not open is in no directory, by which a wallet could find it.
    const shown = await token();
    await at(host.data, 'profile', 'set', '--open', 'no');
    const third = await check(shown, '--stamp', 'paid');
    const refused = JSON.parse(third.out);
    expect([third.status, refused.verdict.reasons[0].code, refused.stamped]).to.deep.equal([
      3,
      'HOST_NOT_TAKING',
      false,
    ]);
    await at(host.data, 'profile', 'set', '--open', 'yes');

    const visits = await at(host.data, 'visits');
    expect(
      visits.map((one: { kind: string; amount: number }) => [one.kind, one.amount]),
    ).to.deep.equal([
      ['free', null],
      ['paid', 2500],
    ]);
    await at(home.data, 'sync');
    const given = await at(host.data, 'statement', 'Yarra Works');
    const received = await at(home.data, 'statement', 'Bund Loft');
    expect(given.given).to.deep.equal(received.received);
    expect(given.given).to.have.length(2);

    const forged = await command(['--data', host.data, 'check', 'CV1:NOISE', '--json']);
    expect(forged.status).to.equal(3);
    await at(home.data, 'member', 'revoke', 'Mia Chen', '--yes');
    await at(home.data, 'sync');
    await at(host.data, 'sync');
    const revoked = await check(await token());
    expect([revoked.status, JSON.parse(revoked.out).error.code]).to.deep.equal([3, 'VISA_REVOKED']);
    expect((await at(host.data, 'log', 'verify', '--space', 'Yarra Works')).ok).to.equal(true);
  });

  it('backs up a running node, and restores it into an empty folder only', async () => {
    const { data, node } = await makeNode('Spreeraum');
    await document(['--data', data, 'member', 'add', 'Jonas']);
    const file = join(makeFolder(), 'spreeraum.backup');
    await document(['--data', data, 'backup', file]);
    const nowhere = join(data, 'nowhere', 'backup');
    const lost = await command(['--data', data, 'backup', nowhere, '--json']);
    expect([lost.status, JSON.parse(lost.out).error]).to.deep.equal([
      1,
      {
        code: 'FILE_UNWRITABLE',
        message: `file ${nowhere}: its folder is not there. Make the folder, or name another place.`,
      },
    ]);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    await node.end();

    const full = await command(['--data', data, 'restore', file, '--json']);
    expect([full.status, JSON.parse(full.out).error.code]).to.deep.equal([
      1,
      'DATA_FOLDER_NOT_EMPTY',
    ]);
    const target = join(makeFolder(), 'restored');
    await document(['--data', target, 'restore', file]);
    expect(readdirSync(target).sort()).to.include.members([
      'covisa.json',
      'covisa.sqlite',
      'node.key',
    ]);
    expect(readdirSync(target)).not.to.include('head');
    const restored = await start(['--data', target]);
    expect(restored.started.space).to.equal(node.started.space);
    const members = await document(['--data', target, 'member', 'list']);
    expect(members.map((one: { name: string }) => one.name)).to.deep.equal(['Jonas']);

    const damaged = readFileSync(file);
    damaged[5000] = (damaged[5000] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    const other = join(makeFolder(), 'other');
    const refused = await command(['--data', other, 'restore', file, '--json']);
    expect([refused.status, JSON.parse(refused.out).error.code]).to.deep.equal([
      1,
      'BACKUP_INVALID',
    ]);
    expect(existsSync(other)).to.equal(false);
  });

  it('keeps the time of the test clock over a restart', async () => {
    const { data, node } = await makeNode('Spreeraum');
    await document(['--data', data, 'clock', 'advance', '3d']);
    await node.end();
    await start(['--data', data]);
    const { testClockOffset } = await document(['--data', data, 'clock', 'show']);
    expect(testClockOffset).to.equal(3 * 86_400);
  });

  it('try --once plays three spaces and leaves no process behind', async () => {
    const folder = join(makeFolder(), 'trial');
    const played = await document(['try', '--once', '--data', folder]);
    expect(played.spaces).to.have.length(3);
    expect(
      played.visits.map((one: Record<string, string>) => [one.member, one.host, one.outcome]),
    ).to.deep.equal([
      ['Mia Chen', 'Bund Loft 外滩', 'free'],
      ['Jonas Brandt', 'Yarra Works', 'free'],
      ['Mia Chen', 'Bund Loft 外滩', 'free'],
      ['Li Wei', 'Spreeraum', 'free'],
      ['Mia Chen', 'Bund Loft 外滩', 'paid'],
    ]);
    // Nobody is refused on the way in a manner that an owner should look into.
    for (const name of ['melbourne', 'shanghai', 'berlin']) {
      const events = readFileSync(join(folder, `${name}.log`), 'utf8').split('\n');
      const warnings = events.filter((one) => /"level":"warn".*"PEER_REFUSED"/.test(one));
      expect(warnings, name).to.deep.equal([]);
    }
    for (const { address } of played.spaces) {
      const answer = await fetch(address).catch(() => null);
      expect(answer, address).to.equal(null);
    }
  });

  for (const when of ['Starting Bund Loft', 'found "Three Rivers Visa"']) {
    it(`try that is stopped at '${when}' says no error, and leaves no process behind`, async () => {
      const folder = join(makeFolder(), 'trial');
      const { status, out, notes } = await interrupted(['--data', folder, 'try'], when);
      expect([status, out, notes.split('\n').slice(-2)], notes).to.deep.equal([
        0,
        '',
        ['Stopping …', ''],
      ]);
      // Each node's own process has given its folder back.
      for (const key of ['melbourne', 'shanghai', 'berlin']) {
        expect(existsSync(join(folder, key, 'address')), key).to.equal(false);
      }
    });
  }
});
