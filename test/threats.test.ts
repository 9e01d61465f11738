/** The attackers of spec/threats.md: each is played by tests that there are. */

import { expect } from 'chai';
import { readText } from '#scripts/repository.js';
import { isTest, sourceFiles } from './support/source-files.js';

const DOCUMENT = readText('spec/threats.md');

interface Attacker {
  readonly name: string;
  readonly titles: readonly string[];
}

/** The sections below "Attackers", with the titles of the tests that they name. */
function attackers(): readonly Attacker[] {
  const [, list = ''] = /^## Attackers\n([\s\S]*?)^## /mu.exec(DOCUMENT) ?? [];
  return list
    .split(/^### /mu)
    .slice(1)
    .map((section) => ({
      name: section.slice(0, section.indexOf('\n')),
      titles: [...section.matchAll(/^- test: (.+)$/gmu)].map((match) => match[1] ?? ''),
    }));
}

describe('The threats', () => {
  it('have an attacker in each section, and tests that play it', () => {
    const found = attackers();
    expect(found.length).to.equal(14);
    expect(found.filter(({ titles }) => titles.length === 0)).to.deep.equal([]);
  });

  it('name tests that there are', () => {
    const titles = sourceFiles
      .filter(isTest)
      .map(({ text }) => text)
      .join('\n');
    const isThere = (title: string): boolean =>
      ["'", '`', '"'].some((quote) => titles.includes(`(${quote}${title}${quote}`));
    const missing = attackers().flatMap((one) => one.titles.filter((title) => !isThere(title)));
    expect(missing).to.deep.equal([]);
  });
});
