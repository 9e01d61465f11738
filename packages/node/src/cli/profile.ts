/**
 * The options by which a space describes itself, at set-up and later, and the profile that they
 * make.
 */

import type { ProfileEntry, Venue } from '@covisa/protocol';
import type { Command } from 'commander';
import {
  collect,
  currencyCode,
  degrees,
  minorUnits,
  name,
  price,
  shortText,
  timeZone,
} from './arguments.js';
import type { Json } from './client.js';
import { CommandError, usageError } from './failure.js';
import type { Session } from './session.js';

/** What a space is called until it is told. */
const PLACEHOLDER_NAME = 'My coworking space';

/** A postal address, which may be empty. */
const ADDRESS: (text: string) => string = shortText('an address', { min: 0, max: 300 });

/** What the owner may say. */
export interface ProfileOptions {
  readonly name?: string;
  readonly venueName?: string;
  readonly address?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly timeZone?: string;
  readonly rate?: string;
  readonly currency?: string;
  readonly language?: readonly string[];
}

/** Adds the options to a command. */
export function addProfileOptions(command: Command): Command {
  return command
    .option('--name <text>', "the space's name", name)
    .option('--venue-name <text>', "the venue's name, where it has one of its own", name)
    .option('--address <text>', "the venue's postal address", ADDRESS)
    .option('--latitude <degrees>', 'north is positive, as -37.8136', degrees(90))
    .option('--longitude <degrees>', 'east is positive, as 144.9631', degrees(180))
    .option('--time-zone <name>', 'as Australia/Melbourne', timeZone)
    .option('--rate <price>', 'the regular rate for a day, as 25.00', price)
    .option('--currency <code>', 'the currency of the rate, as EUR', currencyCode)
    .option('--language <tag>', 'a language spoken at reception, as en; may be repeated', collect);
}

/** The rate that the options name, over the one that was before. */
export function rateOf(
  options: ProfileOptions,
  before: Json<ProfileEntry>['rate'],
): Json<ProfileEntry>['rate'] {
  const currency = options.currency ?? before?.currency;
  if (options.rate === undefined) {
    if (options.currency !== undefined && options.currency !== before?.currency) {
      throw usageError(
        'rate: expected --rate beside --currency. Give both, as --rate 25.00 --currency EUR.',
      );
    }
    return before;
  }
  if (currency === undefined) {
    throw usageError(
      'rate: expected --currency beside --rate. Give both, as --rate 25.00 --currency EUR.',
    );
  }
  return { amount: minorUnits(options.rate, currency), currency };
}

/** The venue with what the options say of it. */
export function venueOf(options: ProfileOptions, before: Json<Venue>): Json<Venue> {
  const latitude = options.latitude ?? before.latitude;
  const longitude = options.longitude ?? before.longitude;
  if ((latitude === undefined) !== (longitude === undefined)) {
    throw usageError(
      'place: expected both --latitude and --longitude. Give both, as --latitude -37.8136 --longitude 144.9631.',
    );
  }
  return {
    ...before,
    ...(options.venueName !== undefined && { name: options.venueName }),
    ...(options.address !== undefined && { address: options.address }),
    ...(options.latitude !== undefined && { latitude: options.latitude }),
    ...(options.longitude !== undefined && { longitude: options.longitude }),
    ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
  };
}

/**
 * Venues under a new name of their space: those that bore its old one, or none of their own yet,
 * follow.
 */
export function renamedVenues<T extends { readonly name: string }>(
  venues: readonly T[],
  before: string,
  after: string,
): readonly T[] {
  return venues.map((venue) =>
    venue.name === before || venue.name === PLACEHOLDER_NAME ? { ...venue, name: after } : venue,
  );
}

/** The profile that a new space begins with. */
export function newProfile(
  options: ProfileOptions,
  signed: number,
  node: string | null,
): ProfileEntry {
  const name = options.name ?? PLACEHOLDER_NAME;
  const venue = venueOf(options, {
    id: 'main',
    name: options.venueName ?? name,
    address: '',
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    amenities: [],
  });
  return {
    type: 'profile',
    signed,
    name,
    open: true,
    venues: [venue],
    rate: rateOf(options, null),
    offer: {},
    languages: options.language ?? [],
    node,
  };
}

/** The currency of our space's rate. @throws CommandError RATE_MISSING */
export async function hostCurrency(session: Session): Promise<string> {
  const profile = await session.client().get<Json<ProfileEntry>>('/api/profile');
  if (profile.rate !== null) return profile.rate.currency;
  throw new CommandError(
    'RATE_MISSING',
    'amount: this space has no regular rate and so no currency. Set one with covisa profile set --rate 25.00 --currency EUR.',
  );
}
