/** The published JSON Schemas, read as any implementation would read them: from their files. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_TERMS } from '@covisa/protocol';
import { expect } from 'chai';
import { type Validator, validator } from '#node/http/validate.js';
import { heldVectors } from '#scripts/vectors/check.js';
import { ROOT } from './support/source-files.js';

const FOLDER = join(ROOT, 'spec/schemas');
const names = readdirSync(FOLDER).map((name) => name.replace(/\.json$/u, ''));

/** A validator by each file alone, compiled in Ajv's strict mode. */
const validators: ReadonlyMap<string, Validator<unknown>> = new Map(
  names.map((name) => {
    const schema = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
    return [name, validator({ schema, parse: (value) => value }, name)];
  }),
);

function check(name: string, value: unknown): unknown {
  return validators.get(name)?.(value);
}

/** Entries of all vectors, by their type. */
function entriesInVectors(): readonly { readonly type: string }[] {
  const texts = heldVectors().map((path) => readFileSync(join(ROOT, path), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/"(\{\\"type\\":(?:\\.|[^"\\])*)"/gu)]);
  return [...new Set(found.map(([quoted]) => quoted))].flatMap((quoted) => {
    try {
      return [JSON.parse(JSON.parse(quoted))];
    } catch {
      return [];
    }
  });
}

describe('The JSON Schemas', () => {
  for (const name of names) {
    it(`${name}: is sound, and takes no bare number`, () => {
      expect(() => check(name, 7))
        .to.throw(name)
        .with.property('code', 'REQUEST_INVALID');
    });
  }

  it('take the default terms, and none with a rule that nobody knows', () => {
    expect(check('terms', DEFAULT_TERMS)).to.equal(DEFAULT_TERMS);
    expect(() => check('terms', { ...DEFAULT_TERMS, moon: {} })).to.throw('no such member');
  });

  it('take a line of a frontier with all of its five parts only', () => {
    const [id, root] = ['A'.repeat(43), 'E'.repeat(43)];
    const header = (...line: readonly unknown[]) => ({ sync: 1, digests: [], frontier: [line] });
    const whole = header(id, 0, 3, root, 20_585);
    expect(check('sync-header', whole)).to.equal(whole);
    expect(() => check('sync-header', header(id, 0, 3, root))).to.throw('fewer than 5');
  });

  it('take the entries of all types that stand in vectors', () => {
    const entries = entriesInVectors();
    const seen = new Set<string>();
    for (const entry of entries) {
      if (!names.includes(`entry-${entry.type}`)) continue;
      try {
        check(`entry-${entry.type}`, entry);
        seen.add(entry.type);
      } catch (error) {
        expect(error).to.have.property('code', 'REQUEST_INVALID');
      }
    }
    const types = names.flatMap((name) => /^entry-(.+)$/u.exec(name)?.[1] ?? []);
    expect(types.filter((type) => !seen.has(type))).to.deep.equal([]);
  });
});
