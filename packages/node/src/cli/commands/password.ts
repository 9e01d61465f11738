/** `covisa password`. */

import type { Command } from 'commander';
import { action, type Runner } from '../action.js';
import { usageError } from '../failure.js';
import type { Outcome, Session } from '../session.js';
import { type SecretOptions, typedSecret } from '../typed-secret.js';

const CHARACTERS_MIN = 10;
const CHARACTERS_MAX = 200;

async function password(session: Session, options: SecretOptions): Promise<Outcome> {
  const question = "The owner's new password: ";
  const next = await typedSecret(session, options, { what: 'password', question });
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

/** Adds the command to the program. */
export function addPasswordCommand(program: Command, runner: Runner): void {
  program
    .command('password')
    .description("set the owner's password for desk and console; needs no earlier one")
    .option('--stdin', 'read it from standard input')
    .action(action(runner, password));
}
