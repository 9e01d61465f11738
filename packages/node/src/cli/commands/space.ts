/** `covisa status`, `config`, `profile`, `clock` and `close`: this space and its node. */

import type { ProfileEntry } from '@covisa/protocol';
import type { Command } from 'commander';
import { describeConfig, formatConfig } from '../../config/index.js';
import type { Status } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { duration, yesNo } from '../arguments.js';
import type { Json } from '../client.js';
import { CommandError, usageError } from '../failure.js';
import { readJson } from '../files.js';
import {
  addProfileOptions,
  type ProfileOptions,
  rateOf,
  renamedVenues,
  venueOf,
} from '../profile.js';
import type { Outcome, Session } from '../session.js';
import { addSettingFlags, settingFlags } from '../settings.js';
import { instant, money, pairs, span, table } from '../text.js';

type ProfileJson = Json<ProfileEntry>;

function testClockText(offset: number | null): string {
  if (offset === null) return 'off';
  if (offset === 0) return 'ON, not moved';
  return offset < 0 ? `ON, ${span(-offset)} behind` : `ON, ${span(offset)} ahead`;
}

function statusText(status: Json<Status>, url: string): string {
  const own = pairs([
    ['space', `${status.name} (${status.space})`],
    ['address', url],
    ['public address', status.publicUrl ?? 'none: this node calls out only'],
    ['time', instant(status.now)],
    ['test clock', testClockText(status.testClockOffset)],
    ['log', `${status.logSize} entries, incarnation ${status.incarnation}`],
    ['mode', status.modeReason === null ? status.mode : `${status.mode}: ${status.modeReason}`],
    ['visits to be published', status.pendingVisits],
    ['last heartbeat', instant(status.lastHeartbeat)],
    ['members', status.members],
    ['peers', status.peers],
  ]);
  const programmes = status.programmes.map((one) => [
    one.name,
    one.founded ? one.standing : `${one.standing}, not founded yet`,
    one.rosterVersion,
    one.members,
    one.admitted,
  ]);
  const headings = ['programme', 'standing', 'roster', 'members', 'admitted'];
  return `${own}\n\n${table(headings, programmes, 'No programme yet.')}`;
}

async function showStatus(session: Session): Promise<Outcome> {
  const status = await session.status();
  return { document: status, text: statusText(status, session.client().url) };
}

async function showConfig(session: Session, options: object): Promise<Outcome> {
  const resolved = session.config(settingFlags(options));
  return { document: { settings: describeConfig(resolved) }, text: formatConfig(resolved) };
}

function placeText({ latitude, longitude }: ProfileJson['venues'][number]): string {
  return latitude === undefined ? 'place not given' : `${latitude}, ${longitude}`;
}

function profileText(profile: ProfileJson): string {
  const own = pairs([
    ['name', profile.name],
    ['takes visiting members', profile.open],
    ['rate', profile.rate === null ? null : money(profile.rate.amount, profile.rate.currency)],
    ['languages', profile.languages.join(', ') || null],
    ['mailbox', profile.mailbox ?? null],
    ['site', profile.site ?? null],
    ['node', profile.node],
    ['signed', instant(profile.signed)],
    ...(Object.keys(profile.offer).length === 0
      ? []
      : [['offer', JSON.stringify(profile.offer)] as const]),
  ]);
  const venues = profile.venues.map((venue) => [
    venue.id,
    venue.name,
    venue.address,
    venue.timeZone,
    placeText(venue),
  ]);
  return `${own}\n\n${table(['venue', 'name', 'address', 'time zone', 'place'], venues, '')}`;
}

async function showProfile(session: Session): Promise<Outcome> {
  const profile = await session.client().get<ProfileJson>('/api/profile');
  return { document: profile, text: profileText(profile) };
}

interface ChangeOptions extends ProfileOptions {
  readonly open?: boolean;
  readonly venue?: string;
  readonly mailbox?: string;
  readonly site?: string;
  readonly offer?: string;
}

function changedVenues(options: ChangeOptions, profile: ProfileJson): ProfileJson['venues'] {
  const id = options.venue ?? profile.venues[0]?.id;
  if (!profile.venues.some((venue) => venue.id === id)) {
    const known = profile.venues.map((venue) => venue.id).join(', ');
    throw new CommandError('VENUE_UNKNOWN', `venue "${id}": is not known. Known are: ${known}.`);
  }
  return renamed(options, profile).map((venue) =>
    venue.id === id ? venueOf(options, venue) : venue,
  );
}

function renamed({ name }: ChangeOptions, profile: ProfileJson): ProfileJson['venues'] {
  return name === undefined ? profile.venues : renamedVenues(profile.venues, profile.name, name);
}

function changeOf(options: ChangeOptions, profile: ProfileJson): object {
  const { venueName, address, latitude, longitude, timeZone } = options;
  const isNamed = [venueName, address, latitude, longitude, timeZone].some(
    (value) => value !== undefined,
  );
  const venues = isNamed ? changedVenues(options, profile) : renamed(options, profile);
  const changesVenue = venues.some((venue, index) => venue !== profile.venues[index]);
  const changesRate = options.rate !== undefined || options.currency !== undefined;
  return {
    ...(options.name !== undefined && { name: options.name }),
    ...(options.open !== undefined && { open: options.open }),
    ...(changesVenue && { venues }),
    ...(changesRate && { rate: rateOf(options, profile.rate) }),
    ...(options.language !== undefined && { languages: options.language }),
    ...(options.mailbox !== undefined && { mailbox: options.mailbox }),
    ...(options.site !== undefined && { site: options.site }),
    ...(options.offer !== undefined && { offer: readJson(options.offer) }),
  };
}

async function changeProfile(session: Session, options: ChangeOptions): Promise<Outcome> {
  const before = await session.client().get<ProfileJson>('/api/profile');
  const change = changeOf(options, before);
  if (Object.keys(change).length === 0) {
    throw usageError(
      'profile: expected something to set, got nothing. See covisa profile set --help.',
    );
  }
  const profile = await session.client().patch<ProfileJson>('/api/profile', change);
  return { document: profile, text: profileText(profile) };
}

async function close(session: Session, options: { readonly yes?: boolean }): Promise<Outcome> {
  const status = await session.status();
  if (options.yes !== true) {
    throw usageError(
      `close: "${status.name}" would be closed for good, in every programme; nothing undoes it. Say so with --yes.`,
    );
  }
  await session.client().post('/api/close');
  const document = { closed: true, space: status.space };
  return { document, text: `"${status.name}" is closed. Its node may be stopped after one sync.` };
}

async function showClock(session: Session): Promise<Outcome> {
  const { now, testClockOffset } = await session.status();
  const text = `${instant(now)}, test clock ${testClockText(testClockOffset)}`;
  return { document: { now, testClockOffset }, text };
}

async function advanceClock(session: Session, _options: object, span: number): Promise<Outcome> {
  await session.client().post('/api/test-clock', { advanceSeconds: span });
  return showClock(session);
}

function addProfileCommands(program: Command, runner: Runner): void {
  const profile = program.command('profile').description('what this space says of itself');
  profile
    .command('show')
    .description('the profile that other spaces see')
    .action(action(runner, showProfile));
  addProfileOptions(profile.command('set'))
    .description('change the profile')
    .option('--venue <id>', 'the venue that is meant (default: the first)')
    .option('--open <yes|no>', 'whether visiting members are taken', yesNo)
    .option('--mailbox <address>', 'a role mailbox')
    .option('--site <url>', "the space's web site")
    .option('--offer <file>', "the space's own rules, as JSON in the terms language")
    .action(action(runner, changeProfile));
}

/** Adds these commands to the program. */
export function addSpaceCommands(program: Command, runner: Runner): void {
  program.command('status').description('the node at a glance').action(action(runner, showStatus));
  addSettingFlags(program.command('config'))
    .description('each setting, its value and where that came from')
    .action(action(runner, showConfig));
  addProfileCommands(program, runner);
  const clock = program.command('clock').description('the time of the node');
  clock
    .command('show')
    .description('the time, and whether the test clock is on')
    .action(action(runner, showClock));
  clock
    .command('advance')
    .argument('<span>', 'as 90s, 15m, 3h, 4d, 2w', duration)
    .description('move the test clock on')
    .action(action(runner, advanceClock));
  program
    .command('close')
    .description('close this space for good')
    .option('--yes', 'yes, for good')
    .action(action(runner, close));
}
