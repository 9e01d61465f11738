/** What the page's own space says of itself, as everybody may read it. */

import type { ProfileEntry, SpaceId } from '@covisa/protocol';
import { call } from '../platform/network.js';
import type { Programme } from './programme.js';

/** The space of the page's node. */
export type OwnSpace = ProfileEntry & { readonly space: SpaceId };

/** The space, and the programmes that it takes part in. */
export interface OwnPage {
  readonly own: OwnSpace;
  readonly programmes: readonly Programme[];
}

/** Loads both. @throws Unreachable; Refused */
export async function loadOwnPage(): Promise<OwnPage> {
  const get = <T>(url: string): Promise<T> => call({ method: 'GET', url, cookies: false });
  const [own, programmes] = await Promise.all([
    get<OwnSpace>('/covisa/v1/profile'),
    get<readonly Programme[]>('/covisa/v1/programmes'),
  ]);
  return { own, programmes };
}
