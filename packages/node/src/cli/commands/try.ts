/** `covisa try`: three sample spaces as three real node processes on this machine, to play with. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { encodeBase64url } from '@covisa/protocol';
import type { Command } from 'commander';
import { loadConfig } from '../../config/index.js';
import { action, type Runner } from '../action.js';
import { holdsNode, isEmptyFolder } from '../data-folder.js';
import { CommandError } from '../failure.js';
import { createPrivateFolder } from '../files.js';
import type { Outcome, Session } from '../session.js';
import { untilSignal } from '../signals.js';
import { pairs } from '../text.js';
import { freePort, startTrialNode, stopTrialNodes, type TrialNode } from '../trial/nodes.js';
import { SAMPLES, type Sample } from '../trial/samples.js';
import {
  addTrialMember,
  playVisits,
  STORY_SECONDS,
  startProgramme,
  TRIAL_PROGRAMME,
  type TrialMember,
  type TrialVisit,
  visitText,
} from '../trial/story.js';

interface TryOptions {
  readonly data?: string;
  readonly once?: boolean;
}

type Three<T> = readonly [T, T, T];

/** The same for each of the three, one after the other. */
async function forThree<A, B>(
  three: Three<A>,
  make: (one: A, index: number) => Promise<B>,
): Promise<Three<B>> {
  return [await make(three[0], 0), await make(three[1], 1), await make(three[2], 2)];
}

async function makeSpace(session: Session, folder: string, sample: Sample): Promise<void> {
  const port = await freePort();
  const argv = [
    `--data=${join(folder, sample.key)}`,
    `--port=${port}`,
    `--public-url=http://127.0.0.1:${port}`,
    '--allow-private-addresses',
    '--test-clock',
    // The story takes three days; when it is told, these clocks show what every other clock shows.
    `--test-clock-offset-seconds=${-STORY_SECONDS}`,
    '--sync-interval-seconds=5',
  ];
  const { initialiseNode } = await import('../init.js');
  await initialiseNode(loadConfig({ argv }, folder), sample.profile, session.io);
}

/** How this program was called, for commands that can be copied. */
function programName(): string {
  const [, script = 'covisa'] = process.argv;
  return script.endsWith('.js') ? `node ${script}` : 'covisa';
}

interface Played {
  readonly nodes: Three<TrialNode>;
  readonly members: readonly TrialMember[];
  readonly visits: readonly TrialVisit[];
}

/** What the pages want: a password for the owners of all three, and a visa to claim on a phone. */
interface Keys {
  readonly password: string;
  readonly claimLink: string;
}

async function makeKeys(session: Session, nodes: Three<TrialNode>): Promise<Keys> {
  const ada = { name: 'Ada Lovelace', displayName: 'Ada L.', plan: 'full-time' };
  const { claimLink } = await nodes[0].client.post<{ readonly claimLink: string }>(
    '/api/members',
    ada,
  );
  return { password: await setPasswords(session, nodes), claimLink };
}

/** A password for the owners of all three, so that their pages can be looked at. */
async function setPasswords(session: Session, nodes: Three<TrialNode>): Promise<string> {
  const password = encodeBase64url(session.io.random.bytes(9));
  await forThree(nodes, ({ client }) => client.post('/api/password', { next: password }));
  return password;
}

function guide(folder: string, { nodes }: Played, { password, claimLink }: Keys): string {
  const covisa = programName();
  const [melbourne, shanghai] = nodes;
  const wallet = join(folder, 'wallets', 'melbourne.json');
  const at = `${covisa} --data`;
  return [
    pairs(nodes.map((node) => [node.name, `${node.url}  ${node.data}`] as const)),
    '',
    'PAGES',
    pairs(nodes.map(({ name, url }) => [`  ${name}`, `${url}/console  ${url}/desk`] as const)),
    `  Sign in as the owner with the password ${password}`,
    `  A visa of ${melbourne.name} for a wallet: ${claimLink}`,
    '',
    'TRY',
    `  ${at} ${melbourne.data} programme show`,
    `  ${at} ${melbourne.data} statement "${shanghai.name}"`,
    `  ${at} ${shanghai.data} visits`,
    `  ${at} ${shanghai.data} clock advance 1d     (for all three, to stay in step)`,
    `  ${at} ${shanghai.data} wallet visits --wallet ${wallet}`,
    `  ${at} ${shanghai.data} wallet present --wallet ${wallet} | ${at} ${shanghai.data} check --stamp paid`,
    '',
    'Ctrl-C stops all three.',
  ].join('\n');
}

function documentOf(folder: string, { nodes, members, visits }: Played): object {
  return {
    data: folder,
    programme: TRIAL_PROGRAMME,
    spaces: nodes.map(({ space, name, url, data }) => ({ space, name, address: url, data })),
    members: members.map((member) => ({
      name: member.name,
      home: member.home.name,
      wallet: member.path,
    })),
    visits,
  };
}

/** What a trial is made with. `isOver`: a signal has come, and nothing is begun any more. */
interface Trial {
  readonly session: Session;
  readonly folder: string;
  readonly isOnce: boolean;
  readonly isOver: () => boolean;
}

/** Says what is begun now. @throws CommandError TRIAL_FAILED once the trial is over */
function teller({ session, isOver }: Trial): (text: string) => void {
  return (text) => {
    if (isOver()) throw new CommandError('TRIAL_FAILED', 'trial: it was stopped');
    session.progress(text);
  };
}

/** Plays the story. Unless it is all that was asked for, each visit is told while it is played. */
async function play(trial: Trial, nodes: Three<TrialNode>): Promise<Played> {
  const { session, folder, isOnce } = trial;
  const say = teller(trial);
  await startProgramme(nodes, say);
  const members = await forThree(nodes, (node, index) =>
    addTrialMember(node, SAMPLES[index] ?? SAMPLES[0], join(folder, 'wallets'), session.io),
  );
  const sayVisit = isOnce ? () => undefined : say;
  return { nodes, members, visits: await playVisits(nodes, members, session.io, sayVisit) };
}

/** @throws CommandError DATA_FOLDER_NOT_EMPTY, but for an earlier trial that may go on */
function checkFolder(folder: string, mayGoOn: boolean): void {
  if (mayGoOn || isEmptyFolder(folder)) return;
  throw new CommandError(
    'DATA_FOLDER_NOT_EMPTY',
    `folder ${folder}: expected an empty one for the trial. Name another one with --data, or none for a temporary one.`,
  );
}

/** Starts the three, plays the story and says what there is to look at. Null: it was printed. */
async function tell(trial: Trial, running: TrialNode[]): Promise<Outcome | null> {
  const { session, folder, isOnce } = trial;
  const say = teller(trial);
  const isThere = SAMPLES.every((sample) => holdsNode(join(folder, sample.key)));
  if (!isThere) for (const sample of SAMPLES) await makeSpace(session, folder, sample);
  const nodes = await forThree(SAMPLES, async (sample) => {
    say(`Starting ${sample.profile.name} …`);
    const node = await startTrialNode(join(folder, sample.key), session.io);
    running.push(node);
    return node;
  });
  const played = isThere ? { nodes, members: [], visits: [] } : await play(trial, nodes);
  const document = documentOf(folder, played);
  if (isOnce) return { document, text: played.visits.map(visitText).join('\n') };
  const keys = await makeKeys(session, nodes);
  session.print({ document: { ...document, ...keys }, text: guide(folder, played, keys) });
  return null;
}

async function tryOut(session: Session, options: TryOptions): Promise<Outcome | null> {
  const folder =
    options.data === undefined ? mkdtempSync(join(tmpdir(), 'covisa-try-')) : resolve(options.data);
  const isOnce = options.once === true;
  checkFolder(folder, SAMPLES.every(({ key }) => holdsNode(join(folder, key))) && !isOnce);
  createPrivateFolder(folder);
  const running: TrialNode[] = [];
  let isOver = false;
  const signal = untilSignal().then(() => {
    isOver = true;
    return null;
  });
  const told = tell({ session, folder, isOnce, isOver: () => isOver }, running);
  // What a signal cuts off fails after it, and says nothing.
  const settled = told.catch(() => undefined);
  try {
    const outcome = await Promise.race([told, signal]);
    return outcome ?? (await signal);
  } finally {
    session.progress('Stopping …');
    await stopTrialNodes(running, session.io);
    // A node that was just being started.
    await settled;
    await stopTrialNodes(running, session.io);
    if (options.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds `covisa try` to the program. */
export function addTryCommand(program: Command, runner: Runner): void {
  program
    .command('try')
    .description(
      'three sample spaces with a programme, members and visits; in a temporary folder unless --data',
    )
    .option('--once', 'play, print what happened, and end')
    .action(action(runner, tryOut));
}
