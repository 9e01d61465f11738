/** The shapes of the values that many documents share: ids, keys, dates, instants, places. */

import { ProtocolError } from '../errors.js';
import type { CalendarDate, Marker, ProgrammeId, RosterHash, SpaceId } from '../ids.js';
import { SECONDS_MAX } from '../limits.js';
import { isInCalendar } from './dates.js';
import { integer, type Shape, text } from './shape.js';

/** 32 bytes in base64url: 43 characters, the last of which has two unused bits that are zero. */
function hash32<T extends string>(what: string): Shape<T> {
  return text<T>({ min: 43, max: 43, pattern: /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, what });
}

export const spaceId = hash32<SpaceId>('a space id');
export const programmeId = hash32<ProgrammeId>('a programme id');
export const rosterHash = hash32<RosterHash>('a roster hash');
/** A public key or digest of 32 bytes. */
export const key32 = hash32<string>('32 bytes in base64url');
/** An Ed25519 signature: 64 bytes in base64url, 86 characters. */
export const signature64 = text({
  min: 86,
  max: 86,
  pattern: /^[A-Za-z0-9_-]{85}[AQgw]$/,
  what: 'a signature of 64 bytes in base64url',
});
/** 16 bytes in base64url: 22 characters, the last of which has four unused bits that are zero. */
export const marker = text<Marker>({
  min: 22,
  max: 22,
  pattern: /^[A-Za-z0-9_-]{21}[AQgw]$/,
  what: 'a marker',
});
const dateText = text<CalendarDate>({
  min: 10,
  max: 10,
  pattern: /^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  what: 'a date YYYY-MM-DD',
});
/**
 * `YYYY-MM-DD`, years 2000 to 2999, a date that the calendar has: a JSON Schema cannot tell
 * 30 February.
 */
export const calendarDate: Shape<CalendarDate> = {
  parse(value, path = '') {
    const date = dateText.parse(value, path);
    if (isInCalendar(date)) return date;
    const what = path === '' ? 'document' : path;
    const message = `${what}: expected a date of the calendar, got ${date}`;
    throw new ProtocolError('SHAPE_INVALID', message, { path });
  },
  schema: dateText.schema,
};
/** Whole seconds since 1970, up to the year 9999. */
export const seconds = integer(0, SECONDS_MAX);
/** A venue's id within its space. */
export const venueId = text({
  min: 1,
  max: 16,
  pattern: /^[a-z0-9-]+$/,
  what: 'a venue id (a-z, 0-9, -)',
});
/** ISO 4217 code. */
export const currency = text({ min: 3, max: 3, pattern: /^[A-Z]{3}$/, what: 'a currency code' });
