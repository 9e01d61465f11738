/** `covisa password`. */

import type { Command } from 'commander';
import { action, type Runner } from '../action.js';
import { usageError } from '../failure.js';
import type { Outcome, Session } from '../session.js';

const CHARACTERS_MIN = 10;
const CHARACTERS_MAX = 200;
/** Bytes of the longest password, and the end of its line. */
const INPUT_BYTES_MAX = 4 * CHARACTERS_MAX + 2;

interface PasswordOptions {
  readonly stdin?: boolean;
}

async function password(session: Session, options: PasswordOptions): Promise<Outcome> {
  const next = options.stdin === true ? await fromInput(session) : await fromTerminal(session);
  const length = [...next].length;
  if (length < CHARACTERS_MIN || length > CHARACTERS_MAX) {
    throw usageError(
      `password: expected ${CHARACTERS_MIN} to ${CHARACTERS_MAX} characters, got ${length}. Some unusual words in a row make a good one.`,
    );
  }
  const client = session.client();
  await client.post('/api/password', { next });
  const address = `${client.url}/console`;
  return {
    document: { address },
    text: `The owner's password is set, and browsers that were signed in by an earlier one are signed out.\nSign in at ${address}`,
  };
}

async function fromInput(session: Session): Promise<string> {
  return (await session.io.input(INPUT_BYTES_MAX)).replace(/\r?\n$/, '');
}

/** Typed twice: what nobody sees is easily mistyped. */
async function fromTerminal(session: Session): Promise<string> {
  const first = await session.io.secret("The owner's new password: ");
  if (first === null) {
    throw usageError('password: expected a terminal to ask on. Pipe it in with --stdin.');
  }
  if ((await session.io.secret('The same again: ')) === first) return first;
  throw usageError('password: the two are not the same. Nothing was changed; try again.');
}

/** Adds the command to the program. */
export function addPasswordCommand(program: Command, runner: Runner): void {
  program
    .command('password')
    .description("set the owner's password for desk and console; needs no earlier one")
    .option('--stdin', 'read it from standard input')
    .action(action(runner, password));
}
