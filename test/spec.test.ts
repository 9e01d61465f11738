/** What the specification says of limits, errors, rules and schemas is what the code does. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { specDocuments } from '#scripts/documents.js';
import { meaningMisfits } from '#scripts/errors-document.js';
import { RULE_OUTCOMES } from '#scripts/rule-outcomes.js';
import { chaptersWithRules, topicsIn } from '#scripts/rule-tables.js';
import { outcomeOf, statedRules } from '#scripts/rules-document.js';
import { heldVectors } from '#scripts/vectors/check.js';
import { ROOT, sourceFiles, textFiles } from './support/source-files.js';

const REMEDY = 'Run npm run spec, and look at what changed.';

const CODE = /`[A-Z][A-Z0-9_]{5,}`/gu;

interface Vector {
  readonly rules: readonly string[];
  readonly expect: { readonly error?: string };
}

/** The codes that vectors expect of broken rules, with the vector's path. */
function brokenByVectors(): readonly { path: string; rules: readonly string[]; error: string }[] {
  return heldVectors().flatMap((path) => {
    const { rules, expect: expected }: Vector = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
    return expected.error === undefined || rules.length === 0
      ? []
      : [{ path, rules, error: expected.error }];
  });
}

describe('The specification', () => {
  for (const [path, text] of specDocuments()) {
    it(`says in ${path} what the code says`, () => {
      const file = join(ROOT, path);
      const held = existsSync(file) ? readFileSync(file, 'utf8') : '';
      expect(held === text, `${path}: differs from the code. ${REMEDY}`).to.equal(true);
    });
  }

  it('has no schema of something that is no more', () => {
    const written = readdirSync(join(ROOT, 'spec/schemas')).map((name) => `spec/schemas/${name}`);
    expect(written.filter((path) => !specDocuments().has(path))).to.deep.equal([]);
  });

  it('has one sentence for each error code', () => {
    expect(meaningMisfits(), 'mend scripts/error-meanings.ts').to.deep.equal([]);
  });

  it('says each rule in one way', () => {
    const checks = statedRules().filter(({ isCheck }) => isCheck);
    const twice = checks.filter(({ id, sentence }) =>
      checks.some((other) => other.id === id && other.sentence !== sentence),
    );
    expect(twice.map(({ id, path }) => `${id} in ${path}`)).to.deep.equal([]);
  });

  it('says of each rule what happens when it is broken', () => {
    const bare = statedRules().filter((rule, _, all) => {
      const stated = all.filter(({ id }) => id === rule.id);
      return outcomeOf(rule.id, stated) === '';
    });
    expect(
      bare.map(({ id, path }) => `${id} in ${path}`),
      'nothing is thrown below these: say in scripts/rule-outcomes.ts what happens',
    ).to.deep.equal([]);
    const sources = sourceFiles.map(({ text }) => text).join('\n');
    const codes = Object.values(RULE_OUTCOMES).flatMap((said) => said.match(CODE) ?? []);
    expect(codes.filter((code) => !sources.includes(`'${code.slice(1, -1)}'`))).to.deep.equal([]);
    const ids = new Set(statedRules().map(({ id }) => id));
    expect(Object.keys(RULE_OUTCOMES).filter((id) => !ids.has(id))).to.deep.equal([]);
  });

  it('has each topic of rules in the table of one chapter', () => {
    const tables = [...chaptersWithRules().values()].flatMap(topicsIn).sort();
    const topics = new Set(statedRules().map(({ id }) => id.replace(/-\d+$/u, '')));
    const remedy = 'name it in the line "<!-- rules … -->" of its chapter, then run npm run spec';
    expect(tables, remedy).to.deep.equal([...topics].sort());
  });

  it('says the codes that the vectors of a broken rule expect', () => {
    const all = statedRules();
    const codesOf = (id: string): readonly string[] => {
      const outcome = outcomeOf(
        id,
        all.filter((rule) => rule.id === id),
      );
      return (outcome.match(CODE) ?? []).map((code) => code.slice(1, -1));
    };
    const broken = brokenByVectors();
    expect(broken.length).to.be.greaterThan(150);
    const others = broken.filter(({ rules, error }) => !rules.flatMap(codesOf).includes(error));
    expect(others.map(({ path, rules, error }) => `${path}: ${rules} ${error}`)).to.deep.equal([]);
  });

  it('has decisions of at most 40 lines, each with context, decision and consequence', () => {
    const decisions = textFiles.filter(({ path }) => /^spec\/decisions\/\d{4}-/u.test(path));
    expect(decisions.length).to.be.greaterThan(0);
    for (const { path, text } of decisions) {
      const headings = [...text.matchAll(/^## (.+)$/gmu)].map(([, title]) => title);
      expect(headings, path).to.deep.equal(['Context', 'Decision', 'Consequence']);
      expect(text.split('\n').length - 1, path).to.be.at.most(40);
    }
  });

  it('links only to files that are there', () => {
    const documents = textFiles.filter(({ path }) => path.endsWith('.md'));
    const broken = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)/gu)]
        .map((match) => match.groups?.target ?? '')
        .filter((target) => !existsSync(join(ROOT, path, '..', target)))
        .map((target) => `${path}: links to ${target}, which is not there`),
    );
    expect(broken).to.deep.equal([]);
  });
});
