/** What the specification says of limits, errors, rules and schemas is what the code does. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { specDocuments } from '#scripts/documents.js';
import { meaningMisfits } from '#scripts/errors-document.js';
import { statedRules } from '#scripts/rules-document.js';
import { ROOT, textFiles } from './support/source-files.js';

const REMEDY = 'Run npm run spec, and look at what changed.';

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
