/** Which vectors and tests are about a rule. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readText } from '../repository.js';
import { heldVectors } from '../vectors/check.js';

const TITLE = /\b(?:it|describe)\(\s*['"`](?<title>[^'"`]*)/gu;
const ID = /\b[A-Z][A-Z0-9]*-\d+\b/gu;

/** What may show that a check of a rule is gone. */
export interface Killers {
  /** The vectors that name the rule, then the others of their folders. */
  readonly vectors: readonly string[];
  /** How many of them name it. */
  readonly named: number;
  /** Test files with the id in a title, as paths of their sources. */
  readonly tests: readonly string[];
  /** Test files with another id of the same letters in a title. */
  readonly nearTests: readonly string[];
  /** The same of tests that need a browser; these are not run. */
  readonly browserTests: readonly string[];
}

function testFiles(): readonly string[] {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/test`);
  return ['test', ...packages].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.split('\\').join('/')}`)
      .filter((path) => /\.test\.tsx?$/u.test(path))
      .sort(),
  );
}

function titleIds(path: string): ReadonlySet<string> {
  const titles = [...readText(path).matchAll(TITLE)].map(({ groups }) => groups?.title ?? '');
  return new Set(titles.flatMap((title) => title.match(ID) ?? []));
}

const vectors = heldVectors().map((path) => {
  const { rules }: { rules: readonly string[] } = JSON.parse(readText(path));
  return { path, rules };
});
const tests = testFiles().map((path) => ({ path, ids: titleIds(path) }));

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The vectors and tests of a rule. */
export function killersOf(id: string): Killers {
  const named = vectors.filter(({ rules }) => rules.includes(id)).map(({ path }) => path);
  const folders = new Set(named.map(folderOf));
  const near = vectors.map(({ path }) => path).filter((path) => folders.has(folderOf(path)));
  const own = tests.filter(({ ids }) => ids.has(id)).map(({ path }) => path);
  const topic = id.replace(/\d+$/u, '');
  const ofTopic = tests.filter(({ ids }) => [...ids].some((one) => one.startsWith(topic)));
  const inBrowser = (path: string): boolean => path.startsWith('test/browser/');
  return {
    vectors: [...new Set([...named, ...near])],
    named: named.length,
    tests: own.filter((path) => !inBrowser(path)),
    nearTests: ofTopic
      .map(({ path }) => path)
      .filter((path) => !own.includes(path) && !inBrowser(path)),
    browserTests: own.filter(inBrowser),
  };
}
