/**
 * The verifiers in other languages, written from the specification: each answers as our own library
 * does, to presentations, checkpoints, proofs and tiles, good and bad, and to the vectors; and says
 * what holds of a live node.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Case } from './support/foreign/case.js';
import { logCases } from './support/foreign/logs.js';
import { presentationCases } from './support/foreign/presentations.js';
import { ask, FOREIGN_VERIFIERS, needs, type Question } from './support/foreign/programs.js';
import { type Answer, inJson, referenceAnswer, SUPPORTED } from './support/foreign/reference.js';
import { ROOT } from './support/source-files.js';

const cases: readonly Case[] = [...presentationCases, ...logCases];

function isYes(answer: Answer | undefined): boolean {
  if (answer === undefined || !('ok' in answer)) return false;
  return answer.ok.holds !== false && answer.ok.valid !== false;
}

/** Where the answers differ from those that are wanted: at most ten, in words. */
function differences(
  titles: readonly string[],
  found: readonly Answer[],
  wanted: readonly Answer[],
): string[] {
  return titles
    .map((title, i) => ({ title, got: found[i], want: wanted[i] }))
    .filter(({ got, want }) => {
      const sorted = (answer: Answer | undefined) =>
        JSON.stringify(answer, (_name, value: unknown) =>
          typeof value === 'object' && value !== null
            ? Object.fromEntries(Object.entries(value).sort())
            : value,
        );
      return sorted(got) !== sorted(want);
    })
    .slice(0, 10)
    .map(
      ({ title, got, want }) =>
        `${title}: expected ${JSON.stringify(want)}, got ${JSON.stringify(got)}`,
    );
}

async function answersOf(questions: readonly Question[]): Promise<readonly Answer[]> {
  return Promise.all(questions.map(({ operation, input }) => referenceAnswer(operation, input)));
}

describe('The cases for foreign verifiers', function () {
  this.timeout(60_000);

  it('are good or bad as they say', async () => {
    const answers = await answersOf(cases.map(inJson));
    const wrong = cases.filter(({ isGood }, i) => isYes(answers[i]) !== isGood);
    expect(wrong.map(({ operation, title }) => `${operation}: ${title}`)).to.deep.equal([]);
  });

  it('are at least three bad ones to a good one, for each operation', () => {
    for (const operation of SUPPORTED) {
      const good = cases.filter((one) => one.operation === operation && one.isGood).length;
      const bad = cases.filter((one) => one.operation === operation && !one.isGood).length;
      expect(good, operation).to.be.above(0);
      expect(bad, operation).to.be.at.least(3 * good);
    }
  });
});

interface Vector extends Question {
  readonly title: string;
  readonly expect: Answer;
}

const VECTORS = join(ROOT, 'spec/vectors');

/** The vectors of the operations that a foreign verifier has to support. */
function vectors(): readonly Vector[] {
  if (!existsSync(VECTORS)) return [];
  return readdirSync(VECTORS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path): Vector => JSON.parse(readFileSync(join(VECTORS, path), 'utf8')))
    .filter(({ operation }) => SUPPORTED.has(operation));
}

/** A public collection of signatures, which is not ours to ship: without it the test is skipped. */
function collection(test: Mocha.Context, name: string) {
  const file = join(ROOT, '../shared/vectors', name);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.log(`        skipped: ${file} is not there`);
  return test.skip();
}

interface HexCheck {
  readonly pk: string;
  readonly msg: string;
  readonly sig: string;
  readonly result: string;
}

interface Speccheck {
  readonly message: string;
  readonly pub_key: string;
  readonly signature: string;
}

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: HexCheck;
    readonly tests: readonly HexCheck[];
  }[];
}

function toBase64url(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url');
}

function question({ pk, msg, sig }: Omit<HexCheck, 'result'>): Question {
  const [publicKey, message, signature] = [pk, msg, sig].map(toBase64url);
  return { operation: 'ed25519-verify', input: { publicKey, message, signature } };
}

/** V for each signature that holds, X for each other one. */
function letters(answers: readonly Answer[]): string {
  return answers.map((answer) => (isYes(answer) ? 'V' : 'X')).join('');
}

for (const verifier of FOREIGN_VERIFIERS) {
  describe(verifier.name, function () {
    this.timeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), 'covisa-foreign-'));
    let command: readonly [string, ...string[]] = [''];

    before('its tools are there', function () {
      needs(this, verifier);
      command = verifier.command(folder);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('answers as our own library does', async () => {
      const questions = cases.map(inJson).map(({ operation, input }) => ({ operation, input }));
      const titles = cases.map(({ operation, title }) => `${operation}, ${title}`);
      const found = await ask(command, verifier, questions);
      expect(differences(titles, found, await answersOf(questions))).to.deep.equal([]);
    });

    it('says of operations that it does not know that it does not', async () => {
      const found = await ask(command, verifier, [{ operation: 'judge', input: {} }]);
      expect(found).to.deep.equal([{ unsupported: true }]);
    });

    it('answers as the vectors say', async () => {
      const all = vectors();
      if (all.length === 0) return;
      const questions = all.map(({ operation, input }) => ({ operation, input }));
      const found = await ask(command, verifier, questions);
      const titles = all.map(({ operation, title }) => `${operation}, ${title}`);
      const wanted = all.map((one) => one.expect);
      expect(differences(titles, found, wanted)).to.deep.equal([]);
    });

    it("CRYPTO-7: answers XXXVXXXXXXXX to ed25519-speccheck's 12 cases", async function () {
      const checks: readonly Speccheck[] = collection(this, 'ed25519-speccheck.json');
      const questions = checks.map(({ message, pub_key, signature }) =>
        question({ pk: pub_key, msg: message, sig: signature }),
      );
      expect(letters(await ask(command, verifier, questions))).to.equal('XXXVXXXXXXXX');
    });

    it('takes and refuses the signatures that Wycheproof does', async function () {
      const { testGroups }: Wycheproof = collection(this, 'wycheproof-ed25519.json');
      const checks = testGroups.flatMap(({ publicKey: { pk }, tests }) =>
        tests.map((one) => ({ ...one, pk })),
      );
      const wanted = checks.map(({ result }) => (result === 'valid' ? 'V' : 'X')).join('');
      expect(letters(await ask(command, verifier, checks.map(question)))).to.equal(wanted);
    });
  });
}
