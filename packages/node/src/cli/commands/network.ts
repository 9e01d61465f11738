/** `covisa directory`, `peers`, `sync` and `log`: the other spaces, and what is held of them. */

import type { Listing } from '@covisa/protocol';
import type { Command } from 'commander';
import type { PeerView, SyncReport } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { wholeNumber } from '../arguments.js';
import type { Json } from '../client.js';
import { EXIT_FAILED, EXIT_OK } from '../failure.js';
import { findSpace, spaceNames } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant, money, plain, table } from '../text.js';

async function showDirectory(session: Session): Promise<Outcome> {
  const all = await session.client().get<readonly Json<Listing>[]>('/api/directory');
  const rows = all.map(({ space, status, name, venues, rate, heartbeat }) => [
    name,
    status,
    venues[0]?.address || null,
    rate ? money(rate.amount, rate.currency) : null,
    instant(heartbeat),
    space,
  ]);
  const headings = ['space', 'state', 'address', 'day rate', 'last heartbeat', 'id'];
  const none = 'The directory is empty: join a programme first.';
  return { document: all, text: table(headings, rows, none) };
}

async function showPeers(session: Session): Promise<Outcome> {
  const all = await session.client().get<readonly Json<PeerView>[]>('/api/peers');
  const rows = all.map((peer) => [
    peer.name ?? peer.space,
    peer.address ?? 'calls us',
    instant(peer.lastSuccess),
    instant(peer.firstFailure),
    peer.failures,
    instant(peer.retryAt),
    peer.lastError ?? '',
  ]);
  const headings = [
    'peer',
    'address',
    'last success',
    'first failure',
    'failures',
    'next try',
    'error',
  ];
  return { document: all, text: table(headings, rows, 'No peers yet: join a programme first.') };
}

async function sync(
  session: Session,
  _options: object,
  text: string | undefined,
): Promise<Outcome> {
  const peer = text === undefined ? null : await findSpace(session, text);
  session.progress(peer === null ? 'Syncing with all peers …' : 'Syncing …');
  const reports = await session.client().post<readonly Json<SyncReport>[]>('/api/sync', { peer });
  const names = await spaceNames(session);
  const rows = reports.map((report) => [
    names.get(report.peer) ?? report.peer,
    report.ok ? 'ok' : 'failed',
    report.received,
    report.sent,
    report.rounds,
    report.bytesIn,
    report.bytesOut,
    report.error ?? '',
  ]);
  const headings = [
    'peer',
    'result',
    'received',
    'sent',
    'rounds',
    'bytes in',
    'bytes out',
    'error',
  ];
  const hasFailed = reports.length > 0 && reports.every((report) => !report.ok);
  return {
    document: reports,
    text: table(headings, rows, 'No peers to sync with.'),
    exitStatus: hasFailed ? EXIT_FAILED : EXIT_OK,
  };
}

interface LogOptions {
  readonly space?: string;
  readonly from?: number;
  readonly count?: number;
}

interface EntryJson {
  readonly index: number;
  readonly entry: unknown;
}

async function showLog(session: Session, options: LogOptions): Promise<Outcome> {
  const space = options.space === undefined ? null : await findSpace(session, options.space);
  const query = { space, from: options.from ?? 0, count: options.count ?? 100 };
  const entries = await session.client().get<readonly EntryJson[]>('/api/log', query);
  const lines = entries.map((one) => `${one.index}  ${plain(JSON.stringify(one.entry))}`);
  return { document: entries, text: lines.join('\n') || 'No entries there.' };
}

interface Verification {
  readonly size: number;
  readonly root: string;
  readonly ok: boolean;
  readonly problem: string | null;
}

async function verifyLog(session: Session, options: LogOptions): Promise<Outcome> {
  const space = options.space === undefined ? null : await findSpace(session, options.space);
  session.progress('Reading the log again …');
  const result = await session.client().get<Verification>('/api/log/verify', { space });
  const text = result.ok
    ? `ok: ${result.size} entries hash to the signed root ${result.root}`
    : `NOT ok: ${result.problem ?? 'the log does not hash to its checkpoint'}`;
  return { document: result, text, exitStatus: result.ok ? EXIT_OK : EXIT_FAILED };
}

/** Adds these commands to the program. */
export function addNetworkCommands(program: Command, runner: Runner): void {
  program
    .command('directory')
    .description('the spaces of our programmes')
    .action(action(runner, showDirectory));
  program
    .command('peers')
    .description('the nodes that this one talks to, and how that goes')
    .action(action(runner, showPeers));
  program
    .command('sync [space]')
    .description('exchange news now, with one space or with all')
    .action(action(runner, sync));
  const log = program.command('log').description('the signed log of a space (default: our own)');
  log
    .command('show')
    .description('entries as they were signed')
    .option('--space <space>', 'whose log, by name or id')
    .option('--from <index>', 'first entry', wholeNumber(0, 2 ** 50))
    .option('--count <number>', 'how many (default: 100)', wholeNumber(1, 1000))
    .action(action(runner, showLog));
  log
    .command('verify')
    .description('check every hash, the root and the signature again')
    .option('--space <space>', 'whose log, by name or id')
    .action(action(runner, verifyLog));
}
