/** `covisa visits`, `void`, `statement` and `doubles`: what was given and received. */

import {
  addDays,
  type CalendarDate,
  localDate,
  type ProfileEntry,
  ProtocolError,
  utcDate,
} from '@covisa/protocol';
import type { StampTotal, Visit } from '@covisa/store';
import type { Command } from 'commander';
import type { DoubleVisit, Erasure, Statement } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { date } from '../arguments.js';
import type { Json } from '../client.js';
import { usageError } from '../failure.js';
import { findSpace, spaceNames } from '../names.js';
import { hostCurrency } from '../profile.js';
import type { Outcome, Session } from '../session.js';
import { money, table } from '../text.js';

type VisitJson = Json<Omit<Visit, 'visaNumber' | 'visaUntil' | 'seal'>> & {
  readonly erased: boolean;
};

type ErasureJson = Pick<Erasure, 'visits' | 'refusals'> & { readonly visit: VisitJson };

interface DatesOptions {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** Today at the first venue: visits are dated by its clock. */
async function today(session: Session): Promise<CalendarDate> {
  const { now } = await session.status();
  const { venues } = await session.client().get<Json<ProfileEntry>>('/api/profile');
  try {
    return localDate(now, venues[0]?.timeZone ?? 'UTC');
  } catch (error) {
    // A time zone that this machine does not know.
    if (error instanceof ProtocolError || error instanceof RangeError) return utcDate(now);
    throw error;
  }
}

/** The dates asked for: `days` up to today, unless others are named. */
async function dates(
  session: Session,
  options: DatesOptions,
  days: number,
): Promise<{ readonly from: CalendarDate; readonly to: CalendarDate }> {
  const to = options.to ?? (await today(session));
  const from = options.from ?? addDays(to, -days);
  if (from <= to) return { from, to };
  throw usageError(`dates: expected --from to be no later than --to, got ${from} and ${to}.`);
}

function stateOf(visit: VisitJson): string {
  if (visit.voidIndex !== null) return 'void';
  return visit.index === null ? 'to be published' : 'published';
}

async function listVisits(session: Session, options: DatesOptions): Promise<Outcome> {
  const query = await dates(session, options, 30);
  const all = await session.client().get<readonly VisitJson[]>('/api/visits', query);
  const names = await spaceNames(session);
  const isPriced = all.some((one) => one.amount !== null);
  const currency = isPriced ? await hostCurrency(session) : null;
  const rows = all.map((one) => [
    one.date,
    one.erased ? 'erased' : one.displayName,
    names.get(one.home) ?? one.home,
    one.kind,
    one.weight,
    one.amount === null || currency === null ? '' : money(one.amount, currency),
    stateOf(one),
    one.id,
  ]);
  const headings = ['date', 'member', 'home', 'kind', 'days', 'paid', 'state', 'id'];
  const none = `No visits from ${query.from} to ${query.to}.`;
  return { document: all, text: table(headings, rows, none) };
}

async function voidVisit(session: Session, _options: object, id: string): Promise<Outcome> {
  const visit = await session
    .client()
    .post<VisitJson>(`/api/visits/${encodeURIComponent(id)}/void`);
  return { document: visit, text: `Visit ${visit.id} of ${visit.date} is void.` };
}

async function forget(
  session: Session,
  options: { readonly yes?: boolean },
  id: string,
): Promise<Outcome> {
  if (options.yes !== true) {
    throw usageError(
      'forget: who came would be gone for good, of this visit and of all others under the same visa. Say so with --yes.',
    );
  }
  const erased = await session
    .client()
    .post<ErasureJson>(`/api/visits/${encodeURIComponent(id)}/erase`);
  return { document: erased, text: erasureText(erased) };
}

function erasureText({ visits, refusals }: ErasureJson): string {
  if (visits + refusals === 0) {
    return 'Nothing was left to erase: this visit was erased before. Later ones of the same member have ids of their own.';
  }
  const counted = `${visits} ${visits === 1 ? 'visit' : 'visits'} and ${refusals} ${refusals === 1 ? 'refusal' : 'refusals'}`;
  return `Erased: who came, of ${counted}. They stay as numbers.`;
}

/** Days by kind: `free 2, paid 1.5`. */
function daysByKind(totals: readonly Json<StampTotal>[]): readonly (readonly [string, number])[] {
  return (['free', 'paid', 'courtesy'] as const).map((kind) => [
    kind,
    totals.reduce((sum, one) => (one.kind === kind ? sum + one.count * one.weight : sum), 0),
  ]);
}

function unprovenText({ unproven, unprovenFrom, from }: Json<Statement>, theirs: string): string {
  if (unproven === 0) return '';
  const since = unprovenFrom > from ? ` since ${unprovenFrom}` : '';
  return `\n\nNo visa of ours stands behind ${unproven} of the stamps by ${theirs}${since}: printed cards without a grant, or stamps that were copied or invented.`;
}

async function showStatement(
  session: Session,
  options: DatesOptions,
  spaceText: string,
): Promise<Outcome> {
  const them = await findSpace(session, spaceText);
  const range = await dates(session, options, 365);
  const statement = await session
    .client()
    .get<Json<Statement>>('/api/statement', { with: them, ...range });
  const { name } = await session.status();
  const theirs = statement.themName ?? statement.them;
  const given = daysByKind(statement.given);
  const received = daysByKind(statement.received);
  const rows = given.map(([kind, count], index) => [kind, count, received[index]?.[1] ?? 0]);
  const title = `${name} and ${theirs}, ${statement.from} to ${statement.to}, in days`;
  const headings = ['kind', `given by ${name}`, `given by ${theirs}`];
  const text = `${title}\n\n${table(headings, rows, '')}${unprovenText(statement, theirs)}`;
  return { document: statement, text };
}

async function listDoubles(session: Session): Promise<Outcome> {
  const all = await session.client().get<readonly Json<DoubleVisit>[]>('/api/double-visits');
  const names = await spaceNames(session);
  const rows = all.map((one) => [
    one.side === 'home' ? 'our member' : 'at our desk',
    one.member,
    one.hosts.map((at) => `${names.get(at.host) ?? at.host} ${at.date} (${at.kind})`).join(' and '),
  ]);
  const none = 'No visit was counted twice.';
  return { document: all, text: table(['side', 'member', 'visits with one index'], rows, none) };
}

function addDates(command: Command): Command {
  return command
    .option('--from <date>', 'first date', date)
    .option('--to <date>', 'last date', date);
}

/** Adds these commands to the program. */
export function addAccountCommands(program: Command, runner: Runner): void {
  addDates(program.command('visits'))
    .description('visits at this desk (default: of the last 30 days)')
    .action(action(runner, listVisits));
  program
    .command('void <visit>')
    .description('cancel a visit of the last two days; its id stands in covisa visits')
    .action(action(runner, voidVisit));
  program
    .command('forget <visit>')
    .description('erase who came, of this visit and of all others under the same visa')
    .option('--yes', 'do not ask')
    .action(action(runner, forget));
  addDates(program.command('statement <space>'))
    .description('given and received between us and another space (default: of the last year)')
    .action(action(runner, showStatement));
  program
    .command('doubles')
    .description('visits that two hosts gave while they were cut off from each other')
    .action(action(runner, listDoubles));
}
