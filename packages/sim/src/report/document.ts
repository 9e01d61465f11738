/** The parts of `docs/simulator.md` that are written from the code and from results. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Breakage } from '../breakages/breakage.js';
import type { Caught } from '../breakages/hunt.js';
import type { Invariant } from '../invariants/invariant.js';
import { optionsOf } from '../story/draw-options.js';

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

/** The document with what each invariant is meant to notice. @throws RangeError */
export function withCoverage(
  document: string,
  invariants: readonly string[],
  breakages: readonly Breakage[],
): string {
  const rows = invariants.map((name) => {
    const meant = breakages.filter(({ by }) => by === name).map((one) => `\`${one.name}\``);
    return `| \`${name}\` | ${meant.join(', ')} |`;
  });
  const table = ['| invariant | breakages that it has to notice |', '|---|---|', ...rows];
  return withPart(document, 'coverage', table.join('\n'));
}

/** The seeds at which breakages were noticed the last time, by their names. */
export function rememberedSeeds(document: string): ReadonlyMap<string, number> {
  const rows = document.matchAll(/^\| `([a-z-]+)` \|.*\| (\d+)(?: |,)[^|]*\|$/gmu);
  return new Map([...rows].map(([, name = '', seed]) => [name, Number(seed)]));
}

/** The document with these results of breakages. @throws RangeError */
export function withResults(document: string, results: readonly Caught[]): string {
  const rows = results.map(
    (caught) =>
      `| \`${caught.breakage.name}\` | ${caught.breakage.sentence} | ${noticedBy(caught)} |`,
  );
  const table = ['| breakage | the broken engine | noticed at seed |', '|---|---|---|', ...rows];
  return withPart(document, 'breakages', table.join('\n'));
}

function noticedBy({ breakage, by }: Caught): string {
  if (by === null) return 'not noticed';
  const options = optionsOf(breakage.options ?? {}).join(' ');
  const how = options === '' ? '' : ` with \`${options}\``;
  return `${by.seed}${how}, by ${by.invariants.map((name) => `\`${name}\``).join(', ')}`;
}
