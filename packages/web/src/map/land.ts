/** The outline of the land as the path of an SVG, loaded when a map first needs it. */

import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

/** TopoJSON, as `feature` takes it. */
type Land = Parameters<typeof feature>[0];
/** `coarse`: for the whole world; `fine`: for when it is magnified. */
export type LandDetail = 'coarse' | 'fine';

/** Units of the path a side of the world: view.ts has 1. */
export const LAND_UNITS = 1000;

const loaded = new Map<LandDetail, Promise<string>>();

async function load(detail: LandDetail): Promise<string> {
  const { default: topology } =
    detail === 'coarse'
      ? await import('world-atlas/land-110m.json')
      : await import('world-atlas/land-50m.json');
  if (!isLand(topology)) throw new Error('land: expected the outlines of world-atlas');
  return pathOf(topology, detail === 'coarse' ? 1 : 2);
}

/** The build knows the file's shape as far as its numbers; this is what it is. */
function isLand(value: { readonly type: string; readonly objects: object }): value is Land {
  return value.type === 'Topology';
}

function pathOf(topology: Land, digits: number): string {
  const projection = geoMercator()
    .scale(LAND_UNITS / (2 * Math.PI))
    .translate([LAND_UNITS / 2, LAND_UNITS / 2])
    .precision(0);
  const { land } = topology.objects;
  if (land === undefined) throw new Error('land: expected the outlines of world-atlas');
  return geoPath(projection).digits(digits)(feature(topology, land)) ?? '';
}

/** The path; one that could not be loaded is asked for again the next time. */
export function landPath(detail: LandDetail): Promise<string> {
  const path = loaded.get(detail) ?? load(detail);
  loaded.set(detail, path);
  path.catch(() => loaded.delete(detail));
  return path;
}
