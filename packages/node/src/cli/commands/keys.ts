/** `covisa keys`: the keys by which this space signs visas. */

import type { Command } from 'commander';
import { action, type Runner } from '../action.js';
import { wholeNumber } from '../arguments.js';
import type { Outcome, Session } from '../session.js';
import { instant, table } from '../text.js';

interface KeyJson {
  readonly incarnation: number;
  readonly generation: number;
  readonly issuing: string;
  readonly from: number;
  readonly until: number;
  readonly deadSince: number | null;
}

const HEADINGS = ['generation', 'incarnation', 'from', 'until', 'dead since', 'public key'];

function outcomeOf(keys: readonly KeyJson[]): Outcome {
  const rows = keys.map((key) => [
    key.generation,
    key.incarnation,
    instant(key.from),
    instant(key.until),
    key.deadSince === null ? '' : instant(key.deadSince),
    key.issuing,
  ]);
  return { document: keys, text: table(HEADINGS, rows, 'No key yet.') };
}

async function list(session: Session): Promise<Outcome> {
  return outcomeOf(await session.client().get<readonly KeyJson[]>('/api/keys'));
}

async function revoke(session: Session, _options: object, generation: number): Promise<Outcome> {
  const body = { generation };
  return outcomeOf(await session.client().post<readonly KeyJson[]>('/api/keys/revoke', body));
}

/** Adds these commands to the program. */
export function addKeysCommands(program: Command, runner: Runner): void {
  const keys = program
    .command('keys')
    .description('the keys by which this space signs visas; they change by themselves')
    .action(action(runner, list));
  keys
    .command('revoke')
    .argument('<generation>', 'the number in the list', wholeNumber(0, 0xffff_ffff))
    .description('end a key at once: its visas are dead, and are renewed by another')
    .action(action(runner, revoke));
}
