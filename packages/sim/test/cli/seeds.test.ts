import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { BREAKAGES } from '../../dist/breakages/index.js';
import { PatchedTree } from '../../dist/breakages/patched-tree.js';

const INTACT = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const SMALL = ['--spaces', '8', '--visits', '80', '--days', '2', '--members', '4'];
const SEEDS = ['--seeds', '1', ...SMALL, '--jobs', '1', '--no-shrink'];
const REPLAY = 'npm run sim -- --seed 1 --spaces 8 --visits 80 --days 2 --members 4';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly notes: string;
}

/** The command, as it is called from a shell. */
function called(main: string, args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return { status, out: stdout, notes: stderr };
}

describe('Many seeds', function () {
  this.timeout(240_000);
  let tree: PatchedTree;
  let failed: Ended;

  before(() => {
    const breakage = BREAKAGES.find(({ name }) => name === 'limit-off-by-one');
    if (!breakage) throw new RangeError('breakages: expected limit-off-by-one');
    tree = new PatchedTree(breakage);
    failed = called(tree.module('main.js'), SEEDS);
  });
  after(() => tree.remove());

  it('end with status 0, and no command to play again, where all holds', () => {
    const { status, out, notes } = called(INTACT, SEEDS);
    expect(status).to.equal(0);
    expect(out).to.match(/^violations: 0$/mu);
    expect(notes).not.to.include('npm run sim');
  });

  it('end with status 1 where a seed fails, which is told with what was violated', () => {
    expect(failed.status).to.equal(1);
    expect(failed.out).to.match(/^ {2}seed 1: free-days: visit \S+ of member \d+ at space-\d/mu);
  });

  it('tell the command that plays the seed that fails, with all that it was drawn with', () => {
    expect(failed.notes.split('\n')).to.include(`seed 1: ${REPLAY}`);
  });

  it('fail again, in the same way, by that command', () => {
    const again = called(tree.module('main.js'), REPLAY.split(' ').slice(4));
    expect(again.status).to.equal(1);
    const [, text] = /^ {2}seed 1: free-days: (.*)$/mu.exec(failed.out) ?? [];
    expect(again.out).to.include(`VIOLATION free-days: ${text}`);
  });

  it('as JSON, hold the seeds that fail, each with its command', () => {
    const { status, out } = called(tree.module('main.js'), [...SEEDS, '--json']);
    expect(status).to.equal(1);
    const failing = [{ seed: '1', invariant: 'free-days', replay: REPLAY, shrunk: null }];
    expect(JSON.parse(out)).to.deep.include({ failing });
  });
});
