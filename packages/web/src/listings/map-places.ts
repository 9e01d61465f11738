/** Listings as places on a map. */

import { type Listing, placeOf, type SpaceId } from '@covisa/protocol';
import type { MapPlace } from '../map/marks.js';

/** Every venue whose place is known. The id is `<space>/<venue>`. */
export function mapPlaces(listings: readonly Listing[]): readonly MapPlace[] {
  return listings.flatMap(({ space, name, status, venues }) =>
    venues.flatMap((venue) => {
      const place = placeOf(venue);
      if (place === null) return [];
      const label = venues.length === 1 ? (name ?? venue.name) : venue.name;
      const tone = status === 'quiet' ? 'quiet' : 'plain';
      return [{ id: `${space}/${venue.id}`, label, tone, ...place }];
    }),
  );
}

/** The listing that a place on the map belongs to. */
export function listingAt(listings: readonly Listing[], placeId: string): Listing | null {
  const space = placeId.split('/')[0] ?? '';
  return listings.find((one) => one.space === space) ?? null;
}

/** The id of the first place of a space on the map; null where it has none. */
export function placeIdOf(places: readonly MapPlace[], space: SpaceId | null): string | null {
  return places.find(({ id }) => id.split('/')[0] === space)?.id ?? null;
}
