/** `covisa programme`: starting, joining and governing programmes. */

import type { Terms } from '@covisa/protocol';
import type { Command } from 'commander';
import type { Status } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import {
  collect,
  founders,
  invitationLink,
  name,
  shortText,
  threshold,
  wholeNumber,
} from '../arguments.js';
import type { Json } from '../client.js';
import { usageError } from '../failure.js';
import { findNamed, findProgramme, isSpaceId } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { addTermsOptions, type TermsOptions, termsOf } from '../terms.js';
import { table } from '../text.js';
import { movedVoteText, type ProgrammeJson, programmeText } from './programme-text.js';

const PURPOSE = shortText('a purpose', { min: 0, max: 500 });
const ENDORSEMENTS = wholeNumber(1, 100);

const THRESHOLD_HELP =
  'votes that rosters after this one need, from a majority to all members, or "default": ' +
  'a majority of up to five members, more than two thirds of more';
const ENDORSEMENTS_HELP = 'endorsements that admit an applicant, by default 2';

const BOTH_CHANGES =
  'To have both changes, give the options of both to one covisa programme amend.';

function outcome(programme: ProgrammeJson, ...more: readonly string[]): Outcome {
  const text = [programmeText(programme), ...more.filter((one) => one !== '')].join('\n\n');
  return { document: programme, text };
}

interface CreateOptions extends TermsOptions {
  readonly purpose?: string;
  readonly founder?: readonly string[];
  readonly threshold?: number | 'default';
  readonly endorsements?: number;
}

async function create(session: Session, options: CreateOptions, name: string): Promise<Outcome> {
  const terms = termsOf(options);
  const programme = await session.client().post<ProgrammeJson>('/api/programmes', {
    name,
    purpose: options.purpose ?? '',
    ...(terms !== null && { terms }),
    founders: options.founder ?? [],
    // The default rule is what a founding without a number says.
    ...(typeof options.threshold === 'number' && { threshold: options.threshold }),
    ...(options.endorsements !== undefined && { endorsements: options.endorsements }),
  });
  return outcome(programme, 'Next: covisa programme invite');
}

async function invite(
  session: Session,
  _options: object,
  text: string | undefined,
): Promise<Outcome> {
  const programme = await findProgramme(session, text);
  const { link } = await session
    .client()
    .post<{ readonly link: string }>(`/api/programmes/${programme.id}/invite`);
  const document = { programme: programme.id, name: programme.name, link };
  return { document, text: link };
}

/** What an applicant waits for, and what to tell the members. */
function applicantNext(space: string): string {
  return [
    'Next: a member of the programme has to endorse this space. It does so in its console, or by:',
    `  covisa programme endorse ${space}`,
    'covisa programme show says whether it was done.',
  ].join('\n');
}

async function join(session: Session, _options: object, link: string): Promise<Outcome> {
  session.progress('Reading the programme from the introducing node …');
  const programme = await session.client().post<ProgrammeJson>('/api/programmes/join', { link });
  if (programme.standing !== 'applicant') return outcome(programme);
  const { space } = await session.client().get<Json<Status>>('/api/status');
  return outcome(programme, applicantNext(space));
}

/** An applicant or a member of the programme, by its id or name. */
function findApplicant(programme: ProgrammeJson, text: string): string {
  if (isSpaceId(text)) return text;
  const named = [...programme.applicants, ...programme.spaces];
  const known = new Map(named.map(({ space, name }) => [space, { id: String(space), name }]));
  return findNamed('space', text, [...known.values()]).id;
}

async function endorse(
  session: Session,
  _options: object,
  first: string,
  second: string | undefined,
): Promise<Outcome> {
  const programme = await findProgramme(session, second === undefined ? undefined : first);
  const space = findApplicant(programme, second ?? first);
  const path = `/api/programmes/${programme.id}/endorse`;
  return outcome(await session.client().post<ProgrammeJson>(path, { space }));
}

async function list(session: Session): Promise<Outcome> {
  const all = await session.client().get<readonly ProgrammeJson[]>('/api/programmes');
  const rows = all.map((one) => [
    one.name,
    one.founded ? one.standing : `${one.standing}, not founded yet`,
    one.rosterVersion,
    one.members,
    one.admitted,
    one.applicants.length,
    one.drafts.length,
    one.id,
  ]);
  const headings = [
    'programme',
    'standing',
    'roster',
    'members',
    'admitted',
    'applicants',
    'drafts',
    'id',
  ];
  const none = 'No programme yet. Start one with covisa programme create.';
  return { document: all, text: table(headings, rows, none) };
}

interface AmendOptions extends TermsOptions {
  readonly seatAdmitted?: boolean;
  readonly leaveOutSilent?: boolean;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly name?: string;
  readonly purpose?: string;
  readonly threshold?: number | 'default';
  readonly endorsements?: number;
}

async function amend(
  session: Session,
  options: AmendOptions,
  text: string | undefined,
): Promise<Outcome> {
  const programme = await findProgramme(session, text);
  const find = (space: string): string => findApplicant(programme, space);
  const terms: Terms | null = termsOf(options);
  const change = {
    seatAdmitted: options.seatAdmitted === true,
    add: (options.add ?? []).map(find),
    remove: (options.remove ?? []).map(find),
    ...(terms !== null && { terms }),
    ...(options.name !== undefined && { name: options.name }),
    ...(options.purpose !== undefined && { purpose: options.purpose }),
    ...(options.threshold !== undefined && {
      threshold: options.threshold === 'default' ? null : options.threshold,
    }),
    ...(options.endorsements !== undefined && { endorsements: options.endorsements }),
  };
  if (
    !change.seatAdmitted &&
    change.add.length + change.remove.length === 0 &&
    Object.keys(change).length === 3
  ) {
    throw usageError('amend: expected a change, got none. See covisa programme amend --help.');
  }
  const silence = options.leaveOutSilent === true ? { leaveOutSilent: true } : {};
  const path = `/api/programmes/${programme.id}/amend`;
  const after = await session.client().post<ProgrammeJson>(path, { ...change, ...silence });
  const moved = movedVoteText(programme, after);
  return outcome(after, moved === '' ? '' : `${moved} ${BOTH_CHANGES}`);
}

async function sign(
  session: Session,
  options: { readonly roster?: string },
  text: string | undefined,
): Promise<Outcome> {
  const programme = await findProgramme(session, text);
  const path = `/api/programmes/${programme.id}/sign`;
  const roster = options.roster ?? null;
  const after = await session.client().post<ProgrammeJson>(path, { roster });
  return outcome(after, movedVoteText(programme, after));
}

/** Follows one of several rosters that hold: each space chooses for itself. */
async function choose(
  session: Session,
  _options: object,
  first: string,
  second: string | undefined,
): Promise<Outcome> {
  const programme = await findProgramme(session, second === undefined ? undefined : first);
  const held = programme.siblings.flatMap(({ rosters }) => rosters);
  const named = held.map(({ roster, name }) => ({ id: roster as string, name }));
  const roster = findNamed('roster', second ?? first, named).id;
  const path = `/api/programmes/${programme.id}/choose`;
  return outcome(await session.client().post<ProgrammeJson>(path, { roster }));
}

async function leave(
  session: Session,
  options: { readonly yes?: boolean },
  text: string | undefined,
): Promise<Outcome> {
  const programme = await findProgramme(session, text);
  if (programme.standing === 'left') {
    const document = { left: true, programme: programme.id };
    return { document, text: `This space has already left "${programme.name}".` };
  }
  if (options.yes !== true) {
    throw usageError(
      `leave: this space would leave "${programme.name}" at once. Say so with --yes.`,
    );
  }
  await session.client().post(`/api/programmes/${programme.id}/leave`);
  const document = { left: true, programme: programme.id };
  return { document, text: `Left "${programme.name}".` };
}

async function show(
  session: Session,
  _options: object,
  text: string | undefined,
): Promise<Outcome> {
  return outcome(await findProgramme(session, text));
}

/** Adds `covisa programme` to the program. */
export function addProgrammeCommands(program: Command, runner: Runner): void {
  const programme = program
    .command('programme')
    .description(
      'agreements with other spaces; [programme] is a name or id, needed only among several',
    );
  addTermsOptions(programme.command('create'))
    .argument('<name>', 'what it is called', name)
    .description('found a programme; with no other terms, three free days a host and visa year')
    .option('--purpose <text>', 'what it is for', PURPOSE)
    .option(
      '--founder <space>',
      "another founder: its id, or its node's address; may be repeated",
      founders,
    )
    .option('--threshold <votes>', THRESHOLD_HELP, threshold)
    .option('--endorsements <count>', ENDORSEMENTS_HELP, ENDORSEMENTS)
    .action(action(runner, create));
  programme
    .command('invite [programme]')
    .description('the link by which other spaces join')
    .action(action(runner, invite));
  programme
    .command('join')
    .argument('<link>', 'as covisa programme invite prints it', invitationLink)
    .description('follow a link: sign as a founder, or apply')
    .action(action(runner, join));
  programme
    .command('endorse <programme-or-space> [space]')
    .description('vouch for an applicant: [programme] <space>')
    .action(action(runner, endorse));
  programme
    .command('show [programme]')
    .description('spaces, terms, and what waits for a decision')
    .action(action(runner, show));
  programme.command('list').description('all programmes').action(action(runner, list));
  addTermsOptions(programme.command('amend [programme]'))
    .description('propose the next roster, with our signature')
    .option('--seat-admitted', 'seat every space that was admitted')
    .option('--leave-out-silent', 'do not count members that were not heard of for 60 days')
    .option('--add <space>', 'may be repeated', collect)
    .option('--remove <space>', 'may be repeated', collect)
    .option('--name <text>', 'a new name', name)
    .option('--purpose <text>', 'a new purpose', PURPOSE)
    .option('--threshold <votes>', THRESHOLD_HELP, threshold)
    .option('--endorsements <count>', ENDORSEMENTS_HELP, ENDORSEMENTS)
    .action(action(runner, amend));
  programme
    .command('sign [programme]')
    .alias('vote')
    .description('vote for a roster that waits')
    .option('--roster <hash>', 'which one, where several wait; also one of those that show lists')
    .action(action(runner, sign));
  programme
    .command('choose <programme-or-roster> [roster]')
    .description('where several rosters hold, follow this one: [programme] <roster hash>')
    .action(action(runner, choose));
  programme
    .command('leave [programme]')
    .description('leave, at once')
    .option('--yes', 'yes, leave')
    .action(action(runner, leave));
}
