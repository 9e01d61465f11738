/** `covisa init`, and what it has in common with `covisa start --init`. */

import type { Command } from 'commander';
import { action, type Runner } from '../action.js';
import type { Initialised } from '../init.js';
import { addProfileOptions, type ProfileOptions } from '../profile.js';
import { qrText } from '../qr.js';
import type { Outcome, Session } from '../session.js';
import { addSettingFlags, settingFlags } from '../settings.js';
import { pairs } from '../text.js';

/** What a node is made with. */
export interface InitOptions extends ProfileOptions {
  /** Short for `--public-url`. */
  readonly url?: string;
}

interface CodeOptions extends InitOptions {
  readonly qr?: boolean;
}

/** The flags of settings among the options. */
export function flagsOf(options: InitOptions): readonly string[] {
  const url = options.url === undefined ? [] : [`--public-url=${options.url}`];
  return [...url, ...settingFlags(options)];
}

/** The words in rows of six, numbered. */
export function recoveryText(words: string): string {
  const numbered = words
    .split(' ')
    .map((word, index) => `${String(index + 1).padStart(2)} ${word.padEnd(9)}`);
  const rows = [0, 6, 12, 18].map((from) =>
    numbered
      .slice(from, from + 6)
      .join(' ')
      .trimEnd(),
  );
  return [
    'RECOVERY KEY: write these 24 words on paper now. They are shown this once and kept nowhere.',
    'Only they can take this space back after a theft or a broken disk.',
    '',
    ...rows,
  ].join('\n');
}

/** The words as a QR code, so labelled that nobody takes it for a link or a visa. */
function recoveryCode(session: Session, words: string): string {
  return [
    'The same recovery key as a QR code. Photograph it only for a safe place: whoever has the',
    'picture has the key.',
    '',
    qrText(words, 'M', { colour: session.io.colour, invert: false }),
  ].join('\n');
}

/** What a script is told of a node that was made. */
export function initialisedDocument(made: Initialised): object {
  const { space, name, data, recoveryWords } = made;
  return { space, name, data, recoveryWords };
}

async function init(session: Session, options: CodeOptions): Promise<Outcome> {
  const resolved = session.config(flagsOf(options));
  const { initialiseNode } = await import('../init.js');
  const made = await initialiseNode(resolved, options, session.io);
  const head = pairs([
    ['space', `${made.name} (${made.space})`],
    ['data folder', made.data],
    ['address', resolved.values.publicUrl ?? 'none: this node calls out only'],
  ]);
  const code = options.qr === true ? [recoveryCode(session, made.recoveryWords)] : [];
  const text = [head, recoveryText(made.recoveryWords), ...code, 'Next: covisa start'];
  return { document: initialisedDocument(made), text: text.join('\n\n') };
}

/** Adds the options by which a node is made. */
export function addInitOptions(command: Command): Command {
  return addSettingFlags(
    addProfileOptions(command).option('--url <url>', 'short for --public-url'),
  );
}

/** Adds the command to the program. */
export function addInitCommand(program: Command, runner: Runner): void {
  addInitOptions(program.command('init'))
    .description('make a node in an empty data folder; shows the recovery key once')
    .option('--qr', 'show the recovery key as a QR code too')
    .action(action(runner, init));
}
