/**
 * What a command failed with: one code, one sentence that ends with the remedy, one exit status.
 */

import { type ErrorCode, ProtocolError } from '@covisa/protocol';
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

/** Why a command cannot go on, where neither the node nor the protocol has a word for it. */
export type CommandErrorCode =
  /** The arguments do not say what to do. The exit status is 2. */
  | 'USAGE'
  /** There is no such file. */
  | 'FILE_MISSING'
  /** There is a file of that name already. */
  | 'FILE_EXISTS'
  /** The file cannot be read, or is longer than it may be. */
  | 'FILE_UNREADABLE'
  /** The file cannot be written. */
  | 'FILE_UNWRITABLE'
  /** The folder is to be a new node's, and something is in it. */
  | 'DATA_FOLDER_NOT_EMPTY'
  /** The file is no backup, or is damaged, cut off or of another kind. */
  | 'BACKUP_INVALID'
  /** A backup cannot hold a file as large as this one. */
  | 'BACKUP_TOO_LARGE'
  /** What was given as the node's address is none. */
  | 'NODE_URL_INVALID'
  /** The node does not answer. */
  | 'NODE_UNREACHABLE'
  /** What answered is no node, or says what no node says. */
  | 'NODE_ANSWER_INVALID'
  /** No space, programme or member of that name is known. */
  | 'NAME_UNKNOWN'
  /** Several have that name. */
  | 'NAME_AMBIGUOUS'
  /** The space is in no programme. */
  | 'PROGRAMME_NONE'
  /** The space is in several programmes, and none was named. */
  | 'PROGRAMME_AMBIGUOUS'
  /** The space has no venue of that id. */
  | 'VENUE_UNKNOWN'
  /** An amount is given to a space that has no regular rate, and so no currency. */
  | 'RATE_MISSING'
  /** The text is no claim link. */
  | 'LINK_INVALID'
  /** The file is no wallet. */
  | 'WALLET_INVALID'
  /** The wallet holds a visa already. */
  | 'WALLET_EXISTS'
  /** The wallet holds no visa. */
  | 'WALLET_EMPTY'
  /** The visa that came is for the key of another wallet. */
  | 'VISA_OF_ANOTHER'
  /** The home cannot judge a visit to that space. */
  | 'NOT_JUDGED'
  /** A node of the trial has not started. */
  | 'TRIAL_FAILED';

declare const answered: unique symbol;
/** The code that a node has answered with, of whatever version it is. */
export type AnsweredCode = string & { readonly [answered]: true };

/** A command cannot go on. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: string;
  readonly exitStatus: number;
  readonly path: string | undefined;

  constructor(
    code: CommandErrorCode | NodeErrorCode | ErrorCode | AnsweredCode,
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
  UNAUTHORISED:
    "Another node may answer at this address: give that one's data folder with --data, or its token with --token.",
  FORBIDDEN: "Use the token in the node's data folder (file api-token).",
  RATE_LIMITED: 'Wait a minute, then try again.',
  PRESENTATION_STALE: 'Ask the member for a fresh code.',
  PRESENTATION_OTHER_HOST:
    'Ask the member to choose this space in the wallet and to show the code again.',
  VISA_EXPIRED: 'Ask the member to renew the visa: the wallet does so when it is online.',
  SPACE_UNKNOWN: 'Sync with the programme (covisa sync), or ask for its invitation link.',
  PEER_UNREACHABLE: 'Check the address, and that the node there runs.',
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
