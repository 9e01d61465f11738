/**
 * What a command failed with: one code, one sentence that ends with the remedy, one exit status.
 */

import { ProtocolError } from '@covisa/protocol';
import { StoreError } from '@covisa/store';
import { CommanderError } from 'commander';
import { NodeError, type NodeErrorCode, withRemedy } from '../errors.js';
import { TransportError } from '../ports.js';
import { plain } from './text.js';

/** Done; a verdict of free or paid. */
export const EXIT_OK = 0;
/** Refused, or failed. */
export const EXIT_FAILED = 1;
/** The command line itself was wrong. */
export const EXIT_USAGE = 2;
/** `check`: the member is refused. */
export const EXIT_REFUSED = 3;
/** `start`: the node stopped by an error of its own (EX_SOFTWARE of sysexits.h). */
export const EXIT_UNCAUGHT = 70;

/** A failure with its exit status, as it is printed. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly exitStatus: number;
}

/** A command cannot go on. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: string;
  readonly exitStatus: number;
  readonly path: string | undefined;

  constructor(
    code: string,
    message: string,
    detail: { readonly exitStatus?: number; readonly path?: string; readonly cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.exitStatus = detail.exitStatus ?? EXIT_FAILED;
    this.path = detail.path;
  }
}

/** The arguments do not say what to do. */
export function usageError(message: string): CommandError {
  return new CommandError('USAGE', message, { exitStatus: EXIT_USAGE });
}

/** What the owner can do about an error that came without a remedy. */
const REMEDIES: Readonly<Partial<Record<NodeErrorCode | string, string>>> = {
  UNAUTHORISED: "Give the node's own data folder with --data, or its token with --token.",
  FORBIDDEN: "Use the token in the node's data folder (file api-token).",
  RATE_LIMITED: 'Wait a minute, then try again.',
  PRESENTATION_STALE: 'Ask the member for a fresh code.',
  PRESENTATION_OTHER_HOST:
    'Ask the member to choose this space in the wallet and to show the code again.',
  VISA_EXPIRED: 'Ask the member to renew the visa: the wallet does so when it is online.',
  SPACE_UNKNOWN: 'Sync with the programme (covisa sync), or ask for its invitation link.',
  NOT_READY: 'Wait until the node has caught up with its peers; see covisa status.',
};

/** A failure as the caller is told. Never a stack trace. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof CommanderError) {
    return { code: 'USAGE', message: usageMessage(error), exitStatus: EXIT_USAGE };
  }
  const path = errorPath(error);
  return {
    code: errorCode(error),
    message: withRemedy(
      error instanceof Error ? error.message : 'something went wrong',
      (error instanceof NodeError ? error.remedy : undefined) ?? REMEDIES[errorCode(error)],
    ),
    ...(path !== undefined && { path }),
    exitStatus: error instanceof CommandError ? error.exitStatus : EXIT_FAILED,
  };
}

function errorCode(error: unknown): string {
  if (
    error instanceof CommandError ||
    error instanceof NodeError ||
    error instanceof ProtocolError ||
    error instanceof StoreError ||
    error instanceof TransportError
  ) {
    return error.code;
  }
  return 'INTERNAL';
}

function errorPath(error: unknown): string | undefined {
  if (error instanceof CommandError || error instanceof ProtocolError) return error.path;
  return undefined;
}

function usageMessage(error: CommanderError): string {
  // Commander's way to say that it printed the help because there was no command.
  if (error.code === 'commander.help') return 'command: expected one, got none. See covisa --help.';
  const message = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
  return error.code === 'commander.unknownCommand' ? `${message}. See covisa --help.` : message;
}

/** `error: …` for people. */
export function failureText(failure: Failure): string {
  return `error: ${plain(failure.message)} [${failure.code}]\n`;
}
