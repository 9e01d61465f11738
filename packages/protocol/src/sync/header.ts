/**
 * The header of a sync message: its shape, bounded in every member. What the members are for: see
 * message.ts.
 */

import { key32, programmeId, spaceId } from '../bytes/fields.js';
import { bool, integer, list, literal, open, optional, type Shaped, text } from '../bytes/shape.js';
import {
  LOG_SIZE_MAX,
  NOTE_CHARACTERS_MAX,
  PROOF_HASHES_MAX,
  PRUNED_HASHES_MAX,
  PRUNED_STAYS_MAX,
  SYNC_CURSOR_CHARACTERS_MAX,
  SYNC_ENTRIES_MAX,
  SYNC_FORKS_MAX,
  SYNC_FRONTIER_MAX,
  SYNC_HEARTBEATS_MAX,
  SYNC_PROGRAMMES_MAX,
  SYNC_RANGES_MAX,
  SYNC_WANTS_MAX,
} from '../limits.js';
import { incarnation } from '../log/checkpoint.js';
import { forkProof } from '../log/fork.js';
import { frontierLine } from './frontier.js';

const note = text({ min: 1, max: NOTE_CHARACTERS_MAX, what: 'a signed note' });
const heartbeatLine = text({
  min: 1,
  max: 400,
  pattern: /^— [^\n]+$/,
  what: 'a heartbeat line',
});
const cursor = text({
  min: 0,
  max: SYNC_CURSOR_CHARACTERS_MAX,
  pattern: /^[A-Za-z0-9_.:-]*$/,
  what: 'a cursor',
});
const size = integer(0, LOG_SIZE_MAX);

/**
 * Asks for the entries of a log from index `from` on, and for its latest heartbeat. Of a shelf,
 * `from` counts strays in the order of their hashes.
 */
export const syncWant = open({
  space: spaceId,
  incarnation,
  from: size,
  /** Asks for no entry from this index on: of an applicant's log only the opening is kept. */
  to: optional(size),
  /**
   * Asks for no entries, but for the largest checkpoint with a proof from `from` entries to it; for
   * 0, for the first entry. What a search for a fork asks for: many of one log at once.
   */
  bare: optional(bool),
  /** Asks for the proof that the log has forked. */
  fork: optional(bool),
});

/**
 * Announces `count` entries from index `from` on, with their evidence. Of a shelf each stray is a
 * range of its own: `from` is its index in the log, `count` 1, `proof` that of its inclusion.
 */
export const syncRange = open({
  space: spaceId,
  incarnation,
  from: size,
  count: integer(0, SYNC_ENTRIES_MAX),
  checkpoint: note,
  /** The latest heartbeat, over this same checkpoint. */
  heartbeat: optional(heartbeatLine),
  /** From `from` + `count` to the checkpoint's size, where they differ. */
  proof: optional(list(key32, PROOF_HASHES_MAX)),
  /**
   * Some entries from `from` to `to` are left out. The range's first line is the log's entry
   * `index`, which sums up what stays; then come the entries that stay. `stays` are the indices of
   * all that it sums up, `hashes` stand for what is left out, and `inclusion` proves the entry.
   */
  pruned: optional(
    open({
      index: size,
      inclusion: list(key32, PROOF_HASHES_MAX),
      stays: list(size, PRUNED_STAYS_MAX),
      to: size,
      hashes: list(key32, PRUNED_HASHES_MAX),
    }),
  ),
});

/** The latest heartbeat of a log, with the checkpoint that it is over. */
export const syncHeartbeat = open({
  space: spaceId,
  incarnation,
  checkpoint: note,
  line: heartbeatLine,
});

const digests = list(open({ programme: programmeId, digest: key32 }), SYNC_PROGRAMMES_MAX);

/** The header line. */
export const syncHeader = open({
  sync: literal(1),
  digests,
  /**
   * The receiver's digests with which a whole exchange ended and moved nothing, when the sender's
   * were these same `digests`: if they still hold, there is nothing more to exchange.
   */
  settled: optional(digests),
  /** The cursor that the receiver gave before: its frontier lines are wanted from there on. */
  since: optional(cursor),
  /** The sender's own cursor, which means nothing to the receiver but to give it back. */
  cursor: optional(cursor),
  /** `frontier` is the whole of the sender's frontier of these programmes. */
  full: optional(bool),
  frontier: optional(list(frontierLine, SYNC_FRONTIER_MAX)),
  wants: optional(list(syncWant, SYNC_WANTS_MAX)),
  ranges: optional(list(syncRange, SYNC_RANGES_MAX)),
  heartbeats: optional(list(syncHeartbeat, SYNC_HEARTBEATS_MAX)),
  /** What shows that logs have forked. */
  forks: optional(list(forkProof, SYNC_FORKS_MAX)),
  /** The largest checkpoint that the sender holds of the receiver's own log. */
  echo: optional(note),
  /** The sender's cosignature over the largest checkpoint that it holds of the receiver's log. */
  cosignature: optional(heartbeatLine),
  /** The sender's own latest heartbeat. */
  beat: optional(heartbeatLine),
});

export type SyncHeader = Shaped<typeof syncHeader>;
export type SyncWant = Shaped<typeof syncWant>;
export type SyncRange = Shaped<typeof syncRange>;
export type SyncHeartbeat = Shaped<typeof syncHeartbeat>;
