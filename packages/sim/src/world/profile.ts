/** What a simulated space says of itself. */

import type { ProfileEntry } from '@covisa/protocol';

/** A plain profile, with what is said instead. */
export function profileOf(
  space: { readonly name: string; readonly url: string | null; readonly now: number },
  timeZone = 'UTC',
  instead: Partial<ProfileEntry> = {},
): ProfileEntry {
  const venue = {
    ...{ id: 'main', name: 'Main', address: '1 Main Street', latitude: 0, longitude: 0 },
    ...{ timeZone, amenities: [] },
  };
  return {
    ...{ type: 'profile', signed: space.now, name: space.name, open: true, venues: [venue] },
    ...{ rate: { amount: 2500, currency: 'EUR' }, offer: {}, languages: ['en'], node: space.url },
    ...instead,
  };
}
