/**
 * Ties a command's handler to its output: one JSON document or text for people, and an honest exit
 * status.
 */

import { Command } from 'commander';
import { describeFailure, EXIT_OK, failureText } from './failure.js';
import type { Io } from './io.js';
import { type GlobalOptions, type Outcome, Session } from './session.js';

/** What the program runs with: the process, and where exit statuses go. */
export interface Runner {
  readonly io: Io;
  setExitStatus(status: number): void;
}

/** Prints a failure as every command does. */
export function printFailure(runner: Runner, error: unknown, isJson: boolean): void {
  const { exitStatus, ...failure } = describeFailure(error);
  runner.setExitStatus(exitStatus);
  if (isJson) runner.io.out(`${JSON.stringify({ error: failure }, null, 2)}\n`);
  else runner.io.note(failureText({ ...failure, exitStatus }));
}

/** Prints what a command answered. */
function printOutcome(runner: Runner, outcome: Outcome, isJson: boolean): void {
  runner.setExitStatus(outcome.exitStatus ?? EXIT_OK);
  if (isJson) runner.io.out(`${JSON.stringify(outcome.document, null, 2)}\n`);
  else if (outcome.text !== '') runner.io.out(`${outcome.text}\n`);
}

/**
 * A handler as commander calls it: with the command's arguments, its options and itself. `handler`
 * gets a session, the options and the arguments; it answers null where all was printed before.
 */
export function action<Options extends object, Arguments extends readonly unknown[] = []>(
  runner: Runner,
  handler: (session: Session, options: Options, ...args: Arguments) => Promise<Outcome | null>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1);
    if (!(command instanceof Command)) throw new TypeError('command: expected the command itself');
    const options = command.optsWithGlobals<Options & GlobalOptions>();
    const isJson = options.json === true;
    try {
      const print = (outcome: Outcome): void => printOutcome(runner, outcome, isJson);
      const args = given.slice(0, -2) as unknown as Arguments;
      const outcome = await handler(new Session(runner.io, options, print), options, ...args);
      if (outcome !== null) print(outcome);
    } catch (error) {
      printFailure(runner, error, isJson);
    }
  };
}
