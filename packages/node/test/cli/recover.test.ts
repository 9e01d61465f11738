/** `covisa recover` as an owner uses it: real processes, real folders, the network on loopback. */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { freePort } from '../../dist/cli/trial/nodes.js';
import { temporaryFolders } from '../support/folders.js';
import { command, document, nodeProcesses } from './support/processes.js';

const WRONG_WORDS = `${'abandon '.repeat(23)}art`;

async function flagsFor(): Promise<readonly string[]> {
  const port = await freePort();
  return ['--port', String(port), '--public-url', `http://127.0.0.1:${port}`];
}

describe('cli: recover', function () {
  this.timeout(300_000);
  const makeFolder = temporaryFolders();
  const start = nodeProcesses();

  const at = (data: string, ...argv: string[]) => document(['--data', data, ...argv]);

  async function make(name: string) {
    const data = join(makeFolder(), 'data');
    const flags = [...(await flagsFor()), '--allow-private-addresses'];
    const made = await at(data, 'init', ...flags, '--name', name, '--time-zone', 'UTC');
    return { data, flags, words: String(made.recoveryWords), space: String(made.space) };
  }

  async function nameAt(data: string, space: string): Promise<string | undefined> {
    const listed: readonly { space: string; name: string }[] = await at(data, 'directory');
    return listed.find((one) => one.space === space)?.name;
  }

  it('gives a node new keys, then takes the space back from an empty folder', async () => {
    const [home, host] = [await make('Yarra Works'), await make('Bund Loft')];
    const running = await start(['--data', home.data]);
    const other = await start(['--data', host.data]);
    const address = other.started.address ?? '';
    await at(home.data, 'programme', 'create', 'Rivers', '--founder', address);
    const { link } = await at(home.data, 'programme', 'invite');
    await at(host.data, 'programme', 'join', link);
    await at(home.data, 'sync');
    await at(host.data, 'sync');

    const busy = await command(['--data', home.data, 'recover', '--stdin', '--json'], home.words);
    expect(JSON.parse(busy.out).error.code).to.equal('NODE_ALREADY_RUNNING');
    await running.end();
    const wrong = await command(['--data', home.data, 'recover', '--stdin', '--json'], WRONG_WORDS);
    expect(JSON.parse(wrong.out).error.code).to.equal('RECOVERY_KEY_UNKNOWN');
    expect(statSync(join(home.data, 'node.key')).size, 'nothing is changed').to.equal(32);

    const listed: readonly { index: number; text: string }[] = JSON.parse(
      (await command(['--data', home.data, 'recover', '--list', '--stdin', '--json'], home.words))
        .out,
    );
    expect(JSON.parse(listed[0]?.text ?? '')).to.include({ type: 'inception' });
    const shown = await command(['--data', home.data, 'recover', '--list', '--stdin'], home.words);
    const lines = shown.out.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '<time>').split('\n');
    expect(lines).to.include.members([
      '     1 · began the log of this space',
      '     2 · announced key 0 for visas from <time> UTC on',
      '     3 · <time> UTC · said of the space that it is "Yarra Works", open to visits',
      '     4 · <time> UTC · founded "Rivers" with Bund Loft',
      '     5 · voted for roster 0 of Rivers',
    ]);
    const first = await document(['--data', home.data, 'recover', '--stdin'], home.words);
    expect(first).to.include({ space: home.space, incarnation: 1, name: 'Yarra Works' });
    expect(first.asked).to.deep.equal([{ url: address, received: 0, error: null }]);
    expect(first.recoveryWords).not.to.equal(home.words);
    expect(statSync(join(home.data, 'node.key')).size).to.equal(64);
    expect(existsSync(join(home.data, 'node.key.next'))).to.equal(false);

    const again = await start(['--data', home.data]);
    await at(home.data, 'profile', 'set', '--name', 'Yarra Works again');
    const [report] = await at(home.data, 'sync');
    expect(report).to.include({ ok: true });
    expect(await nameAt(host.data, home.space)).to.equal('Yarra Works again');
    await again.end();

    const data = join(makeFolder(), 'fresh');
    const old = ['--data', data, 'recover', '--stdin', '--json', '--peer', address, ...home.flags];
    const late = await command(old, home.words);
    expect(JSON.parse(late.out).error.code, 'the first words are void').to.equal(
      'RECOVERY_KEY_UNKNOWN',
    );
    const recover = ['--data', data, 'recover', '--stdin', '--peer', address, ...home.flags];
    const second = await document(recover, first.recoveryWords);
    expect(second).to.include({ space: home.space, incarnation: 2, name: 'Yarra Works again' });
    await start(['--data', data]);
    expect((await at(data, 'sync'))[0]).to.include({ ok: true });
    const [programme] = await at(data, 'programme', 'list');
    expect(programme).to.include({ name: 'Rivers', members: 2 });
    await at(data, 'profile', 'set', '--name', 'Yarra Works for ever');
    await at(data, 'sync');
    expect(await nameAt(host.data, home.space)).to.equal('Yarra Works for ever');
  });
});
