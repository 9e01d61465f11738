/** A password or PIN for a command: typed twice on the terminal, or piped in; never an argument. */

import { usageError } from './failure.js';
import type { Session } from './session.js';

/** Bytes of the longest secret, and the end of its line. */
const INPUT_BYTES_MAX = 1024;

/** The option by which a secret is piped in. */
export interface SecretOptions {
  readonly stdin?: boolean;
}

/**
 * The secret, without the end of its line. `what` names it in messages, `question` asks for it.
 * @throws CommandError USAGE
 */
export async function typedSecret(
  session: Session,
  options: SecretOptions,
  { what, question }: { readonly what: string; readonly question: string },
): Promise<string> {
  if (options.stdin === true) {
    return (await session.io.input(INPUT_BYTES_MAX)).replace(/\r?\n$/, '');
  }
  const first = await session.io.secret(question);
  if (first === null) {
    throw usageError(`${what}: expected a terminal to ask on. Pipe it in with --stdin.`);
  }
  // Typed twice: what nobody sees is easily mistyped.
  if ((await session.io.secret('The same again: ')) === first) return first;
  throw usageError(`${what}: the two are not the same. Nothing was changed; try again.`);
}
