/** The parts of `docs/simulator.md` that are written from the code and from results. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Caught } from '../breakages/hunt.js';
import type { Invariant } from '../invariants/invariant.js';

const PATH = fileURLToPath(new URL('../../../../docs/simulator.md', import.meta.url));

/** The document as it is. */
export function readDocument(): string {
  return readFileSync(PATH, 'utf8');
}

export function writeDocument(text: string): void {
  writeFileSync(PATH, text);
}

/** The document with this between the marks of a part. @throws RangeError without the marks */
function withPart(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new RangeError(`docs/simulator.md: expected ${begin} and ${end}`);
  }
  return `${before}${begin}\n${text}\n${end}${after}`;
}

/** The document with these invariants. @throws RangeError */
export function withInvariants(document: string, invariants: readonly Invariant[]): string {
  const rows = invariants.map(({ name, sentence }) => `- \`${name}\`: ${sentence}`);
  return withPart(document, 'invariants', rows.join('\n'));
}

/** The document with these results of breakages. @throws RangeError */
export function withResults(document: string, results: readonly Caught[]): string {
  const rows = results.map(
    ({ breakage: { name, sentence }, by }) =>
      `| \`${name}\` | ${sentence} | ${by ? noticedBy(by) : 'not noticed'} |`,
  );
  const table = ['| breakage | the broken engine | noticed at seed |', '|---|---|---|', ...rows];
  return withPart(document, 'breakages', table.join('\n'));
}

function noticedBy({ seed, invariants }: NonNullable<Caught['by']>): string {
  return `${seed}, by ${invariants.map((name) => `\`${name}\``).join(', ')}`;
}
