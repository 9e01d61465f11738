/** The time of day in what is shown, by the device's clock. */

import type { Seconds } from '@covisa/protocol';
import { useEffect, useState } from 'preact/hooks';
import { every, nowSeconds } from '../platform/clock.js';

/** Now, renewed every so many seconds. */
export function useNow(everySeconds: Seconds): Seconds {
  const [now, setNow] = useState(nowSeconds);
  useEffect(() => every(everySeconds * 1000, () => setNow(nowSeconds())), [everySeconds]);
  return now;
}
