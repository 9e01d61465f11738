/** `covisa check`: the desk. A token goes in, a verdict comes out; perhaps a stamp. */

import { REASONS, reasonSentence, TOKEN_CHARACTERS_MAX } from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import { type Command, Option } from 'commander';
import type { CheckResult } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { minorUnits, price, wholeNumber } from '../arguments.js';
import type { Json } from '../client.js';
import { CommandError, describeFailure, EXIT_OK, EXIT_REFUSED, usageError } from '../failure.js';
import { readText } from '../files.js';
import { hostCurrency } from '../profile.js';
import { refusalSentence } from '../refusals.js';
import type { Outcome, Session } from '../session.js';
import { instant, pairs, plain } from '../text.js';

type Kind = 'free' | 'paid' | 'courtesy';
type VisitJson = Json<Omit<Visit, 'visaNumber' | 'visaUntil' | 'seal'>> & {
  readonly erased: boolean;
};
type CheckJson = Json<Omit<CheckResult, 'visit'>> & { readonly visit: VisitJson | null };

interface CheckOptions {
  readonly file?: string;
  readonly venue?: string;
  readonly halfDay?: boolean;
  readonly party?: number;
  readonly notice?: boolean;
  readonly grant: boolean;
  readonly stamp?: Kind;
  readonly amount?: string;
  readonly note?: string;
}

/** Standard input that is far longer than a token is no token. */
async function readInput(session: Session): Promise<string> {
  try {
    return await session.io.input(TOKEN_CHARACTERS_MAX * 4);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CommandError('TOKEN_TOO_LONG', cause.message, { cause });
  }
}

async function readToken(
  session: Session,
  options: CheckOptions,
  argument: string | undefined,
): Promise<string> {
  if (argument !== undefined && options.file !== undefined) {
    throw usageError('check: expected a token or --file, got both.');
  }
  const text =
    options.file !== undefined
      ? readText(options.file)
      : argument === undefined || argument === '-'
        ? await readInput(session)
        : argument;
  // A space can end a base45 text, so only line ends are cut off.
  const token = text.replace(/[\r\n]+$/, '').replace(/^[\r\n\ufeff]+/, '');
  if (token === '') {
    throw usageError(
      'check: expected a token, got nothing. Give it as the argument, with --file, or on standard input.',
    );
  }
  return token;
}

/** Asks for the local verdict, then for the home's grant where it could matter. */
async function askVerdict(
  session: Session,
  options: CheckOptions,
  token: string,
): Promise<CheckJson> {
  const client = session.client();
  const local = await client.post<CheckJson>('/api/checks', {
    token,
    ...(options.venue !== undefined && { venue: options.venue }),
    ...(options.party !== undefined && { party: options.party }),
    halfDay: options.halfDay === true,
    notice: options.notice === true,
  });
  if (!options.grant || local.verdict.askGrant === 'no' || local.visit !== null) return local;
  return client.post<CheckJson>(`/api/checks/${local.id}/grant`);
}

async function stamp(
  session: Session,
  options: CheckOptions,
  check: CheckJson,
): Promise<VisitJson | null> {
  if (options.stamp === undefined) return null;
  if (check.verdict.outcome === 'refuse' && options.stamp !== 'courtesy') return null;
  const amount =
    options.amount === undefined ? null : minorUnits(options.amount, await hostCurrency(session));
  return session.client().post<VisitJson>('/api/visits', {
    check: check.id,
    kind: options.stamp,
    amount,
    note: options.note ?? null,
  });
}

const GRANTS: Readonly<Record<CheckResult['grant'], string>> = {
  had: 'granted by the home space',
  refused: 'refused by the home space',
  unreachable: 'home space not in reach: judged here alone',
  'not-asked': 'home space not asked',
};

/** Whose identity the desk has to look at, beside the code. */
function photoLine({ verdict, displayName }: CheckJson): readonly string[] {
  if (!verdict.shows.some((show) => show.code === 'PHOTO_ID')) return [];
  return [`check a photo ID: ${plain(displayName ?? 'this visa names nobody; ask for the name')}`];
}

function showRows({ verdict }: CheckJson): readonly (readonly [string, string])[] {
  return verdict.shows.flatMap((show): readonly (readonly [string, string])[] => {
    if (show.code === 'PHOTO_ID') return [];
    return [[show.code === 'INCLUDED' ? 'included' : 'not included', show.items.join(', ')]];
  });
}

/** Whether the answer to `--stamp` is a visit that the check did not show yet. */
function isNew(visit: VisitJson | null, check: CheckJson): visit is VisitJson {
  return visit !== null && visit.id !== check.visit?.id;
}

/** Why `--stamp` recorded nothing, where it did not. */
function unrecorded(
  check: CheckJson,
  visit: VisitJson | null,
  kind: Kind | undefined,
): readonly string[] {
  if (kind === undefined || isNew(visit, check)) return [];
  if (check.visit !== null) {
    const { id, kind: before } = check.visit;
    return [`Not recorded again: the visit of today is ${before} (void ${id} first to change it).`];
  }
  if (check.verdict.outcome !== 'refuse' || kind === 'courtesy') return [];
  return ['Not recorded: the verdict is refuse. Only --stamp courtesy records such a visit.'];
}

function checkText(check: CheckJson, visit: VisitJson | null, kind: Kind | undefined): string {
  const { verdict } = check;
  const reasons = verdict.reasons.map((reason) =>
    Object.hasOwn(REASONS, reason.code) ? reasonSentence(reason) : reason.code,
  );
  const rows: (readonly [string, string | number | null])[] = [
    ['member', check.displayName],
    ['home', check.homeName ?? check.home],
    ['plan', check.plan],
    ['date', check.date],
    ...reasons.map((reason, index): [string, string] => [index === 0 ? 'reason' : '', reason]),
    ...showRows(check),
    ['left here after this', verdict.left.perHost?.after ?? null],
    ['left in the programme', verdict.left.perProgramme?.after ?? null],
    ['usage known up to', instant(verdict.sureness.knownUpTo)],
    ['grant', GRANTS[check.grant]],
    ['check', check.id],
  ];
  const stamped = visit ?? check.visit;
  if (stamped !== null) rows.push(['visit', `${stamped.id} (${stamped.kind})${remark(stamped)}`]);
  // The sentence begins with the outcome too, as a word for people.
  const sentence = check.sentence.replace(/^(Free|Paid|Refused)\. /, '');
  const head = [`${verdict.outcome.toUpperCase()}: ${plain(sentence)}`, ...photoLine(check)];
  return [head.join('\n'), pairs(rows), ...unrecorded(check, visit, kind)].join('\n\n');
}

function remark(visit: VisitJson): string {
  if (visit.erased) return ', whose it was is erased here';
  return visit.index === null ? ', to be published' : '';
}

async function check(
  session: Session,
  options: CheckOptions,
  argument: string | undefined,
): Promise<Outcome> {
  try {
    const token = await readToken(session, options, argument);
    const result = await askVerdict(session, options, token);
    const visit = await stamp(session, options, result);
    return {
      document: {
        ...result,
        visit: visit ?? result.visit,
        stamped: isNew(visit, result),
      },
      text: checkText(result, visit, options.stamp),
      exitStatus: result.verdict.outcome === 'refuse' ? EXIT_REFUSED : EXIT_OK,
    };
  } catch (error) {
    return refused(error);
  }
}

/**
 * A token that the node does not honour is a refusal at the desk, not a failure of the command.
 * @throws every other error as it came
 */
function refused(error: unknown): Outcome {
  const { exitStatus: _, ...failure } = describeFailure(error);
  const sentence = refusalSentence(failure.code);
  if (sentence === null) throw error;
  return {
    document: { error: failure, outcome: 'refuse', sentence },
    text: `REFUSE: ${sentence} [${failure.code}]`,
    exitStatus: EXIT_REFUSED,
  };
}

/** Adds `covisa check` to the program. */
export function addCheckCommand(program: Command, runner: Runner): void {
  program
    .command('check [token]')
    .description('the desk: judge a token; exit status 0 for free or paid, 3 for refuse')
    .option(
      '--file <file>',
      'read the token from a file; without it and an argument, from standard input',
    )
    .addOption(
      new Option('--stamp <kind>', 'record the visit').choices(['free', 'paid', 'courtesy']),
    )
    .option('--no-grant', 'do not ask the home space; decide by what is held here')
    .option('--venue <id>', "which of the space's venues")
    .option('--half-day', 'the member stays half a day')
    .option('--party <persons>', 'how many came along', wholeNumber(0, 50))
    .option('--notice', 'the visit was announced')
    .option('--amount <price>', "what was paid, in the space's currency, as 25.00", price)
    .option('--note <text>', 'a note that stays in this node')
    .action(action(runner, check));
}
