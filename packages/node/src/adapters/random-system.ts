/** The machine's source of chance: the only place that draws random bytes. */

import { randomBytes } from 'node:crypto';
import type { Random } from '../ports.js';

/** The operating system's random bytes. */
export const systemRandom: Random = {
  // A copy: small Buffers are views into a pool that later draws would share.
  bytes: (length) => new Uint8Array(randomBytes(length)),
};
