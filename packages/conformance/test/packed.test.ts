/**
 * The package as a stranger installs it: packed, unpacked into an empty folder, and run there with
 * what its `package.json` names and nothing else.
 */

import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { systemClock } from '../dist/platform/clock.js';
import { type Ended, resultsIn } from './support/command.js';
import { ScriptedNode } from './support/scripted-node.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ADAPTER = fileURLToPath(new URL('support/adapter.js', import.meta.url));
const PACKAGES = ['protocol', 'conformance'] as const;
/** Packing starts npm, which may have to wait on a busy machine. */
const PACKING_MILLISECONDS = 120_000;

interface Manifest {
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Runs a program to its end. */
function run(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  const env = { ...process.env, npm_config_update_notifier: 'false', npm_config_offline: 'true' };
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd, env, maxBuffer: 1 << 26 }, (error, out, note) => {
      const status = typeof error?.code === 'number' ? error.code : Number(error !== null);
      resolve({ status, out, note });
    });
  });
}

/** What packing reads, in a folder of its own: the repository stays as it is. */
function lay(stage: string): void {
  for (const path of ['LICENSE', 'spec/vectors', 'scripts/dist/packing.js']) {
    cpSync(join(ROOT, path), join(stage, path), { recursive: true });
  }
  cpSync(join(ROOT, 'scripts/dist/repository.js'), join(stage, 'scripts/dist/repository.js'));
  writeFileSync(join(stage, 'package.json'), '{"private":true,"type":"module"}');
  for (const name of PACKAGES) {
    const from = join(ROOT, 'packages', name);
    for (const part of readdirSync(from).filter((one) => /^(?:dist|.+\.md|.+\.json)$/u.test(one))) {
      cpSync(join(from, part), join(stage, 'packages', name, part), { recursive: true });
    }
  }
}

/** Packs both packages, and lays them into the folder of a stranger. */
async function install(stage: string, place: string): Promise<void> {
  lay(stage);
  const folders = PACKAGES.map((name) => `./packages/${name}`);
  const packed = await run('npm', ['pack', ...folders, '--silent'], stage);
  expect(packed.note).to.equal('');
  expect(packed.status).to.equal(0);
  for (const name of PACKAGES) {
    const home = join(place, 'node_modules/@covisa', name);
    mkdirSync(home, { recursive: true });
    const tarball = join(stage, `covisa-${name}-0.1.0.tgz`);
    const unpacked = await run('tar', ['xzf', tarball, '--strip-components=1'], home);
    expect(unpacked, tarball).to.deep.include({ status: 0 });
    for (const other of Object.keys(manifestOf(place, name).dependencies)) {
      const link = join(place, 'node_modules', other);
      if (other.startsWith('@covisa/') || existsSync(link)) continue;
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', other), link, 'junction');
    }
  }
}

function manifestOf(place: string, name: string): Manifest {
  const path = join(place, 'node_modules/@covisa', name, 'package.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

function filesOf(place: string, name: string): readonly string[] {
  const folder = join(place, 'node_modules/@covisa', name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

describe('The packed suite', () => {
  let folder = '';
  let place = '';

  before(async function () {
    this.timeout(PACKING_MILLISECONDS);
    folder = mkdtempSync(join(tmpdir(), 'covisa-packed-'));
    place = join(folder, 'place');
    mkdirSync(place);
    await install(join(folder, 'stage'), place);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function suite(...args: readonly string[]): Promise<Ended> {
    const home = join(place, 'node_modules/@covisa/conformance');
    const bin = manifestOf(place, 'conformance').bin?.['covisa-conformance'] ?? '';
    return run(process.execPath, [join(home, bin), ...args], place);
  }

  it('holds its program, its vectors and its licence, and nothing that it is made of.', () => {
    const files = filesOf(place, 'conformance');
    expect(files).to.include.members(['LICENSE', 'README.md', 'dist/main.js', 'vectors/README.md']);
    expect(filesOf(place, 'protocol')).to.include.members(['LICENSE', 'dist/index.js']);
    const all = PACKAGES.flatMap((name) => filesOf(place, name));
    expect(all.filter((path) => /(?:^src|\.test\.|tsbuildinfo|[^d]\.ts$)/u.test(path))).to.eql([]);
  });

  it('starts by what its package.json names alone.', async () => {
    const ended = await suite('--help');
    expect(ended).to.deep.include({ status: 0, note: '' });
    expect(ended.out).to.match(/^Usage: covisa-conformance/u);
  });

  it('is a program that a shell can start.', () => {
    const program = join(place, 'node_modules/@covisa/conformance/dist/main.js');
    expect(readFileSync(program, 'utf8')).to.match(/^#!\/usr\/bin\/env node\n/u);
  });

  it('asks an adapter all vectors of the specification.', async () => {
    const adapter = `"${process.execPath}" "${ADAPTER}" partial`;
    const ended = await suite('--adapter', adapter, '--report', 'json');
    const files = readdirSync(join(ROOT, 'spec/vectors'), { recursive: true, encoding: 'utf8' });
    const count = files.filter((path) => path.endsWith('.json')).length;
    expect(ended).to.deep.include({ status: 0, note: '' });
    expect(resultsIn(ended)).to.have.length(count);
    expect(count).to.be.greaterThan(900);
  });

  it('tests a node.', async () => {
    const node = await ScriptedNode.start([], Math.floor(systemClock.now() / 1000));
    const title = 'A sealed message is taken, acknowledged by its id';
    const args = ['--allow-private', '--token', 'any', '--report', 'json', '--only', title];
    const ended = await suite('--url', node.url, ...args);
    await node.end();
    expect(resultsIn(ended).map(({ outcome }) => outcome)).to.deep.equal(['passed']);
    expect(ended.status).to.equal(0);
  });
});
