/** The order of space ids: that of their 32 bytes, which is not that of their texts. */

import type { SpaceId } from '../ids.js';
import { parseBase64url } from './base64url.js';
import { compareBytes } from './bytes.js';

/** Orders space ids by their bytes. */
export function compareSpaces(left: SpaceId, right: SpaceId): number {
  return left === right ? 0 : compareBytes(parseBase64url(left), parseBase64url(right));
}

/** Space ids in the order of their bytes, each once. */
export function sortSpaces(spaces: Iterable<SpaceId>): readonly SpaceId[] {
  const pairs = [...new Set(spaces)].map((space) => [space, parseBase64url(space)] as const);
  return pairs.sort((a, b) => compareBytes(a[1], b[1])).map(([space]) => space);
}
