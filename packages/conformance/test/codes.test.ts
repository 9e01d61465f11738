/** The suite expects of a node what the specification's list of errors says. */

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { STATUS_OF } from '../dist/node/codes.js';
import { CHAPTERS } from '../dist/node/tests/index.js';

const ERRORS = readFileSync(new URL('../../../spec/errors.md', import.meta.url), 'utf8');

describe('The codes that the suite expects', () => {
  for (const [code, status] of Object.entries(STATUS_OF)) {
    it(`has ${code} with the status of the list of errors.`, () => {
      expect(
        ERRORS.split('\n').some((line) => line.startsWith(`| \`${code}\` | ${status} |`)),
      ).to.equal(true);
    });
  }
});

describe('The tests of a node', () => {
  it('have sentences as titles, each once.', () => {
    const titles = CHAPTERS.flatMap(({ tests }) => tests.map(({ title }) => title));
    expect(titles.filter((title) => !/^[A-Z].+\.$/u.test(title))).to.deep.equal([]);
    expect(new Set(titles).size).to.equal(titles.length);
  });

  it('say where the specification says what they test.', () => {
    for (const { place } of CHAPTERS) {
      const [file = '', heading] = place.split('#');
      const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
      const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\w\s-]/gu, '')
          .replace(/\s/gu, '-'),
      );
      if (heading !== undefined) expect(headings, place).to.include(heading);
    }
  });
});
