/** The conventions that can be checked, each as a function from files to findings. */

import { EFFECTS, type Effect, TEST_EFFECTS } from './effects.js';
import {
  findAll,
  finding,
  isShipped,
  isTest,
  type SourceFile,
  type TextFile,
} from './source-files.js';

const KEBAB =
  /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.config|\.d)?\.(?:ts|tsx|json|md|mjs|css|html|yml|py|go)$/u;
const NAMED_BY_TOOLS =
  /^(?:package(?:-lock)?\.json|tsconfig(?:\.[a-z]+)*\.json|\.[a-z]+(?:\.json)?|[A-Z]+\.md|run)$/u;

/** File names that are not kebab-case nouns. */
export function wrongNames(files: readonly TextFile[]): string[] {
  return files
    .map((file) => ({ file, name: file.path.split('/').at(-1) ?? '' }))
    .filter(({ name }) => !KEBAB.test(name) && !NAMED_BY_TOOLS.test(name))
    .map(({ file, name }) => `${file.path}:1: is named ${name}, expected kebab-case`);
}

/** Files with more lines than one can take in. */
export function tooLong(files: readonly SourceFile[], linesMax: number): string[] {
  return files
    .map((file) => ({ file, lines: file.lines.length - 1 }))
    .filter(({ lines }) => lines > linesMax)
    .map(({ file, lines }) => `${file.path}:1: has ${lines} lines, expected at most ${linesMax}`);
}

/** Lines over 100 columns, unless a text that cannot be broken makes them so. */
export function tooWide(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const code = file.code.split('\n');
    const uncommented = file.uncommented.split('\n');
    return file.lines.flatMap((line, index) => {
      const columns = [...line].length;
      const holdsText = code[index]?.trimEnd() !== uncommented[index]?.trimEnd();
      const holdsLink = /https?:\/\/\S{40,}/u.test(line);
      if (columns <= 100 || holdsText || holdsLink) return [];
      return [`${file.path}:${index + 1}: has ${columns} columns, expected at most 100`];
    });
  });
}

function wrongEffects(files: readonly SourceFile[], effects: readonly Effect[]): string[] {
  return effects.flatMap(({ name, pattern, allowed }) =>
    findAll(
      files.filter(({ path }) => !allowed.includes(path)),
      pattern,
      (match) => `uses ${name} (${match}), expected it to come in as a parameter or port`,
    ),
  );
}

/** Time, chance, timers and network outside of their adapters. */
export function strayEffects(files: readonly SourceFile[]): string[] {
  const shipped = files.filter((file) => !isTest(file));
  return [
    ...wrongEffects(shipped, EFFECTS),
    ...wrongEffects(
      files.filter(({ path }) => /\.test\.ts$/u.test(path)),
      TEST_EFFECTS,
    ),
  ];
}

/** Words that this file looks for, and must not say itself: the plus sign goes. */
function words(...parted: readonly string[]): string {
  return `(?:${parted.map((word) => word.replace('+', '')).join('|')})`;
}

/** Notes to oneself. */
export function notesToOneself(files: readonly SourceFile[]): string[] {
  const pattern = new RegExp(`\\b${words('TO+DO', 'FIX+ME', 'X+XX', 'HA+CK')}\\b`, 'gu');
  return findAll(files, pattern, (match) => `says ${match}, expected it done or an issue`, 'text');
}

/** `any` and `enum`, which hide what a value is. */
export function vagueTypes(files: readonly SourceFile[]): string[] {
  return [
    ...findAll(
      files,
      /(?:[:<,|&(=]|\bas)\s*any\b(?!\s*[:(=])/gu,
      () => 'uses any, expected unknown or a type',
    ),
    ...findAll(
      files,
      /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w+/gmu,
      () => 'uses enum, expected a union of literals',
    ),
    ...findAll(
      files,
      /@ts-(?:ignore|nocheck|expect-error)/gu,
      (match) => `says ${match}, expected code that type-checks`,
      'text',
    ),
  ];
}

const TITLE = /\bit\(\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>).)*)\k<quote>/gsu;
const RULE_ID = /^(?<ids>[A-Z0-9]+-\d+(?:(?:, | and |, and )[A-Z0-9]+-\d+)*): /u;

const DESCRIBE = /\bdescribe\(\s*['"`](?<title>[^'"`]*)/gu;

/** Titles of tests that say nothing, and titles that stand twice under one heading. */
export function wrongTitles(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const seen = new Set<string>();
    return [...file.uncommented.matchAll(TITLE)].flatMap((match) => {
      const title = match.groups?.title ?? '';
      const headings = [...file.uncommented.slice(0, match.index).matchAll(DESCRIBE)];
      const place = `${headings.at(-1)?.groups?.title}: ${title}`;
      const isTwice = seen.has(place);
      seen.add(place);
      if (isTwice) return [finding(file, match.index, `is titled "${title}" twice, expected once`)];
      if (/^\S.{3,}\S$/su.test(title.replace(RULE_ID, ''))) return [];
      return [finding(file, match.index, `is titled "${title}", expected a sentence`)];
    });
  });
}

/** Tests that are alone, or left out. */
export function lonelyTests(files: readonly SourceFile[]): string[] {
  return findAll(
    files,
    /\b(?:describe|context|it)\.(?:only|skip)\b|\bx(?:it|describe)\(|\bthis\.skip\(/gu,
    (match) => `says ${match}, expected all tests to run`,
  );
}

/** Paths of the machine that somebody worked on. */
export function machinePaths(files: readonly TextFile[]): string[] {
  const pattern = new RegExp(`(?<![\\w.$}-])/${words('wo+rk', 'ro+ot', 'tm+p')}/[\\w.-]`, 'gu');
  return files.flatMap((file) =>
    [...file.text.matchAll(pattern)].map((match) =>
      finding(file, match.index, `names the path ${match[0]}…, expected none of one machine`),
    ),
  );
}

/** Files that do not say what lives in them. An index that only re-exports says it by itself. */
export function headless(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ text }) => !/^(?:#![^\n]*\n)?(?:\/\*\*|\/\/ )/u.test(text))
    .filter(
      ({ code }) =>
        !/^\s*(?:export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})(?:\s+from\s+'\s*')?;\s*)*$/u.test(
          code,
        ),
    )
    .map(
      ({ path }) =>
        `${path}:1: starts without a comment, expected a head that says what lives here`,
    );
}

const EXPORTED =
  /^export (?:async |abstract |declare )*(?:function\*?|class|interface) (?<name>\w+)/gmu;

/**
 * Exported functions, classes and interfaces without a docstring. Overloads share the first one's.
 */
export function undocumented(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const seen = new Set<string>();
    return [...file.code.matchAll(EXPORTED)].flatMap((match) => {
      const name = match.groups?.name ?? '';
      const isOverload = seen.has(name);
      seen.add(name);
      if (isOverload || /\*\/\n$/u.test(file.text.slice(0, match.index))) return [];
      return [finding(file, match.index, `exports ${name}, expected a docstring above it`)];
    });
  });
}

/** Words that mean other people in this trade than the members that they would be used for here. */
export function wrongWords(files: readonly TextFile[]): string[] {
  const pattern = new RegExp(`\\b${words('gu+est', 'vis+itor')}s?\\b`, 'giu');
  return files.flatMap((file) =>
    [...file.text.matchAll(pattern)].map((match) =>
      finding(file, match.index, `says ${match[0]}, expected "member" or "visiting member"`),
    ),
  );
}

/** Download addresses in the lock file. */
export function downloadAddresses(lockFile: TextFile): string[] {
  return [...lockFile.text.matchAll(/"resolved": "[^"]*:\/\/[^"]*"|\/\/registry\.[^"\s]*/gu)].map(
    (match) => finding(lockFile, match.index, `holds ${match[0]}, expected no download address`),
  );
}

const RULE_COMMENT = /\b(?<id>[A-Z][A-Z0-9]*-\d+)\b/gu;

/** The conformance suite names rules, and is no check of them in the code. */
const SUITE = 'packages/conformance/src/';
const RULE_TEXT = /'(?<id>[A-Z][A-Z0-9]*-\d+)'/gu;

/** Rules that a test's title or the conformance suite names and no check in the code does. */
export function unknownRules(files: readonly SourceFile[]): string[] {
  const known = new Set(
    files
      .filter((file) => isShipped(file) && !file.path.startsWith(SUITE))
      .flatMap(({ text }) => [...text.matchAll(RULE_COMMENT)].map(([id]) => id)),
  );
  const ofSuite = files
    .filter(({ path }) => path.startsWith(SUITE))
    .flatMap((file) =>
      [...file.uncommented.matchAll(RULE_TEXT)]
        .filter((match) => !known.has(match.groups?.id ?? ''))
        .map((match) =>
          finding(file, match.index, `names the rule ${match[0]}, expected a known one`),
        ),
    );
  const ofTitles = files.filter(isTest).flatMap((file) =>
    [...file.uncommented.matchAll(TITLE)].flatMap((match) => {
      const ids = (match.groups?.title ?? '').match(RULE_ID)?.groups?.ids ?? '';
      return [...ids.matchAll(RULE_COMMENT)]
        .filter(([id]) => !known.has(id))
        .map(([id]) =>
          finding(
            file,
            match.index,
            `names the rule ${id}, expected one that a check in the code names`,
          ),
        );
    }),
  );
  return [...ofSuite, ...ofTitles];
}
