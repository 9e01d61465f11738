/** A venue as it is typed, and as a profile says it. */

import type { Venue } from '@covisa/protocol';
import { type HoursDraft, hoursDraft, parseHours, USUAL_HOURS } from './hours-draft.js';

/** Texts as they stand in the fields. */
export interface VenueDraft {
  readonly name: string;
  readonly address: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly timeZone: string;
  /** Null: the hours are not stated. */
  readonly hours: HoursDraft | null;
  readonly seats: string;
  /** Separated by commas. */
  readonly amenities: string;
}

/** Fields that can be wrong. */
export type VenueProblem =
  | 'name'
  | 'address'
  | 'place'
  | 'timeZone'
  | 'hours'
  | 'seats'
  | 'amenities';

const AMENITY_CHARACTERS_MAX = 40;
const AMENITIES_MAX = 40;
const SEATS_MAX = 100_000;

/** An empty venue in a time zone. */
export function newVenueDraft(timeZone: string): VenueDraft {
  return {
    name: '',
    address: '',
    latitude: '',
    longitude: '',
    timeZone,
    hours: USUAL_HOURS,
    seats: '',
    amenities: '',
  };
}

/** What a profile says, to be edited. */
export function venueDraft(venue: Venue): VenueDraft {
  return {
    name: venue.name,
    address: venue.address,
    latitude: venue.latitude === undefined ? '' : String(venue.latitude),
    longitude: venue.longitude === undefined ? '' : String(venue.longitude),
    timeZone: venue.timeZone,
    hours: venue.hours === undefined ? null : hoursDraft(venue.hours),
    seats: venue.seats === undefined ? '' : String(venue.seats),
    amenities: venue.amenities.join(', '),
  };
}

/** Names separated by commas, each once. */
export function parseNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Degrees with a point or a comma; null: none, or out of range. */
export function parseDegrees(text: string, max: number): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^[+-]?\d{1,3}(\.\d{1,12})?$/u.test(plain)) return null;
  const degrees = Number(plain);
  return Math.abs(degrees) <= max ? degrees : null;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null && name !== '';
  } catch {
    return false;
  }
}

type Facts = Omit<Venue, 'id'>;

/**
 * The venue, without its id; or the fields that are wrong. A venue without a name of its own is
 * called as `fallbackName`.
 */
export function parseVenue(
  draft: VenueDraft,
  fallbackName: string,
): { readonly venue: Facts } | { readonly wrong: readonly VenueProblem[] } {
  const name = draft.name.trim() === '' ? fallbackName.trim() : draft.name.trim();
  const amenities = parseNames(draft.amenities);
  const place = parsePlace(draft);
  const hours = draft.hours === null ? null : parseHours(draft.hours);
  const wrong: VenueProblem[] = [];
  if (name === '' || name.length > 80) wrong.push('name');
  if (draft.address.trim().length > 300) wrong.push('address');
  if (place === 'wrong') wrong.push('place');
  if (!isTimeZone(draft.timeZone.trim())) wrong.push('timeZone');
  if (hours !== null && 'wrong' in hours) wrong.push('hours');
  if (!isSeats(draft.seats)) wrong.push('seats');
  if (!areAmenities(amenities)) wrong.push('amenities');
  if (wrong.length > 0 || place === 'wrong') return { wrong };
  const seats = draft.seats.trim();
  return {
    venue: {
      name,
      address: draft.address.trim(),
      ...place,
      timeZone: draft.timeZone.trim(),
      ...(hours !== null && 'hours' in hours && { hours: hours.hours }),
      ...(seats !== '' && { seats: Number(seats) }),
      amenities: [...amenities],
    },
  };
}

function parsePlace(draft: VenueDraft): { latitude?: number; longitude?: number } | 'wrong' {
  if (draft.latitude.trim() === '' && draft.longitude.trim() === '') return {};
  const latitude = parseDegrees(draft.latitude, 90);
  const longitude = parseDegrees(draft.longitude, 180);
  return latitude === null || longitude === null ? 'wrong' : { latitude, longitude };
}

function isSeats(text: string): boolean {
  const seats = text.trim();
  return seats === '' || (/^\d{1,6}$/u.test(seats) && Number(seats) <= SEATS_MAX);
}

function areAmenities(names: readonly string[]): boolean {
  return (
    names.length <= AMENITIES_MAX && names.every((name) => name.length <= AMENITY_CHARACTERS_MAX)
  );
}
