/** The vectors of the specification, and our own library run on every one of them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shape } from '@covisa/protocol';
import { expect } from 'chai';
import { vectorFiles } from '#scripts/vectors/chapters/all.js';
import { heldVectors, vectorMisfits } from '#scripts/vectors/check.js';
import { answerOf } from '#scripts/vectors/operations/all.js';
import { ROOT } from './support/source-files.js';

const text = shape.text({ max: 200 });
const anything: shape.Shape<unknown> = { parse: (value) => value, schema: {} };
const vector = shape.closed({
  title: text,
  rules: shape.list(text, 20),
  operation: text,
  input: anything,
  steps: shape.optional(anything),
  expect: anything,
});

describe('The vectors', () => {
  it('are those that npm run vectors makes', () => {
    expect(vectorMisfits(vectorFiles()), 'run npm run vectors').to.deep.equal([]);
  });
});

for (const path of heldVectors()) {
  const read = vector.parse(JSON.parse(readFileSync(join(ROOT, path), 'utf8')));
  describe(`The vector ${path}`, () => {
    it(`${read.title} [${read.rules.join(' ')}]`, async () => {
      expect(await answerOf(read.operation, read.input)).to.deep.equal(read.expect);
    });
  });
}
