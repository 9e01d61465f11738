/** Dates where the space is: those of its first venue, wherever this browser stands. */

import { addDays, localDate, type Seconds } from '@covisa/protocol';
import type { ProfileView } from '../../api/owner-views.js';

type Venues = Pick<ProfileView, 'venues'>;

function thereAt({ venues: [venue] }: Venues, instant: Seconds) {
  return localDate(instant, venue?.timeZone ?? 'UTC');
}

/** The space's date at an instant. */
export function dateThere(space: Venues, instant: Seconds): string {
  return thereAt(space, instant);
}

/** The days up to that date, and as many before it; both ends belong to them. */
export function lastDays(days: number, space: Venues, instant: Seconds) {
  const to = thereAt(space, instant);
  return { from: addDays(to, -days), to };
}
