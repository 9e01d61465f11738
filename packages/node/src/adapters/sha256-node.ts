/** SHA-256 by node:crypto: some ten times faster than the portable one on the bodies of a sync. */

import { createHash } from 'node:crypto';
import type { Sha256 } from '@covisa/protocol';

/** SHA-256 (FIPS 180-4), 32 bytes. */
export const nodeSha256: Sha256 = (bytes) =>
  new Uint8Array(createHash('sha256').update(bytes).digest());
