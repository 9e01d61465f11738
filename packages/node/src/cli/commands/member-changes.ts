/** `covisa member set`, `send`, `renumber`, `erase`, `import`, `export`. */

import { type CalendarDate, DISPLAY_NAME_BYTES_MAX, PLAN_CHARACTERS_MAX } from '@covisa/protocol';
import type { Command } from 'commander';
import type { ImportReport, SentInvitation } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { date, shortText } from '../arguments.js';
import type { Json } from '../client.js';
import { usageError } from '../failure.js';
import { readText } from '../files.js';
import { findActiveMember, findMember } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant, table } from '../text.js';
import { type MemberJson, memberText } from './member-text.js';

interface SetOptions {
  readonly name?: string;
  readonly displayName?: string;
  readonly contact?: string;
  readonly plan?: string;
  readonly paidUntil?: CalendarDate | 'none';
}

/** A date, or the word that takes it away. Commander cannot hand on null. */
function dateOrNone(text: string): CalendarDate | 'none' {
  return text === 'none' ? text : date(text);
}

function orNull<T>(value: T | 'none'): T | null {
  return value === 'none' ? null : value;
}

async function set(session: Session, options: SetOptions, text: string): Promise<Outcome> {
  const { name, displayName, contact, plan, paidUntil } = options;
  const change = {
    ...(name !== undefined && { name }),
    ...(displayName !== undefined && { displayName: orNull(displayName) }),
    ...(contact !== undefined && { contact: orNull(contact) }),
    ...(plan !== undefined && { plan }),
    ...(paidUntil !== undefined && { paidUntil: orNull(paidUntil) }),
  };
  if (Object.keys(change).length === 0) {
    throw usageError('member: expected something to change. See covisa member set --help.');
  }
  const { id } = await findMember(session, text);
  const member = await session.client().patch<MemberJson>(`/api/members/${id}`, change);
  return { document: member, text: memberText(member) };
}

async function send(session: Session, _options: object, text: string): Promise<Outcome> {
  const { id } = await findActiveMember(session, text);
  const sent = await session.client().post<Json<SentInvitation>>(`/api/members/${id}/send`);
  const until = instant(sent.lapses);
  const said = `A claim link went to ${sent.sentTo}. It is good once, until ${until}.`;
  return { document: sent, text: said };
}

async function renumber(session: Session, _options: object, text: string): Promise<Outcome> {
  const { id } = await findActiveMember(session, text);
  const member = await session.client().post<MemberJson>(`/api/members/${id}/renumber`);
  const said = [
    'The visa number is new, and visas of the old one are dead at every host that has heard of it.',
    "The member's wallet gets the new one when it renews; free days need a grant until the visa",
    'year ends.',
  ];
  return { document: member, text: `${memberText(member)}\n\n${said.join('\n')}` };
}

async function erase(
  session: Session,
  options: { readonly yes?: boolean },
  text: string,
): Promise<Outcome> {
  const { id, name } = await findMember(session, text);
  if (options.yes !== true) {
    throw usageError(
      `erase: name, contact and visa number of "${name}" would be gone for good, and the visa dead. Say so with --yes.`,
    );
  }
  const answer = await session.client().post<object>(`/api/members/${id}/erase`);
  return { document: answer, text: 'Erased. Visits stay in the statements, as numbers.' };
}

type ImportAnswer = ImportReport & { readonly passedOver: readonly string[] };

async function importList(
  session: Session,
  options: { readonly dryRun?: boolean },
  file: string,
): Promise<Outcome> {
  const body = { csv: readText(file), dryRun: options.dryRun === true };
  const report = await session.client().post<Json<ImportAnswer>>('/api/members/import', body);
  const { rows, counts, passedOver } = report;
  const shown = rows.filter(({ action: what }) => what !== 'unchanged');
  const cells = shown.map((row) => [
    row.line,
    row.action,
    row.name,
    row.problem ?? row.changes?.join(', ') ?? null,
  ]);
  const written = counts.error === 0 && !body.dryRun;
  const sums = `${counts.add} to add, ${counts.update} to change, ${counts.unchanged} as they are, ${counts.skip} left out, ${counts.error} wrong.`;
  const end = written ? 'All of it is written.' : 'Nothing was written.';
  const list = table(['line', 'action', 'member', 'problem'], cells, 'Nothing to change.');
  const over = passedOver.length === 0 ? '' : `Columns passed over: ${passedOver.join(', ')}.\n`;
  const text = `${list}\n\n${over}${sums} ${end}`;
  return { document: report, text, ...(counts.error > 0 && { exitStatus: 1 }) };
}

async function exportList(session: Session): Promise<Outcome> {
  const csv = await session.client().getText('/api/members.csv');
  return { document: { csv }, text: csv.replace(/^\ufeff/u, '').trimEnd() };
}

/** Adds the commands that change members to `covisa member`. */
export function addMemberChangeCommands(member: Command, runner: Runner): void {
  const displayName = shortText('a display name', { max: DISPLAY_NAME_BYTES_MAX, bytes: true });
  member
    .command('set <member>')
    .description('change what this node knows of a member; the visa follows at its next renewal')
    .option('--name <text>', 'stays in this node', shortText("a member's name", { max: 200 }))
    .option('--display-name <text>', 'at most 24 bytes, or none', displayName)
    .option('--contact <text>', 'stays in this node; or none', shortText('a contact', { max: 254 }))
    .option(
      '--plan <name>',
      'at most 16 characters',
      shortText('the name of a plan', { max: PLAN_CHARACTERS_MAX }),
    )
    .option('--paid-until <date>', 'visas past this date are dead; or none', dateOrNone)
    .action(action(runner, set));
  member
    .command('send <member>')
    .description("mail a new claim link to the member's contact")
    .action(action(runner, send));
  member
    .command('renumber <member>')
    .description('a new visa number at once; the old one is dead')
    .action(action(runner, renumber));
  member
    .command('erase <member>')
    .description('make the visa dead and forget the member for good')
    .option('--yes', 'yes, for good')
    .action(action(runner, erase));
  member
    .command('import <file>')
    .description('add and change members by a CSV list; all rows or none')
    .option('--dry-run', 'only say what would be done')
    .action(action(runner, importList));
  member.command('export').description('all members as CSV').action(action(runner, exportList));
}
