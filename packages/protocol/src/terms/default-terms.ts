/** The terms that a new programme starts from. */

import type { Terms } from './terms.js';

/**
 * Three free days for each host and visa year, then the regular rate; at most ten free days a month
 * of one home at one host, since a home could mint members; the host bears what a partition gave in
 * excess.
 */
export const DEFAULT_TERMS: Terms = {
  allowances: [
    { days: 3, count: 'host', window: 'visa-year' },
    { days: 10, count: 'home-at-host', window: 'calendar-month' },
  ],
  after: { kind: 'regular' },
  party: { companions: 0 },
  staticVisas: 'allowed',
  photoId: 'static',
  offline: {
    homeAgeHours: { lower: 24, upper: 168 },
    freePerHomeAndDay: { lower: 3, upper: 6 },
  },
  reciprocity: 'host',
  hostDecides: ['distance', 'notice', 'hours', 'blackout', 'capacity', 'party', 'halfDays'],
  overspend: 'host',
  lateEntry: { days: 2, correctWithinHours: 24, otherwise: 'pay' },
  noShows: 'count',
  changes: { termsNoticeDays: 30 },
  marketing: 'home',
};
