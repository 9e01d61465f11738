/** The vectors of the specification, and our own library run on every one of them. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shape } from '@covisa/protocol';
import { expect } from 'chai';
import { vectorFiles } from '#scripts/vectors/chapters/all.js';
import { heldVectors, vectorMisfits } from '#scripts/vectors/check.js';
import { answerOf, operations } from '#scripts/vectors/operations/all.js';
import { ROOT } from './support/source-files.js';

const text = shape.text({ max: 200 });
const anything: shape.Shape<unknown> = { parse: (value) => value, schema: {} };
const vectorShape = shape.closed({
  title: text,
  rules: shape.list(text, 20),
  operation: text,
  input: anything,
  steps: shape.optional(anything),
  expect: anything,
});

const held = heldVectors().map((path) => ({
  path,
  ...vectorShape.parse(JSON.parse(readFileSync(join(ROOT, path), 'utf8'))),
}));

/** Folds answer always: what they leave out is in the state itself. */
const FOLDS: ReadonlySet<string> = new Set(['programme-state']);

/** Whether an answer refuses: a code, or false, null or an entry that is kept unread. */
function refuses({ operation, expect: expected }: (typeof held)[number]): boolean {
  const said = JSON.stringify(expected);
  if (said.startsWith('{"error":')) return true;
  return !FOLDS.has(operation) && /^\{"ok":\{"\w+":(?:false|null|"unknown")[,}]/u.test(said);
}

/** `operation: valid, invalid` of those that can refuse, and do so too seldom. */
function tooFewInvalid(): string[] {
  return [...operations.keys()].flatMap((name) => {
    const own = held.filter(({ operation }) => operation === name);
    const invalid = own.filter(refuses).length;
    const valid = own.length - invalid;
    return invalid > 0 && invalid < 3 * valid ? [`${name}: ${valid}, ${invalid}`] : [];
  });
}

describe('The vectors', () => {
  it('are those that npm run vectors makes', () => {
    expect(vectorMisfits(vectorFiles()), 'run npm run vectors').to.deep.equal([]);
  });

  it('are of every operation, and each operation stands in their README', () => {
    const readme = readFileSync(join(ROOT, 'spec/vectors/README.md'), 'utf8');
    const names = [...operations.keys()];
    const used = new Set(held.map(({ operation }) => operation));
    expect(names.filter((name) => !used.has(name))).to.deep.equal([]);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).to.deep.equal([]);
    expect(readme.split('\n').length).to.be.at.most(120);
  });

  it('refuse at least three times for each time that they let through', () => {
    expect(tooFewInvalid()).to.deep.equal([]);
  });

  it('are answered by our adapter, which says of what it does not know that it does not', () => {
    const first = new Map([...held].reverse().map((one) => [one.operation, one]));
    const calls = [...first.values()].map(({ operation, input }, id) => ({ id, operation, input }));
    const unknown = { id: calls.length, operation: 'tell-the-weather', input: {} };
    const adapter = spawnSync(process.execPath, [join(ROOT, 'scripts/dist/vectors/adapter.js')], {
      input: [...calls, unknown].map((call) => `${JSON.stringify(call)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    const answers = adapter.stdout.trimEnd().split('\n');
    const expected = [...first.values()].map((one, id) => ({ id, ...Object(one.expect) }));
    expect(answers.map((line) => JSON.parse(line))).to.deep.equal([
      ...expected,
      { id: calls.length, unsupported: true },
    ]);
  });
});

for (const { path, title, rules, operation, input, expect: expected } of held) {
  describe(path, () => {
    it(`${title} [${rules.join(' ')}]`, async () => {
      expect(await answerOf(operation, input)).to.deep.equal(expected);
    });
  });
}
