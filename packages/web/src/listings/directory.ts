/** The directory and the programmes of the page's own node, as everybody may read them. */

import type { Listing, SpaceId } from '@covisa/protocol';
import { call } from '../platform/network.js';
import type { NameOf } from '../terms/terms-texts.js';
import type { Programme } from './programme.js';

/** What a directory page shows. */
export interface Directory {
  readonly listings: readonly Listing[];
  readonly programmes: readonly Programme[];
}

/** Loads both. @throws Unreachable; Refused */
export async function loadDirectory(): Promise<Directory> {
  const get = <T>(url: string): Promise<T> => call({ method: 'GET', url, cookies: false });
  const [listings, programmes] = await Promise.all([
    get<readonly Listing[]>('/covisa/v1/directory'),
    get<readonly Programme[]>('/covisa/v1/programmes'),
  ]);
  return { listings, programmes };
}

/** Names spaces by what is listed; by the beginning of the id where that says no name. */
export function namesOf(listings: readonly Listing[]): NameOf {
  const names = new Map<SpaceId, string>();
  for (const { space, name } of listings) if (name !== null) names.set(space, name);
  return (space) => names.get(space) ?? `${space.slice(0, 8)}…`;
}
