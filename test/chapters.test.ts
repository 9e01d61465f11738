/** The chapters of the specification begin with examples, whose values are those of vectors. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readText } from '#scripts/repository.js';
import { ROOT } from './support/source-files.js';

/** Chapters whose example is not made of vectors, and how it is held to the code instead. */
const HELD_OTHERWISE: ReadonlySet<string> = new Set([
  'visas.md', // test/examples.test.ts: the token that an example program makes
  'overview.md', // no values: it says where they stand
  'privacy.md',
  'versioning.md',
  'sharding.md', // packages/sim/test/sharding/chapter.test.ts: the shard, the figures of the model
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

/** The vectors that an example links to. */
function linkedVectors(example: string): readonly unknown[] {
  return [...example.matchAll(/\]\((?<path>vectors\/[^)#]+\.json)\)/gu)].map(({ groups }) =>
    JSON.parse(readFileSync(join(ROOT, 'spec', groups?.path ?? ''), 'utf8')),
  );
}

/** All texts of some vectors, and what they are in hexadecimal digits. */
function allTexts(vectors: readonly unknown[]): string {
  return textsIn(vectors)
    .flatMap((text) => [text, Buffer.from(text, 'base64url').toString('hex')])
    .join('\n');
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The values of JSON in the blocks of an example: a block is one, or one a line. */
function valuesShown(example: string): readonly unknown[] {
  return [...example.matchAll(/```json\n(?<block>[\s\S]*?)```/gu)].flatMap(({ groups }) => {
    const block = groups?.block ?? '';
    const whole = jsonOrNull(block);
    return whole === null ? block.trim().split('\n').map(jsonOrNull) : [whole];
  });
}

/** Every value in a value of JSON; a text that is JSON itself is such a value too. */
function* valuesIn(value: unknown): Generator {
  yield value;
  if (typeof value === 'string' && value.startsWith('{')) yield jsonOrNull(value);
  if (typeof value !== 'object' || value === null) return;
  for (const one of Object.values(value)) yield* valuesIn(one);
}

/** Whether a value is `part`, or an object with these members and others. */
function holds(value: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null || typeof value !== 'object' || value === null) {
    return value === part;
  }
  if (Array.isArray(part) && (!Array.isArray(value) || value.length !== part.length)) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return Object.entries(part).every(([name, one]) => holds(members.get(name), one));
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = [...readText(path).matchAll(/^#+ (?<heading>.+)$/gmu)];
  return new Set(
    headings.map(({ groups }) =>
      (groups?.heading ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/gu, '-'),
    ),
  );
}

describe('The chapters', () => {
  it('link to headings that are there', () => {
    const broken = chapters.flatMap(({ name, text }) =>
      [...text.matchAll(/\]\((?<file>[\w./-]+\.md)?#(?<anchor>[^)\s]+)\)/gu)]
        .map(({ groups }) => [groups?.file ?? name, groups?.anchor ?? ''] as const)
        .filter(([file, anchor]) => !anchorsOf(join('spec', file)).has(anchor))
        .map(([file, anchor]) => `spec/${name}: links to #${anchor} of ${file}, which has none`),
    );
    expect(broken).to.deep.equal([]);
  });

  it('name code that is there, where they say what is kept', () => {
    const named = readText('spec/privacy.md').match(/(?<=`)[\w./-]+\.ts(?=`)/gu) ?? [];
    expect(named.length).to.be.greaterThan(5);
    const missing = named.filter((path) => !existsSync(join(ROOT, 'packages', path)));
    expect(missing).to.deep.equal([]);
  });

  for (const { name, text } of chapters) {
    const example = exampleOf(text);
    if (example === null || HELD_OTHERWISE.has(name)) continue;
    it(`${name}: the values of its example stand in the vectors that it links to`, () => {
      const vectors = linkedVectors(example);
      const known = allTexts(vectors);
      const found = example.replace(/\]\([^)]*\)/gu, '').match(/[A-Za-z0-9_+/=-]{20,}/gu) ?? [];
      const values = found.filter((value) => !/^[A-Z_]+$/u.test(value));
      expect(values.length).to.be.greaterThan(0);
      expect(values.filter((value) => !known.includes(value))).to.deep.equal([]);
      const all = [...valuesIn(vectors)];
      const shown = valuesShown(example);
      expect(shown.filter((part) => !all.some((value) => holds(value, part)))).to.deep.equal([]);
    });
  }
});
