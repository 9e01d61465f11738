/** `covisa init` and `covisa start`. */

import type { Command } from 'commander';
import { action, type Runner } from '../action.js';
import { holdsNode } from '../data-folder.js';
import { EXIT_UNCAUGHT } from '../failure.js';
import type { Initialised } from '../init.js';
import { addProfileOptions, type ProfileOptions } from '../profile.js';
import { qrText } from '../qr.js';
import type { Outcome, Session } from '../session.js';
import { openSetUp, openSetUpLink } from '../set-up-link.js';
import { addSettingFlags, settingFlags } from '../settings.js';
import { untilSignal } from '../signals.js';
import { pairs } from '../text.js';

interface InitOptions extends ProfileOptions {
  /** Short for `--public-url`. */
  readonly url?: string;
}

interface StartOptions extends InitOptions {
  readonly init?: boolean;
}

function flagsOf(options: InitOptions): readonly string[] {
  const url = options.url === undefined ? [] : [`--public-url=${options.url}`];
  return [...url, ...settingFlags(options)];
}

/** The words in rows of six, numbered, and as a QR code. */
function recoveryText(session: Session, words: string): string {
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
    '',
    qrText(words, 'M', { colour: session.io.colour, invert: false }),
  ].join('\n');
}

function initialisedDocument(made: Initialised): object {
  const { space, name, data, recoveryWords } = made;
  return { space, name, data, recoveryWords };
}

async function init(session: Session, options: InitOptions): Promise<Outcome> {
  const resolved = session.config(flagsOf(options));
  const { initialiseNode } = await import('../init.js');
  const made = await initialiseNode(resolved, options, session.io);
  const head = pairs([
    ['space', `${made.name} (${made.space})`],
    ['data folder', made.data],
    ['address', resolved.values.publicUrl ?? 'none: this node calls out only'],
  ]);
  const text = `${head}\n\n${recoveryText(session, made.recoveryWords)}\n\nNext: covisa start`;
  return { document: initialisedDocument(made), text };
}

async function start(session: Session, options: StartOptions): Promise<null> {
  const resolved = session.config(flagsOf(options));
  const { data, publicUrl } = resolved.values;
  // From here on a signal ends the node in order, even one that comes before it runs.
  const signal = untilSignal();
  // Server and database are loaded only here: other commands start in a fraction of the time
  // without them.
  const [{ initialiseNode }, { startNode, stopInTheEnd }] = [
    await import('../init.js'),
    await import('../serve.js'),
  ];
  const isNew = options.init === true && !holdsNode(data);
  const made = isNew ? await initialiseNode(resolved, options, session.io) : null;
  const node = await startNode(resolved, session.io);
  const link = isNew ? openSetUp(data, node.url, session.io.random) : openSetUpLink(data, node.url);
  const { name } = await node.engine.status();
  const head = pairs([
    ['space', `${name} (${node.engine.space})`],
    ['address', node.url],
    ['public address', publicUrl ?? 'none: this node calls out only'],
    ['data folder', data],
    ...(link === null ? [] : [['first set-up', link] as const]),
  ]);
  const recovery = made === null ? '' : `\n\n${recoveryText(session, made.recoveryWords)}`;
  session.print({
    document: {
      space: node.engine.space,
      name,
      address: node.url,
      publicUrl,
      data,
      setUpLink: link,
      recoveryWords: made?.recoveryWords ?? null,
    },
    text: `${head}${recovery}\n\nThe node runs. Ctrl-C stops it.`,
  });
  const stopping = signal.then(() => session.progress('Stopping …'));
  // Whatever is left open after an error that nobody caught is not waited for.
  if (!(await stopInTheEnd(node, session.io.clock, stopping))) process.exit(EXIT_UNCAUGHT);
  return null;
}

function addInitOptions(command: Command): Command {
  return addSettingFlags(
    addProfileOptions(command).option('--url <url>', 'short for --public-url'),
  );
}

/** Adds these commands to the program. */
export function addSetUpCommands(program: Command, runner: Runner): void {
  addInitOptions(program.command('init'))
    .description('make a node in an empty data folder; shows the recovery key once')
    .action(action(runner, init));
  addInitOptions(program.command('start'))
    .description('run the node until Ctrl-C')
    .option('--init', 'make the node first if the data folder is empty')
    .action(action(runner, start));
}
