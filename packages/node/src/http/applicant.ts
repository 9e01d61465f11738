/**
 * Who applies is not known yet: its peer key stands in its inception, and its space id is the hash
 * of that.
 */

import {
  ENTRY_BYTES_MAX,
  encodeBase64url,
  parseBase64url,
  parseEntry,
  type Sha256,
  type SpaceId,
} from '@covisa/protocol';

/**
 * Lines after the header that are looked at: an applicant sends its own log first. Bounds what a
 * stranger can cost.
 */
const LINES_MAX = 8;
const NEWLINE = 0x0a;

/**
 * The peer key (32 bytes) in the inception of `applicant` that a sync body brings, or null. The key
 * is as true as the id: nobody finds another inception with the same hash.
 */
export function applicantKey(
  applicant: SpaceId,
  body: Uint8Array,
  sha256: Sha256,
): Uint8Array | null {
  let start = body.indexOf(NEWLINE) + 1;
  for (let line = 0; line < LINES_MAX && start > 0; line++) {
    const end = body.indexOf(NEWLINE, start);
    if (end < 0 || end - start > ENTRY_BYTES_MAX) return null;
    const bytes = body.subarray(start, end);
    if (encodeBase64url(sha256(bytes)) === applicant) return peerKeyIn(bytes);
    start = end + 1;
  }
  return null;
}

function peerKeyIn(bytes: Uint8Array): Uint8Array | null {
  const entry = parseEntry(bytes);
  return entry.type === 'inception' ? parseBase64url(entry.peer) : null;
}
