/** What a poster's link says after its `#`: `SPACE.VENUE`. Pure. */

import { type SpaceId, spaceId } from '@covisa/protocol';

/** A venue of a space. */
export interface Poster {
  readonly space: SpaceId;
  readonly venue: string;
}

/** Reads a fragment; null for anything else. */
export function parsePoster(fragment: string): Poster | null {
  const [, space = '', venue = ''] = /^([^.]+)\.(.+)$/u.exec(fragment) ?? [];
  try {
    return { space: spaceId.parse(space), venue };
  } catch {
    return null;
  }
}
