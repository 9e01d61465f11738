/** `covisa recover`: takes a space back with its recovery key. */

import { LOG_SIZE_MAX } from '@covisa/protocol';
import type { Command } from 'commander';
import { parseRecoveryWords } from '../../adapters/recovery-words.js';
import { action, type Runner } from '../action.js';
import { wholeNumber } from '../arguments.js';
import { usageError } from '../failure.js';
import type { ListedEntry, RecoveredNode } from '../recover.js';
import type { Outcome, Session } from '../session.js';
import { addSettingFlags, settingFlags } from '../settings.js';
import { instant, pairs, plain } from '../text.js';
import { recoveryText } from './init.js';

/** Bytes of 24 words, white space and the end of the line. */
const INPUT_BYTES_MAX = 1024;

interface RecoverOptions {
  readonly stdin?: boolean;
  readonly peer?: readonly string[];
  readonly accept?: number;
  readonly list?: boolean;
}

async function typedWords(session: Session, { stdin }: RecoverOptions): Promise<string> {
  if (stdin === true) return session.io.input(INPUT_BYTES_MAX);
  const words = await session.io.secret('The 24 words of the recovery key: ');
  if (words !== null) return words;
  throw usageError('recovery words: expected a terminal to ask on. Pipe them in with --stdin.');
}

const USED_WORDS = `Destroy the earlier words. They take nothing back from now on, but whoever finds
them can close this space for ever.`;

/** On a terminal the new words are written down before the old ones end. */
async function showNext(session: Session, words: string): Promise<void> {
  // With --json they stand in the one document.
  if (session.options.json === true) return;
  session.io.out(`${recoveryText(words)}\n\n${USED_WORDS}\n`);
}

async function recover(session: Session, options: RecoverOptions): Promise<Outcome> {
  const resolved = session.config(settingFlags(options));
  const { finishRecovery, lastEntries, recoverNode } = await import('../recover.js');
  const finished = await finishRecovery(resolved, session.io);
  if (finished !== null) {
    return {
      document: { space: finished.space, incarnation: finished.incarnation },
      text: 'A recovery was cut off here, and is finished now. Its words are the ones that it showed.\nNext: covisa start',
    };
  }
  const recoverySeed = parseRecoveryWords(await typedWords(session, options));
  session.progress('Asking the other spaces for the log …');
  const input = {
    ...{ recoverySeed, peers: options.peer ?? [], accept: options.accept ?? null },
    show: (words: string) => showNext(session, words),
  };
  if (options.list === true) {
    const entries = await lastEntries(resolved, input, session.io);
    return { document: entries, text: entries.map(entryText).join('\n') };
  }
  const recovered = await recoverNode(resolved, input, session.io);
  return { document: documentOf(recovered), text: textOf(recovered) };
}

function entryText({ index, time, words }: ListedEntry): string {
  const parts = [String(index + 1).padStart(6), ...(time === null ? [] : [instant(time)]), words];
  return parts.map((part) => plain(part ?? '')).join(' · ');
}

function documentOf({ log, previous, name, asked, data, recoveryWords }: RecoveredNode): object {
  return { ...log, name, data, previous, asked, recoveryWords };
}

function textOf({ log, previous, name, asked, data }: RecoveredNode): string {
  const answers = asked.map(({ url, received, error }): [string, string] => [
    url,
    error === null ? `${received} new entries` : `did not answer (${error})`,
  ]);
  const head = pairs([
    ['space', `${name ?? 'without a name'} (${log.space})`],
    ['data folder', data],
    ['accepted', `${previous.size} entries of the log so far`],
    ...answers,
  ]);
  const next = [
    'The node has new keys, and the earlier ones are dead: whoever has the old disk cannot write as',
    'this space any more. Visas of your members are renewed as soon as their phones reach the node;',
    'printed cards have to be printed again.',
    '',
    'Next: covisa start',
  ];
  return [head, next.join('\n')].join('\n\n');
}

/** Adds the command to the program. */
export function addRecoverCommand(program: Command, runner: Runner): void {
  addSettingFlags(program.command('recover'))
    .description('take the space back with its 24 words: after a theft, a lost disk, or a fork')
    .option('--peer <url...>', 'nodes of other spaces to ask for the log, where the data is lost')
    .option('--list', 'show the last entries of the log with their numbers, and change nothing')
    .option(
      '--accept <size>',
      'accept only so many entries of the log, where a thief wrote the rest',
      wholeNumber(1, LOG_SIZE_MAX),
    )
    .option('--stdin', 'read the words from standard input')
    .action(action(runner, recover));
}
