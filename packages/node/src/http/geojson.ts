/** The directory as GeoJSON (RFC 7946), for maps that others draw. */

import { type Listing, placeOf, type Venue } from '@covisa/protocol';

/** One venue whose place is known. */
interface Feature {
  readonly type: 'Feature';
  /** `<space id>/<venue id>`. */
  readonly id: string;
  readonly geometry: {
    readonly type: 'Point';
    /** Longitude, then latitude. */
    readonly coordinates: readonly [number, number];
  };
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The venues of some listings. */
interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature[];
}

/** The venues of listings; those that have not given their place are left out. */
export function featureCollection(listings: readonly Listing[]): FeatureCollection {
  const features = listings.flatMap((listing) =>
    listing.venues.flatMap((venue) => feature(listing, venue)),
  );
  return { type: 'FeatureCollection', features };
}

function feature(listing: Listing, venue: Venue): readonly Feature[] {
  const place = placeOf(venue);
  if (place === null) return [];
  const { space, status, heartbeat, languages, rate, site, node } = listing;
  const { id, address, timeZone, amenities, seats = null, hours = null } = venue;
  const names = { name: listing.name, venueName: venue.name };
  return [
    {
      type: 'Feature',
      id: `${space}/${id}`,
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: {
        ...{ space, venue: id, ...names, address, timeZone, status, heartbeat },
        ...{ hours, seats, amenities, languages, rate, site, node },
      },
    },
  ];
}
