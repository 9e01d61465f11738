/** The land for a view: coarse at first, fine once it is magnified. */

import { useEffect, useState } from 'preact/hooks';
import { type LandDetail, landPath } from './land.js';

/** From here on the coarse outline looks like what it is. */
const FINE_SCALE = 2400;

/** The path of the land; null until there is one, and where it cannot be loaded. */
export function useLand(scale: number): string | null {
  const detail: LandDetail = scale > FINE_SCALE ? 'fine' : 'coarse';
  const [path, setPath] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    landPath(detail).then(
      (loaded) => isCurrent && setPath(loaded),
      // Without the land, or with the coarse one, the places still are where they are.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [detail]);
  return path;
}
