/**
 * The great-circle distance between two places on earth: the one that terms and directory share.
 */

/** Mean earth radius in metres (IUGG R1). */
const EARTH_RADIUS_METRES = 6_371_008.8;

/** A place in degrees: latitude north, longitude east. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** The place of what may have none: both coordinates, or null. */
export function placeOf(one: Partial<Place>): Place | null {
  const { latitude, longitude } = one;
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude };
}

function haversine(radians: number): number {
  return Math.sin(radians / 2) ** 2;
}

/**
 * Great-circle distance in whole metres, by the haversine formula on a sphere (error below 0.6 %).
 */
export function distanceMetres(from: Place, to: Place): number {
  const radians = Math.PI / 180;
  const h =
    haversine((to.latitude - from.latitude) * radians) +
    Math.cos(from.latitude * radians) *
      Math.cos(to.latitude * radians) *
      haversine((to.longitude - from.longitude) * radians);
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** Great-circle distance in kilometres, to the metre. */
export function distanceKilometres(from: Place, to: Place): number {
  return distanceMetres(from, to) / 1000;
}
