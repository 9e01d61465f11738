/** `covisa start`: runs the node, and lets its owner make it first. */

import { type Command, Option } from 'commander';
import type { ResolvedConfig } from '../../config/index.js';
import { action, type Runner } from '../action.js';
import { holdsNode } from '../data-folder.js';
import { describeFailure, EXIT_UNCAUGHT } from '../failure.js';
import type { Initialised } from '../init.js';
import { keepPublicUrl } from '../public-address.js';
import type { RunningNode } from '../serve.js';
import type { Outcome, Session } from '../session.js';
import type { WaitingNode } from '../set-up/fresh.js';
import { makeSetUpToken, openSetUp, openSetUpToken, setUpLink } from '../set-up/token.js';
import { untilSignal } from '../signals.js';
import { pairs } from '../text.js';
import {
  addInitOptions,
  flagsOf,
  type InitOptions,
  initialisedDocument,
  recoveryText,
} from './init.js';

interface StartOptions extends InitOptions {
  readonly init?: boolean;
  readonly setUp?: boolean;
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
  openSetUp(resolved.values.data, makeSetUpToken(session.io.random));
  // With --json they stand in the one document, be it that of an error.
  if (session.options.json !== true) session.io.out(`${recoveryText(made.recoveryWords)}\n\n`);
  return made;
}

async function start(session: Session, options: StartOptions): Promise<null> {
  const resolved = session.config(flagsOf(options));
  // From here on a signal ends the node in order, even one that comes before it runs.
  const signal = untilSignal();
  const isNew = !holdsNode(resolved.values.data);
  const node =
    options.setUp === true && isNew
      ? await startSetUp(session, resolved, signal)
      : await startMade(session, resolved, options, isNew);
  if (node === null) return null;
  // Server and database are loaded only here: other commands start in a fraction of the time
  // without them.
  const { stopInTheEnd } = await import('../serve.js');
  const stopping = signal.then(() => session.progress('Stopping …'));
  // Whatever is left open after an error that nobody caught is not waited for.
  if (!(await stopInTheEnd(node, session.io.clock, stopping))) process.exit(EXIT_UNCAUGHT);
  return null;
}

/** Starts a node that is there, or that the options tell to make. Null: it failed, and said so. */
async function startMade(
  session: Session,
  resolved: ResolvedConfig,
  options: StartOptions,
  isNew: boolean,
): Promise<RunningNode | null> {
  const { startNode } = await import('../serve.js');
  const made = options.init === true && isNew ? await makeFirst(session, resolved, options) : null;
  const node = await startNode(resolved, session.io).catch((error: unknown) => {
    if (made === null || session.options.json !== true) throw error;
    const { exitStatus, ...failure } = describeFailure(error);
    const document = { error: failure, ...initialisedDocument(made) };
    session.print({ document, text: '', exitStatus });
    return null;
  });
  if (node === null) return null;
  const { data } = resolved.values;
  if (options.setUp === true || openSetUpToken(data) !== null) reopenSetUp(session, data, node);
  const kept = isNew ? null : keepPublicUrl(resolved);
  session.print(await runningOutcome(resolved, node, made));
  if (kept !== null) session.progress(kept);
  return node;
}

/** An owner without a password may set up, by the link in this terminal; earlier ones are dead. */
function reopenSetUp(session: Session, data: string, { access }: RunningNode): void {
  if (access.isPasswordSet()) return;
  openSetUp(data, makeSetUpToken(session.io.random));
}

/** Lets the owner make the node in a browser. Null: a signal came first. */
async function startSetUp(
  session: Session,
  resolved: ResolvedConfig,
  signal: Promise<unknown>,
): Promise<RunningNode | null> {
  const { waitForOwner } = await import('../set-up/fresh.js');
  const waiting = await waitForOwner(resolved, session.io);
  session.print(waitingOutcome(resolved, waiting));
  const first = await Promise.race([waiting.made, signal.then(() => null)]);
  if (first === null) return stopWaiting(waiting);
  const { text } = await runningOutcome(resolved, first, null);
  // With --json the one document has been printed.
  if (session.options.json !== true) session.io.out(`\n${text}\n`);
  return first;
}

/** A space that was just being made is finished before its node is stopped. */
async function stopWaiting(waiting: WaitingNode): Promise<null> {
  await waiting.stop();
  const late = await Promise.race([waiting.made, Promise.resolve(null)]);
  await late?.stop();
  return null;
}

/** The links for first set-up: on this machine, and by the public address where there is one. */
function linkRows(
  { values: { publicUrl } }: ResolvedConfig,
  url: string,
  token: string | null,
): readonly (readonly [string, string])[] {
  if (token === null) return [];
  const elsewhere = publicUrl?.startsWith('https:') ? publicUrl : null;
  return [
    ['first set-up', setUpLink(url, token)],
    ...(elsewhere === null ? [] : [['or', setUpLink(elsewhere, token)] as const]),
  ];
}

/** What the owner is told of a node that waits to be made. */
function waitingOutcome(resolved: ResolvedConfig, { url, token }: WaitingNode): Outcome {
  const { data, publicUrl } = resolved.values;
  const document = {
    space: null,
    name: null,
    address: url,
    publicUrl,
    data,
    setUpLink: setUpLink(url, token),
    recoveryWords: null,
  };
  const rows = pairs([['address', url], ['data folder', data], ...linkRows(resolved, url, token)]);
  const next =
    'Open the link of the first set-up in a browser. It works once, and is for the owner only.';
  return { document, text: `${rows}\n\n${next} Ctrl-C stops.` };
}

/** What the owner is told of a node that runs. */
async function runningOutcome(
  resolved: ResolvedConfig,
  node: RunningNode,
  made: Initialised | null,
): Promise<Outcome> {
  const { data, publicUrl } = resolved.values;
  const token = node.access.isPasswordSet() ? null : openSetUpToken(data);
  const { name } = await node.engine.status();
  const head = pairs([
    ['space', `${name} (${node.engine.space})`],
    ['address', node.url],
    ['public address', publicUrl ?? 'none: this node calls out only'],
    ['data folder', data],
    ['console', `${node.url}/console`],
    ...linkRows(resolved, node.url, token),
  ]);
  return {
    document: {
      space: node.engine.space,
      name,
      address: node.url,
      publicUrl,
      data,
      setUpLink: token === null ? null : setUpLink(node.url, token),
      recoveryWords: made?.recoveryWords ?? null,
    },
    text: `${head}\n\nThe node runs. Ctrl-C stops it.`,
  };
}

/** Adds the command to the program. */
export function addStartCommand(program: Command, runner: Runner): void {
  const setUp = new Option('--set-up', 'let the owner make the node in a browser first').conflicts(
    'init',
  );
  const command = program
    .command('start')
    .description('run the node until Ctrl-C')
    .option('--init', 'make the node first if the data folder is empty')
    .addOption(setUp);
  addInitOptions(command).action(action(runner, start));
}
