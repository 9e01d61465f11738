/**
 * The conventions of this repository that can be checked. Each finding names its place and what was
 * expected.
 */

import { expect } from 'chai';
import { wrongImports, wrongMentions, wrongPageImports } from './support/import-arrows.js';
import { isShipped, isTest, sourceFiles, textFiles } from './support/source-files.js';
import {
  downloadAddresses,
  headless,
  lonelyTests,
  machinePaths,
  notesToOneself,
  strayEffects,
  tooLong,
  tooWide,
  undocumented,
  unknownRules,
  vagueTypes,
  wrongNames,
  wrongTitles,
  wrongWords,
} from './support/tidy-rules.js';

const shipped = sourceFiles.filter(isShipped);
const tests = sourceFiles.filter(isTest);

function expectNone(findings: readonly string[]): void {
  expect(findings.length, `\n${findings.join('\n')}\n`).to.equal(0);
}

describe('The repository', () => {
  it('is found at all', () => {
    expect(shipped.map(({ path }) => path)).to.include('packages/protocol/src/limits.ts');
    expect(tests.map(({ path }) => path)).to.include('test/tidy.test.ts');
  });

  it('names its files in kebab-case', () => expectNone(wrongNames(textFiles)));
  it('has files of at most 300 lines', () => expectNone(tooLong(shipped, 300)));
  it('has tests of at most 400 lines', () => expectNone(tooLong(tests, 400)));
  it('has lines of at most 100 columns', () => expectNone(tooWide(sourceFiles)));
  it('has a head comment in each file', () =>
    expectNone(headless(sourceFiles.filter((file) => !file.path.endsWith('.test.ts')))));
  it('has no notes to oneself', () => expectNone(notesToOneself(sourceFiles)));
  it('has neither any nor enum', () => expectNone(vagueTypes(sourceFiles)));
  it('names no path of one machine', () => expectNone(machinePaths(textFiles)));
  it('keeps to the words for people', () => expectNone(wrongWords(textFiles)));
});

describe('The packages', () => {
  it('import downwards only', () => {
    const suite = tests.filter(({ path }) => path.startsWith('packages/conformance/'));
    expectNone(wrongImports([...shipped, ...suite]));
  });
  it('keep each page to its own folder', () => expectNone(wrongPageImports(shipped)));
  it('never mention a higher package', () => expectNone(wrongMentions(sourceFiles)));
  it('take time, chance and network by ports', () => expectNone(strayEffects(sourceFiles)));
  it('document what the protocol exports', () => {
    expectNone(undocumented(shipped.filter(({ path }) => path.startsWith('packages/protocol/'))));
  });
});

describe('The tests', () => {
  it('have sentences as titles, each once in a file', () => expectNone(wrongTitles(tests)));
  it('all run', () => expectNone(lonelyTests(tests)));
  it('name only rules that the code names', () => expectNone(unknownRules(sourceFiles)));
});

describe('The lock file', () => {
  it('holds no download addresses', () => {
    const lockFile = textFiles.find(({ path }) => path === 'package-lock.json');
    expect(lockFile, 'package-lock.json').not.to.equal(undefined);
    if (lockFile) expectNone(downloadAddresses(lockFile));
  });
});
