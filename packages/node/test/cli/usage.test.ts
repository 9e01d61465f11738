import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describeFailure } from '../../dist/cli/failure.js';
import { TransportError } from '../../dist/ports.js';
import { temporaryFolders } from '../support/folders.js';
import { covisa, refusal } from './support/command-line.js';

describe('cli: how it is called', () => {
  const makeFolder = temporaryFolders();

  it('prints help and version on standard output with status 0', async () => {
    const help = await covisa(['--help']);
    expect([help.status, help.notes]).to.deep.equal([0, '']);
    expect(help.out).to.include('three sample spaces');
    expect(help.out.match(/^[A-Z].+(?=:$)/gmu)).to.deep.equal([
      ...['Options', 'First steps', 'This space', 'Members', 'The desk', 'Other spaces'],
      ...['The network', 'In good time, and in trouble', 'For members and developers', 'Help'],
    ]);
    expect(await covisa(['--version'])).to.deep.equal({ status: 0, out: '0.1.0\n', notes: '' });
  });

  it('answers wrong usage with status 2, for people on standard error', async () => {
    expect(await covisa(['statu'])).to.deep.equal({
      status: 2,
      out: '',
      notes: "error: unknown command 'statu'\n(Did you mean status?)\nSee covisa --help.\n",
    });
  });

  it('points to the help of the command that was meant', async () => {
    expect((await covisa(['member', 'ad'])).notes).to.equal(
      "error: unknown command 'ad'\n(Did you mean add?)\nSee covisa member --help.\n",
    );
    expect((await covisa(['start', '--prot', '7'])).notes).to.equal(
      "error: unknown option '--prot'\n(Did you mean --port?)\nSee covisa start --help.\n",
    );
  });

  it('answers help like --help, and says what it has no help for', async () => {
    const help = await covisa(['help']);
    expect(help).to.deep.equal(await covisa(['--help']));
    expect((await covisa(['help', 'member', 'add'])).out).to.include('--paid-until');
    expect((await covisa(['member', 'help', 'add'])).status).to.equal(0);
    expect(await covisa(['help', 'nonsense'])).to.deep.equal({
      status: 2,
      out: '',
      notes: 'error: help: expected a command, got "nonsense". See covisa --help. [USAGE]\n',
    });
    expect((await covisa(['nonsense'])).notes).to.equal(
      "error: unknown command 'nonsense'\nSee covisa --help.\n",
    );
    expect((await covisa(['start', '--help'])).out).to.match(/COVISA_PORT;\s+default:\s+7311/);
  });

  it('tells a trial apart from other folders', async () => {
    const data = makeFolder();
    writeFileSync(join(data, 'photo.jpg'), 'x');
    const ran = await covisa(['try', '--data', data, '--json']);
    expect(refusal(ran)).to.deep.equal([1, 'DATA_FOLDER_NOT_EMPTY']);
  });

  it('answers wrong usage with --json by one document', async () => {
    const wrong: readonly (readonly string[])[] = [
      ['statu', '--json'],
      ['programme', '--json'],
      ['void', '--json'],
      ['check', 'CV1:', '--stamp', 'gratis', '--json'],
      ['clock', 'advance', 'soon', '--json'],
      ['close', '--json', '--node', 'ftp://x'],
    ];
    for (const argv of wrong) {
      const ran = await covisa(argv);
      expect([...refusal(ran), ran.notes], argv.join(' ')).to.deep.equal([
        2,
        argv.includes('--node') ? 'NODE_URL_INVALID' : 'USAGE',
        '',
      ]);
    }
  });

  it('says what to do about a node that cannot be reached', () => {
    const error = new TransportError('PEER_UNREACHABLE', 'peer rim.example: cannot be reached');
    expect(describeFailure(error)).to.deep.equal({
      code: 'PEER_UNREACHABLE',
      message:
        'peer rim.example: cannot be reached. Check the address, and that the node there runs.',
      exitStatus: 1,
    });
  });

  it('names the remedy where there is no node', async () => {
    const data = join(makeFolder(), 'none');
    const ran = await covisa(['--data', data, 'status']);
    expect(ran).to.deep.equal({
      status: 1,
      out: '',
      notes: `error: data folder ${data}: holds no node. Make one with covisa init, or name its folder with --data or its address with --node. [DATA_FOLDER_MISSING]\n`,
    });
  });

  it('names the remedy where the node does not run', async () => {
    const data = makeFolder();
    writeFileSync(join(data, 'api-token'), 'a-token-of-a-node\n');
    writeFileSync(join(data, 'covisa.json'), '{"port": 9}');
    const ran = await covisa(['--data', data, 'status', '--json']);
    expect(refusal(ran)).to.deep.equal([1, 'NODE_UNREACHABLE']);
    expect(ran.out).to.include('http://127.0.0.1:9');
    expect(ran.out).to.include('Start it with covisa start');
  });

  it('shows each setting with its value and where that came from', async () => {
    const data = makeFolder();
    writeFileSync(join(data, 'covisa.json'), '{"port": 8000}');
    const ran = await covisa(['--data', data, 'config', '--host', '0.0.0.0', '--json'], {
      environment: { COVISA_SYNC_INTERVAL_SECONDS: '5' },
    });
    const { settings } = JSON.parse(ran.out);
    const sources = Object.fromEntries(
      settings.map((one: { name: string; value: unknown; source: { kind: string } }) => [
        one.name,
        [one.value, one.source.kind],
      ]),
    );
    expect(ran.status).to.equal(0);
    expect(sources.port).to.deep.equal([8000, 'file']);
    expect(sources.host).to.deep.equal(['0.0.0.0', 'flag']);
    expect(sources.syncIntervalSeconds).to.deep.equal([5, 'environment']);
    expect(sources.data).to.deep.equal([data, 'flag']);
    expect(sources.testClock).to.deep.equal([false, 'default']);
  });

  it('makes no node in a folder that is not empty', async () => {
    const data = makeFolder();
    mkdirSync(join(data, 'photos'));
    const ran = await covisa(['--data', data, 'restore', join(data, 'photos'), '--json']);
    expect(refusal(ran)).to.deep.equal([1, 'DATA_FOLDER_NOT_EMPTY']);
  });
});
