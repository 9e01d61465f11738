/** Where the device is: the only place where the pages ask for it. It is told to nobody. */

import type { Place } from '@covisa/protocol';

const TIMEOUT_MILLISECONDS = 15_000;
/** A place that was known a minute ago is taken: nobody has gone far. */
const AGE_MILLISECONDS_MAX = 60_000;

/** The device's place, if the person agrees; null where it is refused or not known. */
export function devicePlace(): Promise<Place | null> {
  if (!('geolocation' in navigator) || !isSecureContext) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(null),
      { maximumAge: AGE_MILLISECONDS_MAX, timeout: TIMEOUT_MILLISECONDS },
    );
  });
}
