/** The map of the rules: code that names each, and a vector or a test that does. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { statedRules } from '#scripts/rules-document.js';
import { heldVectors } from '#scripts/vectors/check.js';
import { isShipped, isTest, ROOT, sourceFiles } from './support/source-files.js';

const ID = /\b[A-Z][A-Z0-9]*-\d+\b/gu;
const TITLE = /\bit\(\s*['"`](?<title>[^'"`]*)/gu;

const stated = new Set(statedRules().map(({ id }) => id));

/** The rules that vectors are about. */
function vectorRules(): ReadonlySet<string> {
  return new Set(
    heldVectors().flatMap((path) => {
      const { rules }: { rules: string[] } = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
      return rules;
    }),
  );
}

/** The rules that stand in the titles of tests. */
function titleRules(): ReadonlySet<string> {
  return new Set(
    sourceFiles
      .filter(isTest)
      .flatMap(({ uncommented }) => [...uncommented.matchAll(TITLE)])
      .flatMap(({ groups }) => groups?.title?.match(ID) ?? []),
  );
}

describe('The map of the rules', () => {
  it('knows every rule that spec/rules.md has', () => {
    const rules = readFileSync(join(ROOT, 'spec/rules.md'), 'utf8');
    const ids = [...rules.matchAll(/^\| (?<id>[A-Z][A-Z0-9]*-\d+) \|/gmu)].map(
      ({ groups }) => groups?.id ?? '',
    );
    expect(ids.length).to.be.greaterThan(100);
    expect([...stated].sort()).to.deep.equal(ids.sort());
  });

  it('leads from each rule to code that names it', () => {
    const named = new Set(
      sourceFiles.filter(isShipped).flatMap(({ text }) => text.match(ID) ?? []),
    );
    expect([...stated].filter((id) => !named.has(id))).to.deep.equal([]);
  });

  it('leads from each rule to a vector or to a test', () => {
    const [vectors, titles] = [vectorRules(), titleRules()];
    const bare = [...stated].filter((id) => !vectors.has(id) && !titles.has(id));
    expect(bare, 'no vector and no title of a test names these').to.deep.equal([]);
  });

  it('leads from each rule to its row in docs/mutations.md', () => {
    const report = readFileSync(join(ROOT, 'docs/mutations.md'), 'utf8');
    const rows = report.split('\n').filter((line) => /^\| [A-Z][A-Z0-9]*-\d+ \|/u.test(line));
    const reported = new Set(rows.map((row) => row.split(' ')[1]));
    const advice = 'run npm run mutations -- --missing, or -- --note';
    expect(
      [...stated].filter((id) => !reported.has(id)),
      advice,
    ).to.deep.equal([]);
    expect(
      [...reported].filter((id) => !stated.has(id ?? '')),
      advice,
    ).to.deep.equal([]);
    const bare = rows.filter((row) => / (?:survives|not run) \|$/u.test(row));
    expect(bare, 'survive, and no reason is given').to.deep.equal([]);
  });

  it('leads from each vector to rules that there are', () => {
    expect([...vectorRules()].filter((id) => !stated.has(id))).to.deep.equal([]);
  });
});
