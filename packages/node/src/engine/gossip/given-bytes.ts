/**
 * How much of its own log a space that is no peer is given within an hour: a question has 400
 * bytes, and its answer up to 2 MiB. The limit is a year of a busy host's log, so whoever has lost
 * something has it back at once, or within some hours. In memory only, of spaces whose log is held.
 */

import type { Seconds, SpaceId } from '@covisa/protocol';
import { NodeError } from '../../errors.js';

/** Bytes for one space within an hour; what the last answer has more is not held against it. */
const BYTES_MAX = 16 * 1024 * 1024;
const GIVEN_SECONDS: Seconds = 3600;

interface Given {
  readonly since: Seconds;
  readonly bytes: number;
}

/** Of all spaces. */
export class GivenBytes {
  readonly #given = new Map<SpaceId, Given>();

  /** @throws NodeError RATE_LIMITED until an hour after the first of the answers */
  check(space: SpaceId, now: Seconds): void {
    const given = this.#given.get(space);
    // A clock that was set back begins anew: it gives one hour's share more.
    const isOld = given === undefined || now < given.since || now - given.since >= GIVEN_SECONDS;
    if (isOld) this.#given.delete(space);
    else if (given.bytes >= BYTES_MAX) {
      throw new NodeError('RATE_LIMITED', 'sync: too much of its own log for this space', {
        remedy: 'Wait an hour, then ask on from where the last answer ended.',
      });
    }
  }

  /** So much was given. */
  note(space: SpaceId, bytes: number, now: Seconds): void {
    const given = this.#given.get(space) ?? { since: now, bytes: 0 };
    this.#given.set(space, { ...given, bytes: given.bytes + bytes });
  }
}
