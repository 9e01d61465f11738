/**
 * Keys of callers that stand in the body of their request, since the engine cannot know them yet:
 * of an applicant, of a space that has just resumed, and of an owner with nothing but the recovery
 * key.
 */

import {
  ENTRY_BYTES_MAX,
  type Entry,
  encodeBase64url,
  parseBase64url,
  parseEntry,
  parseUtf8,
  recoveryDigest,
  type Sha256,
  type SpaceId,
} from '@covisa/protocol';
import { retrievalRequest } from '../engine/gossip/resumes.js';

/**
 * Lines after the header that are looked at: an applicant sends its own log first. Bounds what a
 * stranger can cost.
 */
const LINES_MAX = 8;
const NEWLINE = 0x0a;

/** The first lines of a sync body after its header. */
function* firstLines(body: Uint8Array): Generator<Uint8Array> {
  let start = body.indexOf(NEWLINE) + 1;
  for (let line = 0; line < LINES_MAX && start > 0; line++) {
    const end = body.indexOf(NEWLINE, start);
    if (end < 0 || end - start > ENTRY_BYTES_MAX) return;
    yield body.subarray(start, end);
    start = end + 1;
  }
}

/**
 * The peer key (32 bytes) that holds in the openings of `applicant` which a sync body brings: its
 * inception, and the resumes that follow it; or null. An inception is as true as the id, since
 * nobody finds another one with the same hash; whether the recovery key has signed the resumes is
 * seen where they are taken.
 */
export function applicantKey(
  applicant: SpaceId,
  body: Uint8Array,
  sha256: Sha256,
): Uint8Array | null {
  let key: Uint8Array | null = null;
  let incarnation = 0;
  for (const bytes of firstLines(body)) {
    if (incarnation === 0) {
      if (encodeBase64url(sha256(bytes)) !== applicant) continue;
      key = peerKeyIn(parseEntry(bytes));
    } else {
      const entry = parseEntry(bytes);
      const isNext = entry.type === 'resume' && entry.incarnation === incarnation;
      if (!isNext || entry.space !== applicant) break;
      key = peerKeyIn(entry);
    }
    incarnation += 1;
  }
  return key;
}

/**
 * The peer key (32 bytes) in the resume of `space` that a sync body starts with, or null. Whether
 * the recovery key has signed it is seen where it is taken.
 */
export function resumedKey(space: SpaceId, body: Uint8Array): Uint8Array | null {
  const [first] = firstLines(body);
  const entry = first && parseEntry(first);
  return entry?.type === 'resume' && entry.space === space ? peerKeyIn(entry) : null;
}

/** The recovery key (32 bytes) in a request for one's own logs, if its digest is `digest`. */
export function recoveryKeyIn(digest: string, body: Uint8Array): Uint8Array | null {
  let value: unknown;
  try {
    value = JSON.parse(parseUtf8(body));
  } catch {
    return null;
  }
  const key = parseBase64url(retrievalRequest.parse(value).recovery);
  return recoveryDigest(key) === digest ? key : null;
}

function peerKeyIn(entry: Entry): Uint8Array | null {
  const isOpening = entry.type === 'inception' || entry.type === 'resume';
  return isOpening ? parseBase64url(entry.peer) : null;
}
