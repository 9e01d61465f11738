/** What an owner decides on rosters: the next one, which to sign, which of several to follow. */

import {
  checkTerms,
  draftNextRoster,
  type PendingRoster,
  type ProgrammeState,
  type RosterEntry,
  type RosterHash,
  type Seconds,
  type SpaceId,
  TERMS_SIGNED_WITHIN_DAYS,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Amendment } from '../services.js';

interface Facts {
  readonly time: Seconds;
  /** Members that were not heard of for so long that they may be left out. */
  readonly silent: readonly SpaceId[];
  /** How many entries of a space's log are here. */
  readonly sizeOf: (space: SpaceId) => number;
}

/** The roster that an amendment comes to. @throws ProtocolError ROSTER_INVALID, TERMS_INVALID */
export function amendedRoster(
  state: ProgrammeState,
  { seatAdmitted, add, remove, leaveOutSilent = false, ...rest }: Amendment,
  { time, silent, sizeOf }: Facts,
): RosterEntry {
  if (rest.terms) checkTerms(rest.terms);
  const seats = seatAdmitted ? state.admitted : [];
  return draftNextRoster(state.roster, {
    time,
    add: [...new Set([...seats, ...add])],
    remove: remove.map((space) => ({ space, size: sizeOf(space) })),
    silent: leaveOutSilent ? silent : [],
    ...rest,
  });
}

/**
 * The roster to sign: the one that is named, or the only one that waits.
 * @throws NodeError NOT_FOUND
 */
export function signable(
  { pending, rivals, resting }: ProgrammeState,
  roster: string | null,
): PendingRoster {
  const open =
    roster === null
      ? pending
      : [...pending, ...rivals, ...resting].filter((one) => one.hash === roster);
  const [found] = open;
  if (found && open.length === 1) return found;
  throw new NodeError(
    'NOT_FOUND',
    `roster: expected one that waits, got ${open.length} of ${pending.length}`,
    { remedy: '`covisa programme show` lists those that wait; name one of them.' },
  );
}

/** Checks that a roster may be signed at `now`. @throws NodeError ROSTER_OLD */
export function checkRecent({ version, terms, time }: RosterEntry, now: Seconds): void {
  // Before it is founded a programme has promised nobody anything.
  if (version === 0) return;
  // PROG-13: a node signs no roster that changes terms and is dated more than seven days back: the
  // notice that members were promised runs from that date.
  if (terms === undefined || now - time <= TERMS_SIGNED_WITHIN_DAYS * 86_400) return;
  throw new NodeError(
    'ROSTER_OLD',
    `roster: expected changed terms of the last ${TERMS_SIGNED_WITHIN_DAYS} days, got older ones`,
    { remedy: 'Change the terms by a new roster, dated today.' },
  );
}

/** The others that hold beside a roster. @throws NodeError NOT_FOUND where there are none */
export function othersBeside(state: ProgrammeState, roster: RosterHash): readonly RosterHash[] {
  const siblings = state.siblings.find(({ rosters }) => rosters.includes(roster));
  if (siblings) return siblings.rosters.filter((one) => one !== roster);
  throw new NodeError('NOT_FOUND', 'roster: expected one of several that hold, got another', {
    remedy: '`covisa programme show` lists rosters among which you can choose.',
  });
}
