/** `covisa init` and `covisa start`. */

import type { Command } from 'commander';
import type { ResolvedConfig } from '../../config/index.js';
import { action, type Runner } from '../action.js';
import { holdsNode } from '../data-folder.js';
import { describeFailure, EXIT_UNCAUGHT } from '../failure.js';
import type { Initialised } from '../init.js';
import { addProfileOptions, type ProfileOptions } from '../profile.js';
import { qrText } from '../qr.js';
import type { RunningNode } from '../serve.js';
import type { Outcome, Session } from '../session.js';
import { openSetUp, openSetUpLink } from '../set-up-link.js';
import { addSettingFlags, settingFlags } from '../settings.js';
import { untilSignal } from '../signals.js';
import { pairs } from '../text.js';

interface InitOptions extends ProfileOptions {
  /** Short for `--public-url`. */
  readonly url?: string;
}

interface CodeOptions extends InitOptions {
  readonly qr?: boolean;
}

interface StartOptions extends InitOptions {
  readonly init?: boolean;
}

function flagsOf(options: InitOptions): readonly string[] {
  const url = options.url === undefined ? [] : [`--public-url=${options.url}`];
  return [...url, ...settingFlags(options)];
}

/** The words in rows of six, numbered. */
function recoveryText(words: string): string {
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

function initialisedDocument(made: Initialised): object {
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

/**
 * Makes the node that is about to start. Whatever may keep it from starting is looked at before,
 * and its words are shown at once: nothing could show them a second time.
 */
async function makeFirst(
  session: Session,
  resolved: ResolvedConfig,
  options: InitOptions,
): Promise<Initialised> {
  const [{ initialiseNode }, { checkListening }] = [
    await import('../init.js'),
    await import('../../http/index.js'),
  ];
  await checkListening(resolved.values);
  const made = await initialiseNode(resolved, options, session.io);
  // With --json they stand in the one document, be it that of an error.
  if (session.options.json !== true) session.io.out(`${recoveryText(made.recoveryWords)}\n\n`);
  return made;
}

async function start(session: Session, options: StartOptions): Promise<null> {
  const resolved = session.config(flagsOf(options));
  // From here on a signal ends the node in order, even one that comes before it runs.
  const signal = untilSignal();
  // Server and database are loaded only here: other commands start in a fraction of the time
  // without them.
  const { startNode, stopInTheEnd } = await import('../serve.js');
  const isNew = options.init === true && !holdsNode(resolved.values.data);
  const made = isNew ? await makeFirst(session, resolved, options) : null;
  const node = await startNode(resolved, session.io).catch((error: unknown) => {
    if (made === null || session.options.json !== true) throw error;
    const { exitStatus, ...failure } = describeFailure(error);
    const document = { error: failure, ...initialisedDocument(made) };
    session.print({ document, text: '', exitStatus });
    return null;
  });
  if (node === null) return null;
  session.print(await runningOutcome(session, resolved, node, made));
  const stopping = signal.then(() => session.progress('Stopping …'));
  // Whatever is left open after an error that nobody caught is not waited for.
  if (!(await stopInTheEnd(node, session.io.clock, stopping))) process.exit(EXIT_UNCAUGHT);
  return null;
}

/** What the owner is told of a node that runs. */
async function runningOutcome(
  session: Session,
  resolved: ResolvedConfig,
  node: RunningNode,
  made: Initialised | null,
): Promise<Outcome> {
  const { data, publicUrl } = resolved.values;
  const link =
    made === null ? openSetUpLink(data, node.url) : openSetUp(data, node.url, session.io.random);
  const { name } = await node.engine.status();
  const head = pairs([
    ['space', `${name} (${node.engine.space})`],
    ['address', node.url],
    ['public address', publicUrl ?? 'none: this node calls out only'],
    ['data folder', data],
    ...(link === null ? [] : [['first set-up', link] as const]),
  ]);
  return {
    document: {
      space: node.engine.space,
      name,
      address: node.url,
      publicUrl,
      data,
      setUpLink: link,
      recoveryWords: made?.recoveryWords ?? null,
    },
    text: `${head}\n\nThe node runs. Ctrl-C stops it.`,
  };
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
    .option('--qr', 'show the recovery key as a QR code too')
    .action(action(runner, init));
  addInitOptions(program.command('start'))
    .description('run the node until Ctrl-C')
    .option('--init', 'make the node first if the data folder is empty')
    .action(action(runner, start));
}
