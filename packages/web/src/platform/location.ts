/** Where this device is, if the person allows it to be asked. */

import type { Place } from '@covisa/protocol';

const TIMEOUT_MILLISECONDS = 15_000;

/** The device's place, to about ten metres; null: it is not known, or may not be asked. */
export function deviceLocation(): Promise<Place | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      () => resolve(null),
      { timeout: TIMEOUT_MILLISECONDS, maximumAge: 60_000 },
    );
  });
}
