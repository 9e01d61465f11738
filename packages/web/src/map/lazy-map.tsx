/** The map, loaded when it is first shown; until then, and where it cannot be loaded, its place. */

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { WorldMapProps } from './world-map.js';
import './map.css';

type WorldMap = ComponentType<WorldMapProps>;

/** As `WorldMap`, in a file of its own that is loaded now. */
export function LazyMap(props: WorldMapProps) {
  // In an object: a function would be taken for one that makes the next state.
  const [loaded, setLoaded] = useState<{ readonly view: WorldMap } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    import('./world-map.js').then(
      ({ WorldMap: view }) => isCurrent && setLoaded({ view }),
      // The list beside the map says the same.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  if (loaded === null) return <div class="map" />;
  const { view: View } = loaded;
  return <View {...props} />;
}
