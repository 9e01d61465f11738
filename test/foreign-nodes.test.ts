/**
 * The verifiers in other languages look at live nodes, one of them after a recovery, and at answers
 * that somebody has changed.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  type Answers,
  answersOfNode,
  CHECKPOINT,
  serving,
  withAnswer,
  withDiscovery,
} from './support/foreign/answers.js';
import { bent } from './support/foreign/case.js';
import { FOREIGN_VERIFIERS, needs, run } from './support/foreign/programs.js';
import { ROOT } from './support/source-files.js';
import { freePort, Tour } from './support/tour.js';

const main = join(ROOT, 'packages/node/dist/cli/main.js');
const prelude = `covisa() { "${process.execPath}" "${main}" "$@"; }
exec_covisa() { exec "${process.execPath}" "${main}" "$@"; }`;
const SET_UP = '--name "Yarra Works" --time-zone Australia/Melbourne --rate 45 --currency AUD';

/** An entry in base64url with one of its members changed. */
function withMember(entry: unknown, name: string, change: (value: string) => unknown): string {
  const said = JSON.parse(Buffer.from(String(entry), 'base64url').toString());
  const changed = { ...said, [name]: change(said[name]) };
  return Buffer.from(JSON.stringify(changed)).toString('base64url');
}

/** The same text in capitals and small letters the other way round: other bytes of that length. */
function otherKey(key: string): string {
  return `${[...key.slice(0, -1)].reverse().join('')}A`;
}

/** What a thief, a copy or a broken node may say, from what an honest one says. */
const LIES: readonly (readonly [string, string, (answers: Answers) => Answers])[] = [
  [
    'another inception',
    'ENTRY_INVALID',
    (answers) =>
      withDiscovery(answers, ({ inception }) => ({
        inception: withMember(inception, 'log', otherKey),
      })),
  ],
  [
    'a resume with a log key that the recovery key has not signed',
    'RESUME_INVALID',
    (answers) =>
      withDiscovery(answers, ({ resumes }) => ({
        resumes: [withMember([resumes].flat()[0], 'log', otherKey)],
      })),
  ],
  [
    'a resume by another recovery key',
    'RESUME_INVALID',
    (answers) =>
      withDiscovery(answers, ({ resumes }) => ({
        resumes: [withMember([resumes].flat()[0], 'recoveryKey', otherKey)],
      })),
  ],
  [
    'a resume of another incarnation',
    'RESUME_INVALID',
    (answers) =>
      withDiscovery(answers, ({ resumes }) => ({
        resumes: [withMember([resumes].flat()[0], 'incarnation', () => 2)],
      })),
  ],
  [
    'the keys of before the recovery',
    'CHECKPOINT_INVALID',
    (answers) => withDiscovery(answers, () => ({ resumes: [], incarnation: 0 })),
  ],
  [
    'an incarnation that it does not show',
    'ENTRY_INVALID',
    (answers) => withDiscovery(answers, () => ({ incarnation: 2 })),
  ],
  [
    'a checkpoint with another signature',
    'CHECKPOINT_INVALID',
    (answers) => withAnswer(answers, CHECKPOINT, withOtherLetter),
  ],
  [
    'a bent tile',
    'PROOF_INVALID',
    (answers) => withAnswer(answers, /tile/u, (tile) => bent(tile, 40)),
  ],
  ['no tile', '', (answers) => new Map([...answers].filter(([path]) => !path.includes('tile')))],
];

/** A note with another letter in its signature: base64 all the same. */
function withOtherLetter(note: Uint8Array): Uint8Array {
  const [a, b] = [0x41, 0x42];
  return note.with(-20, note.at(-20) === a ? b : a);
}

for (const verifier of FOREIGN_VERIFIERS) {
  describe(`${verifier.name} at a node`, function () {
    this.timeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), 'covisa-foreign-'));
    const tour = new Tour(folder, prelude);
    let command: readonly [string, ...string[]] = [''];
    let url = '';
    let answers: Answers = new Map();

    const looksAt = (address: string) => run(command, verifier.node(address));

    /** Starts the node of this block, in its folder, at a port of its own. */
    async function start(): Promise<string> {
      const port = await freePort();
      await tour.start(`covisa start --data space --port ${port} --url http://127.0.0.1:${port}`);
      return `http://127.0.0.1:${port}`;
    }

    before('its tools are there, and the node starts', async function () {
      needs(this, verifier);
      command = verifier.command(folder);
      const made = await tour.run(`covisa init --json --data space ${SET_UP}`);
      url = await start();
      expect(await looksAt(url)).to.deep.include({ status: 0 });
      await tour.end();
      const { recoveryWords } = JSON.parse(made);
      await tour.run(`echo '${recoveryWords}' | covisa recover --data space --stdin`);
      url = await start();
      answers = await answersOfNode(url);
    });
    after(async () => {
      await tour.end();
      rmSync(folder, { recursive: true, force: true });
    });

    it('says what holds, also after a recovery', async () => {
      const { status, out } = await looksAt(url);
      expect(out.replace(/[\w-]{43}/gu, '…')).to.match(
        /^holds {2}space …: the id is the hash of its inception\nholds {2}incarnation 1: the openings lead to its log key\nholds {2}checkpoint: the log key signed size \d+\nholds {2}tiles: \d+ leaves hash to the root …\nholds {2}opening: it is the first leaf\n$/u,
      );
      expect(status).to.equal(0);
    });

    it('holds of the same answers from elsewhere', async () => {
      expect(await serving(answers, looksAt)).to.deep.include({ status: 0 });
    });

    for (const [title, code, lie] of LIES) {
      it(`does not take ${title}`, async () => {
        const { status, out } = await serving(lie(answers), looksAt);
        expect(out.trimEnd().split('\n').at(-1)).to.match(new RegExp(`^FAILS  .*${code}`, 'u'));
        expect(status).to.equal(1);
      });
    }
  });
}
