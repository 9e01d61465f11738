/** The chapters of the specification begin with examples, whose values are those of vectors. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readText } from '#scripts/repository.js';
import { ROOT } from './support/source-files.js';

/** Chapters whose example is not made of vectors, and how it is held to the code instead. */
const HELD_OTHERWISE: ReadonlySet<string> = new Set([
  'visas.md', // test/examples.test.ts: the token that an example program makes
]);

const chapters = readdirSync(join(ROOT, 'spec'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readText(`spec/${name}`) }));

/** The section "An example", without its links. */
function exampleOf(text: string): string | null {
  const section = /^## An example\n(?<body>[\s\S]*?)^## /mu.exec(text)?.groups?.body;
  return section ?? null;
}

/** Every text in a value of JSON. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function linkedVectors(example: string): string {
  const paths = [...example.matchAll(/\]\((?<path>vectors\/[^)#]+\.json)\)/gu)].map(
    ({ groups }) => groups?.path ?? '',
  );
  const texts = paths.flatMap((path) =>
    textsIn(JSON.parse(readFileSync(join(ROOT, 'spec', path), 'utf8'))),
  );
  return texts.flatMap((text) => [text, Buffer.from(text, 'base64url').toString('hex')]).join('\n');
}

describe('The chapters', () => {
  for (const { name, text } of chapters) {
    const example = exampleOf(text);
    if (example === null || HELD_OTHERWISE.has(name)) continue;
    it(`${name}: the values of its example stand in the vectors that it links to`, () => {
      const known = linkedVectors(example);
      const found = example.replace(/\]\([^)]*\)/gu, '').match(/[A-Za-z0-9_+/=-]{20,}/gu) ?? [];
      const values = found.filter((value) => !/^[A-Z_]+$/u.test(value));
      expect(values.length).to.be.greaterThan(0);
      expect(values.filter((value) => !known.includes(value))).to.deep.equal([]);
    });
  }
});
