/**
 * `npm run mutations`: takes each check of each rule out of a copy of the built tree, one at a
 * time, and writes docs/mutations.md: which vector or test fails then. The exit status is 1 if
 * nothing does and no reason is given.
 */

import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readText } from '../repository.js';
import { type Rule, statedRules } from '../rules-document.js';
import { HAND_MADE, KEEPERS, NOT_MUTATED } from './by-hand.js';
import { type Killers, killersOf } from './killers.js';
import { type Edit, quoted } from './mutators.js';
import { editsForFunction, editsForRule } from './places.js';
import { Findings } from './record.js';
import { NOT_RUN, noteUntried, type Row, SURVIVES, triedIds, writeReport } from './report.js';
import { Scratch } from './scratch.js';
import { REASONS } from './survivors.js';
import { failingBefore, killerOf, wideKillerOf } from './trial.js';

interface Mutation {
  readonly id: string;
  readonly path: string;
  readonly edit: Edit;
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    prefix: { type: 'string', multiple: true },
    missing: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    note: { type: 'boolean', default: false },
    wide: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(tmpdir(), 'covisa-mutation-findings') },
  },
});

function chosenIds(stated: readonly string[]): ReadonlySet<string> {
  const { only, prefix, missing } = options;
  const tried = triedIds();
  const isChosen = (id: string): boolean =>
    missing
      ? !tried.has(id)
      : (!only && !prefix) ||
        (only?.includes(id) ?? false) ||
        (prefix?.includes(id.replace(/-\d+$/u, '')) ?? false);
  return new Set(stated.filter(isChosen));
}

function handMade(id: string): readonly Mutation[] {
  return HAND_MADE.filter((one) => one.id === id).map(({ path, from, to }) => {
    const text = readText(path);
    const start = text.indexOf(from);
    if (start < 0 || text.includes(from, start + 1)) {
      throw new Error(`${id}: expected this once in ${path}: ${from}`);
    }
    const label = `${quoted(from)} is ${quoted(to)}`;
    return { id, path, edit: { start, end: start + from.length, by: to, label } };
  });
}

/** Labels that stand twice get a number, so that a reason is of one of them. */
function withOwnLabels(mutations: readonly Mutation[]): readonly Mutation[] {
  return mutations.map((one, index) => {
    const { label } = one.edit;
    const before = mutations.slice(0, index).filter(({ edit }) => edit.label === label).length;
    return before === 0
      ? one
      : { ...one, edit: { ...one.edit, label: `${label} (${before + 1})` } };
  });
}

function mutationsOf(id: string, rules: readonly Rule[]): readonly Mutation[] {
  const own = rules.filter((rule, index) => {
    const first = rules.findIndex((one) => one.id === id && one.path === rule.path);
    return rule.id === id && first === index;
  });
  const made = own.flatMap((rule) =>
    editsForRule(rule).map((edit) => ({ id, path: rule.path, edit })),
  );
  const kept = KEEPERS.filter((one) => one.id === id).flatMap(({ path, name }) =>
    editsForFunction(path, name).map((edit) => ({ id, path, edit })),
  );
  return withOwnLabels([...made, ...kept, ...handMade(id)]);
}

/** How a mutation is named where its reason to survive is given. */
function keyOf({ id, edit }: Pick<Mutation, 'id' | 'edit'>): string {
  return `${id}: ${edit.label}`;
}

async function isBuilt(scratch: Scratch, { path, edit }: Mutation): Promise<boolean> {
  const text = readText(path);
  try {
    await scratch.build(path, `${text.slice(0, edit.start)}${edit.by}${text.slice(edit.end)}`);
    return true;
  } catch {
    await scratch.restore(path);
    return false;
  }
}

/** What fails without the check; `undefined` where there is no program without it. */
async function outcomeOf(
  scratch: Scratch,
  findings: Findings,
  mutation: Mutation,
  killers: Killers,
): Promise<string | null | undefined> {
  const { path, edit } = mutation;
  const known = options.fresh ? undefined : findings.get(path, edit, killers);
  if (known !== undefined) return known;
  if (!(await isBuilt(scratch, mutation))) return undefined;
  const killer = await killerOf(scratch.folder, mutation.id, killers);
  if (options.wide && killer === null && !REASONS.has(keyOf(mutation))) {
    console.log(`${keyOf(mutation)}\n  wide: ${await wideKillerOf(scratch.folder, path)}`);
  }
  await scratch.restore(path);
  findings.set(path, edit, killers, killer);
  return killer;
}

const used = new Set<string>();

function rowOf({ id, edit }: Mutation, killer: string | null): Row {
  const key = keyOf({ id, edit });
  const reason = REASONS.get(key);
  if (killer !== null) {
    if (reason !== undefined) console.log(`${key}\n  has a reason to survive, but does not`);
    return { id, what: edit.label, outcome: killer };
  }
  if (reason !== undefined) used.add(key);
  else console.log(`${key}\n  survives`);
  return { id, what: edit.label, outcome: reason ? `${SURVIVES}: ${reason}` : SURVIVES };
}

async function rowsOf(
  scratch: Scratch,
  findings: Findings,
  id: string,
  mutations: readonly Mutation[],
): Promise<readonly Row[]> {
  const killers = killersOf(id);
  const why = NOT_MUTATED.get(id);
  if (why !== undefined) return [{ id, what: '', outcome: `${NOT_RUN}: ${why}` }];
  if (killers.vectors.length + killers.tests.length === 0) {
    const where = killers.browserTests.map((path) => `\`${path}\``).join(', ');
    return [{ id, what: '', outcome: `${NOT_RUN}: its tests need a browser: ${where}` }];
  }
  const rows: Row[] = [];
  for (const mutation of mutations) {
    const killer = await outcomeOf(scratch, findings, mutation, killers);
    if (killer !== undefined) rows.push(rowOf(mutation, killer));
  }
  return rows;
}

/** What keeps the findings from being worth anything. */
async function flaws(
  scratch: Scratch,
  ids: ReadonlySet<string>,
  mutations: ReadonlyMap<string, readonly Mutation[]>,
): Promise<readonly string[]> {
  const bare = [...mutations].filter(([id, own]) => own.length === 0 && !NOT_MUTATED.has(id));
  const paths = new Set([...mutations.values()].flat().map(({ path }) => path));
  for (const path of paths) await scratch.restore(path);
  const before = await failingBefore(scratch.folder, [...ids].map(killersOf));
  return [
    ...bare.map(([id]) => `${id}: no mutation is made of it; see scripts/mutations/by-hand.ts`),
    ...before.map((what) => `fails although nothing was changed: ${what}`),
  ];
}

async function main(): Promise<void> {
  setPriority(15);
  const rules = statedRules();
  const stated = rules.map(({ id }) => id);
  if (options.note) {
    noteUntried(stated);
    return;
  }
  const ids = chosenIds(stated);
  const mutations = new Map([...ids].map((id) => [id, mutationsOf(id, rules)]));
  const all = [...mutations.values()].flat();
  console.log(`mutations: ${all.length} of ${ids.size} rules`);
  if (options.list) {
    for (const { id, edit } of all) console.log(`${id}: ${edit.label}`);
    return;
  }
  const scratch = new Scratch();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  process.once('exit', () => scratch.remove());
  try {
    const found = await flaws(scratch, ids, mutations);
    for (const flaw of found) console.error(flaw);
    if (found.length > 0) process.exitCode = 1;
    const findings = new Findings(options.folder);
    const rows: Row[] = [];
    for (const [id, own] of mutations) rows.push(...(await rowsOf(scratch, findings, id, own)));
    writeReport(rows, ids, stated);
    const isWhole = stated.every((id) => ids.has(id));
    for (const key of isWhole ? REASONS.keys() : []) {
      if (!used.has(key)) console.error(`${key}\n  has a reason, and is no mutation that survives`);
    }
    if (rows.some(({ outcome }) => outcome === SURVIVES)) process.exitCode = 1;
  } finally {
    scratch.remove();
  }
}

await main();
