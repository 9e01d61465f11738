/** `covisa member`: the members of this space and their visas. */

import {
  type CalendarDate,
  DISPLAY_NAME_BYTES_MAX,
  PLAN_CHARACTERS_MAX,
  utcDate,
} from '@covisa/protocol';
import type { Command } from 'commander';
import { claimLink } from '../../engine/home/claim-codes.js';
import type { VisaVisit } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { date, shortText } from '../arguments.js';
import type { Json } from '../client.js';
import { usageError } from '../failure.js';
import { findActiveMember, findMember } from '../names.js';
import { isThisMachine, type Outcome, type Session } from '../session.js';
import { instant, table } from '../text.js';
import { addMemberChangeCommands } from './member-changes.js';
import { type MemberJson, memberText, stateText } from './member-text.js';

interface InvitationJson {
  readonly member: MemberJson;
  readonly claimCode: string | null;
  readonly claimLapses: number | null;
  readonly claimLink?: string | null;
}

interface AddOptions {
  readonly displayName?: string;
  readonly contact?: string;
  readonly plan: string;
  readonly since?: CalendarDate;
  readonly paidUntil?: CalendarDate;
  readonly static?: boolean;
}

async function invitation(session: Session, answer: InvitationJson): Promise<Outcome> {
  const { member, claimCode, claimLapses } = answer;
  if (claimCode === null) {
    const text = `${memberText(member)}\n\nPrint the card with covisa visa --member ${member.id} --png card.png`;
    return { document: { ...answer, claimLink: null }, text };
  }
  const { space, publicUrl } = await session.status();
  const { url } = session.client();
  const isPublic = answer.claimLink != null || publicUrl !== null;
  const link = answer.claimLink ?? claimLink(publicUrl ?? url, claimCode, space);
  const claim = `Claim link, good once until ${instant(claimLapses)}:\n${link}`;
  const text = [memberText(member), claim, ...(isPublic ? [] : [localLinkText(url)])];
  return { document: { ...answer, claimLink: link }, text: text.join('\n\n') };
}

/** What to know of a link to a node without a public address. */
function localLinkText(url: string): string {
  const reach = isThisMachine(url) ? 'on this machine only' : `only where ${url} can be reached`;
  return [
    `WARNING: this node has no public address, so the link works ${reach}.`,
    'Claim the visa here with covisa wallet claim, or give the node an address that the phones of',
    'members reach, with --public-url, and make a new link with covisa member reissue.',
  ].join('\n');
}

async function add(session: Session, options: AddOptions, name: string): Promise<Outcome> {
  if (options.static === true && options.displayName === undefined) {
    throw usageError(
      'member: expected --display-name beside --static. Reception compares the name on a printed card with a photo ID.',
    );
  }
  if (
    options.paidUntil !== undefined &&
    options.paidUntil < utcDate((await session.status()).now)
  ) {
    throw usageError(
      `member: is paid until ${options.paidUntil}, which is over, so there is no visa to issue. Give --paid-until a date from today on, or leave it out.`,
    );
  }
  const answer = await session.client().post<InvitationJson>('/api/members', {
    name,
    displayName: options.displayName ?? null,
    contact: options.contact ?? null,
    plan: options.plan,
    since: options.since ?? null,
    paidUntil: options.paidUntil ?? null,
    isStatic: options.static === true,
  });
  return invitation(session, answer);
}

async function list(session: Session): Promise<Outcome> {
  const all = await session.client().get<readonly MemberJson[]>('/api/members');
  const rows = all.map((one) => [
    one.name,
    stateText(one),
    one.plan,
    one.since,
    one.paidUntil,
    one.isStatic ? 'card' : 'phone',
    one.id,
  ]);
  const headings = ['member', 'status', 'plan', 'since', 'paid until', 'visa', 'id'];
  return { document: all, text: table(headings, rows, 'No members yet.') };
}

async function show(session: Session, _options: object, text: string): Promise<Outcome> {
  const { id } = await findMember(session, text);
  const member = await session.client().get<MemberJson>(`/api/members/${id}`);
  return { document: member, text: memberText(member) };
}

type Verb = 'pause' | 'resume' | 'revoke';

/** What a change of status means for the visa that the member holds. */
function visaText(verb: Verb, member: MemberJson): string {
  if (verb === 'pause') {
    return 'The visa is dead from now on, at every host that has heard of it. covisa member resume allows visas again.';
  }
  if (verb === 'revoke')
    return 'All visas of this member are dead, at every host that has heard of it.';
  const fresh = member.isStatic
    ? `print a new card with covisa visa --member ${member.id} --png card.png`
    : "the member's wallet gets a fresh one at its next renewal (covisa wallet renew)";
  return `A visa from before a pause stays dead: ${fresh}.`;
}

function setStatus(runner: Runner, verb: Verb) {
  return action(
    runner,
    async (session, options: { readonly yes?: boolean }, text: string): Promise<Outcome> => {
      const { id, name } = await findMember(session, text);
      if (verb === 'revoke' && options.yes !== true) {
        throw usageError(
          `revoke: every visa of "${name}" would be dead at once and for good, and none is issued or renewed. To stop for a while, use covisa member pause. Say so with --yes.`,
        );
      }
      const member = await session.client().post<MemberJson>(`/api/members/${id}/${verb}`);
      return { document: member, text: `${memberText(member)}\n\n${visaText(verb, member)}` };
    },
  );
}

async function reissue(session: Session, _options: object, text: string): Promise<Outcome> {
  const { id } = await findActiveMember(session, text);
  return invitation(
    session,
    await session.client().post<InvitationJson>(`/api/members/${id}/reissue`),
  );
}

async function visits(session: Session, _options: object, text: string): Promise<Outcome> {
  const { id } = await findMember(session, text);
  const all = await session.client().get<readonly Json<VisaVisit>[]>(`/api/members/${id}/visits`);
  const rows = all.map((one) => [
    one.date,
    one.hostName ?? one.host,
    one.venue,
    one.kind,
    one.weight,
    one.voided ? 'void' : one.doubledWith.length > 0 ? 'double' : '',
  ]);
  const headings = ['date', 'host', 'venue', 'kind', 'days', 'note'];
  return { document: all, text: table(headings, rows, 'No visits in this visa year yet.') };
}

/** Adds `covisa member` to the program. */
export function addMemberCommands(program: Command, runner: Runner): void {
  const member = program
    .command('member')
    .description('the members of this space; <member> is a name or id');
  member
    .command('add')
    .argument('<name>', 'stays in this node', shortText("a member's name", { max: 200 }))
    .description('add a member; prints the link by which the wallet claims the visa')
    .option(
      '--display-name <text>',
      'what the desk of a host sees, at most 24 bytes',
      shortText('a display name', { max: DISPLAY_NAME_BYTES_MAX, bytes: true }),
    )
    .option('--contact <text>', 'stays in this node', shortText('a contact', { max: 254 }))
    .option(
      '--plan <name>',
      'the plan, at most 16 characters',
      shortText('the name of a plan', { max: PLAN_CHARACTERS_MAX }),
      'full-time',
    )
    .option('--since <date>', 'member since (default: today)', date)
    .option('--paid-until <date>', 'the visa is not renewed past this date', date)
    .option('--static', 'a printed card, for a member without a phone')
    .action(action(runner, add));
  member.command('list').description('all members').action(action(runner, list));
  member.command('show <member>').description('one member').action(action(runner, show));
  member
    .command('pause <member>')
    .description('make the visa dead, and issue none until resumed')
    .action(setStatus(runner, 'pause'));
  member
    .command('resume <member>')
    .description("visas again: the wallet's next renewal gets a fresh one")
    .action(setStatus(runner, 'resume'));
  member
    .command('revoke <member>')
    .description('make all visas of this member dead for good')
    .option('--yes', 'yes, for good')
    .action(setStatus(runner, 'revoke'));
  member
    .command('reissue <member>')
    .alias('link')
    .description('a new claim link, for a new phone; the count stays')
    .action(action(runner, reissue));
  member
    .command('visits <member>')
    .description('where this member has been')
    .action(action(runner, visits));
  addMemberChangeCommands(member, runner);
}
