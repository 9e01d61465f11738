/** docs/mutations.md: a row a mutation. Rows of rules that were not run again stay as they are. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../repository.js';

const PATH = 'docs/mutations.md';
const ROW = /^\| (?<id>[A-Z][A-Z0-9]*-\d+) \| .* \| (?<outcome>.*) \|$/u;

/** One mutation and what came of it. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly outcome: string;
}

/** The start of the outcome of a mutation that nothing noticed. */
export const SURVIVES = 'survives';
/** The start of the outcome of a rule that was not changed or not run. */
export const NOT_RUN = 'not run';

function escaped(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('|', '\\|');
}

function lineOf({ id, what, outcome }: Row): string {
  return `| ${id} | ${escaped(what)} | ${escaped(outcome)} |`;
}

function heldLines(): readonly string[] {
  const path = join(ROOT, PATH);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => ROW.test(line));
}

function idOf(line: string): string {
  return ROW.exec(line)?.groups?.id ?? '';
}

/** The outcome of a rule that is newer than the last run. */
const UNTRIED = `${NOT_RUN}: not tried yet`;

/** The ids of which the report says what came of them. */
export function triedIds(): ReadonlySet<string> {
  return new Set(
    heldLines()
      .filter((line) => !line.endsWith(`| ${UNTRIED} |`))
      .map(idOf),
  );
}

/** Gives each rule a row, and takes away the rows of what is no rule any more. */
export function noteUntried(stated: readonly string[]): void {
  const tried = triedIds();
  const fresh = new Set(stated.filter((id) => !tried.has(id)));
  writeReport(
    [...fresh].map((id) => ({ id, what: '', outcome: UNTRIED })),
    fresh,
    stated,
  );
}

function summary(lines: readonly string[]): string {
  const outcomes = lines.map((line) => ROW.exec(line)?.groups?.outcome ?? '');
  const idle = outcomes.filter((outcome) => outcome.startsWith(NOT_RUN)).length;
  const alive = outcomes.filter((outcome) => outcome.startsWith(SURVIVES)).length;
  const all = outcomes.length - idle;
  const rules = new Set(lines.map(idOf)).size;
  return `**${rules} rules, ${all} mutations: ${all - alive} are noticed, ${alive} survive for the reason given.**
${idle} rows are of what is not run, and say why.`;
}

function section(topic: string, lines: readonly string[]): string {
  return `## ${topic}\n\n| rule | mutation | what fails |\n|---|---|---|\n${lines.join('\n')}\n`;
}

function topicOf(line: string): string {
  return idOf(line).replace(/-\d+$/u, '');
}

function documentOf(lines: readonly string[]): string {
  const topics = [...new Set(lines.map(topicOf))];
  const sections = topics.map((topic) =>
    section(
      topic,
      lines.filter((line) => topicOf(line) === topic),
    ),
  );
  return `# Mutations

Each check below a rule's id is taken out of the code, one at a time, and something has to fail: a vector (a path below
[spec/vectors](../spec/vectors)) or a test (its title and file). What is tried is the vectors and test files that name
the rule, and the other vectors of their folders. How checks are taken out is said in
[scripts/mutations/mutators.ts](../scripts/mutations/mutators.ts); bounds and texts are not changed.

${summary(lines)}

\`npm run mutations\` writes this page, on a copy of the built tree, in about an hour and on one core. It goes on
where it was broken off. \`npm run mutations -- --missing\` runs the rules that were not tried yet, \`--only VISA-7\` and
\`--prefix STAMP\` some of them, \`--fresh\` forgets what was found before; \`--note\` runs nothing, and gives each rule a row. A mutation that survives gets a vector or a test
that notices it, or its reason in [scripts/mutations/survivors.ts](../scripts/mutations/survivors.ts). Tests in browsers
are not run.

${sections.join('\n')}`;
}

/** Writes the rows of the rules that were run, in the place of those that they had. */
export function writeReport(
  rows: readonly Row[],
  run: ReadonlySet<string>,
  stated: readonly string[],
): void {
  const kept = heldLines().filter((line) => !run.has(idOf(line)));
  const lines = [...kept, ...rows.map(lineOf)];
  const sorted = [...new Set(stated)].flatMap((id) => lines.filter((line) => idOf(line) === id));
  writeFileSync(join(ROOT, PATH), documentOf(sorted));
}
