/** `covisa audit` and `covisa receipt`: what can be proven of logs, to oneself and to others. */

import { existsSync, readFileSync } from 'node:fs';
import { type Entry, parseReceipt, verifyAll } from '@covisa/protocol';
import type { Command } from 'commander';
import { nodeSignatureBackend } from '../../adapters/ed25519-node.js';
import type { AuditReport, PublishedLog } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { wholeNumber } from '../arguments.js';
import type { Json } from '../client.js';
import { CommandError, EXIT_FAILED, EXIT_OK } from '../failure.js';
import { writeFile } from '../files.js';
import { findSpace } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant, pairs, plain } from '../text.js';

const PUBLISHED: Readonly<Record<PublishedLog['relation'], string>> = {
  equal: 'the same log',
  'published-is-longer': 'the same log, and more of it',
  'held-is-longer': 'the same log, and less of it',
  'other-history': 'ANOTHER HISTORY than the one that is held here',
  'not-public': 'its node has no public address',
  'not-read': 'could not be read',
};

function publishedText({ relation, url, size, error }: Json<PublishedLog>): string {
  const known = [PUBLISHED[relation], error, url, size === null ? null : `${size} entries`];
  return known.filter((one) => one !== null).join('; ');
}

async function audit(session: Session, _options: object, text: string): Promise<Outcome> {
  const space = await findSpace(session, text);
  session.progress('Reading the log again, and what its node shows …');
  const report = await session.client().get<Json<AuditReport>>('/api/log/audit', { space });
  const rows = report.incarnations.map(({ incarnation, size, ok, problem, accepted }) => {
    const cut = accepted === null ? '' : `, ${accepted} accepted by the next`;
    const state = ok ? 'hash to the signed root' : `NOT ok: ${problem ?? 'unknown'}`;
    return [`incarnation ${incarnation}`, `${size} entries${cut}: ${state}`] as const;
  });
  const head = pairs([
    ['space', `${plain(report.name ?? 'without a name')} (${report.space})`],
    ['last heartbeat', instant(report.heartbeat)],
    ...rows,
    ['published', publishedText(report.published)],
    ['result', report.ok ? 'ok: nothing contradicts what is held' : 'NOT ok'],
  ]);
  return { document: report, text: head, exitStatus: report.ok ? EXIT_OK : EXIT_FAILED };
}

interface ReceiptOptions {
  readonly space?: string;
  readonly out?: string;
}

async function receipt(session: Session, options: ReceiptOptions, index: number): Promise<Outcome> {
  const space = options.space === undefined ? null : await findSpace(session, options.space);
  const document = await session
    .client()
    .get<{ readonly receipt: string }>('/api/log/receipt', { space, index });
  if (options.out === undefined) return { document, text: document.receipt.trimEnd() };
  if (existsSync(options.out)) {
    throw new CommandError('FILE_EXISTS', `file ${options.out}: is there already. Name a new one.`);
  }
  writeFile(options.out, document.receipt);
  return { document: { ...document, file: options.out }, text: `Written to ${options.out}.` };
}

async function check(session: Session, _options: object, file: string): Promise<Outcome> {
  if (!existsSync(file)) {
    throw new CommandError('FILE_MISSING', `file ${file}: is not there. Check the name.`);
  }
  const read = parseReceipt(readFileSync(file, 'utf8'));
  const signatures = nodeSignatureBackend();
  const ok = await verifyAll(signatures, read.checks);
  const seen: { readonly space: string; readonly time: number }[] = [];
  for (const { space, time, checks } of read.witnesses) {
    if (ok && (await verifyAll(signatures, checks))) seen.push({ space, time });
  }
  const { log, index, entry, size } = read;
  const text = pairs([
    ['log', `${log.space}, incarnation ${log.incarnation}`],
    ['entry', `${index} of ${size}: ${entryText(entry)}`],
    ...seen.map((one) => ['seen by', `${one.space}, ${instant(one.time)}`] as const),
    ['result', ok ? 'ok: it stands in that log' : 'NOT ok: a signature does not hold'],
  ]);
  const document = { ...log, index, size, entry, witnesses: seen, ok };
  session.progress('Checked without any node.');
  return { document, text, exitStatus: ok ? EXIT_OK : EXIT_FAILED };
}

function entryText(entry: Entry): string {
  return plain(JSON.stringify(entry));
}

/** Adds these commands to the program. */
export function addAuditCommands(program: Command, runner: Runner): void {
  program
    .command('audit <space>')
    .description("check a space's logs, and compare them with what its node shows to everybody")
    .action(action(runner, audit));
  const receipts = program
    .command('receipt')
    .description('receipts of entries, that anybody can check without a node');
  receipts
    .command('make')
    .argument('<index>', 'the number of the entry in its log', wholeNumber(0, 1e15))
    .description('the receipt of one entry, as a .tlog-proof')
    .option('--space <space>', 'whose log (default: our own)')
    .option('--out <file>', 'write it to a new file')
    .action(action(runner, receipt));
  receipts
    .command('check <file>')
    .description('check a receipt; needs no node and no network')
    .action(action(runner, check));
}
