/** Operations of the chapter programme: from a set of logs and an instant to a state. */

import {
  directory,
  membersDigest,
  type PendingRoster,
  type PlacedGovernance,
  type ProfileEntry,
  type ProgrammeState,
  programmeId,
  programmeState,
  rosterHash,
  rosterHashOf,
  type Seconds,
  type SpaceId,
  seconds,
  shape,
  spaceId,
  thresholdOf,
} from '@covisa/protocol';
import { entriesOf, type Logs, logsShape, type ReadEntry, standing } from './logs.js';
import { anyText, count, many, type Operations, operation } from './operation.js';

const heartbeats = shape.record(/^[A-Za-z0-9_-]{43}$/u, seconds, 10_000);

/** The entries by which programmes are governed, of those that still count. */
export function governance(entries: readonly ReadEntry[]): readonly PlacedGovernance[] {
  return standing(entries).flatMap(({ bytes, entry, ...at }) => {
    switch (entry.type) {
      case 'roster':
        return { ...at, entry, hash: rosterHashOf(bytes) };
      case 'roster-signature':
      case 'endorsement':
      case 'leave':
      case 'return':
      case 'closing':
      case 'profile':
        return { ...at, entry, hash: null };
      default:
        return [];
    }
  });
}

function beats(of: shape.Shaped<typeof heartbeats>): ReadonlyMap<SpaceId, Seconds> {
  return new Map(Object.entries(of).map(([space, time]) => [spaceId.parse(space), time]));
}

function votes({ hash, have, needed, voters }: PendingRoster) {
  return { hash, have, needed, voters };
}

/** What a vector says of a state: all that other implementations have to agree on. */
function inShort(state: ProgrammeState) {
  const { roster } = state;
  return {
    founded: state.founded,
    name: state.name,
    purpose: state.purpose,
    roster: roster.hash,
    version: roster.version,
    isFinal: state.isFinal,
    termsVersion: state.termsVersion,
    threshold: roster.threshold,
    endorsements: roster.endorsements,
    chain: state.chain.map(({ hash }) => hash),
    members: state.members,
    admitted: state.admitted,
    applicants: state.applicants,
    left: state.left,
    closed: state.closed,
    removed: state.removed,
    pending: state.pending.map(votes),
    rivals: state.rivals.map(votes),
    resting: state.resting.map(votes),
    siblings: state.siblings.map(({ version, rosters, followed }) => ({
      ...{ version, rosters, followed },
    })),
  };
}

function profiles(logs: Logs): ReadonlyMap<SpaceId, ProfileEntry> {
  const latest = new Map<SpaceId, ProfileEntry>();
  for (const { space, entry } of standing(entriesOf(logs))) {
    if (entry.type === 'profile') latest.set(space, entry);
  }
  return latest;
}

function listings(input: {
  readonly programmes: readonly shape.Shaped<typeof programmeId>[];
  readonly logs: Logs;
  readonly heartbeats: shape.Shaped<typeof heartbeats>;
  readonly instant: Seconds;
}) {
  const { instant, logs } = input;
  const heard = beats(input.heartbeats);
  const entries = governance(entriesOf(logs));
  const states = input.programmes.flatMap(
    (programme) => programmeState({ programme, entries, heartbeats: heard, instant }) ?? [],
  );
  const listed = directory({ states, profiles: profiles(logs), heartbeats: heard, instant });
  return listed.map(({ space, status, reason, programmes, heartbeat, ageSeconds, name }) => ({
    ...{ space, status, reason, programmes, heartbeat, ageSeconds, name },
  }));
}

export const programmeOperations: Operations = {
  'members-digest': operation(shape.closed({ members: many(spaceId) }), ({ members }) => ({
    digest: membersDigest(members),
  })),
  'roster-hash': operation(shape.closed({ line: anyText }), ({ line }) => ({
    hash: rosterHashOf(new TextEncoder().encode(line)),
  })),
  'roster-threshold': operation(
    shape.closed({ threshold: shape.nullable(count), present: count }),
    ({ threshold, present }) => ({ needed: thresholdOf({ threshold }, present) }),
  ),
  'programme-state': operation(
    shape.closed({
      programme: programmeId,
      logs: logsShape,
      heartbeats,
      instant: seconds,
      chosen: many(rosterHash),
      forked: shape.optional(many(spaceId)),
    }),
    ({ programme, logs, heartbeats: heard, instant, chosen, forked = [] }) => {
      const entries = governance(entriesOf(logs));
      const hearing = { heartbeats: beats(heard), forked: new Set(forked) };
      const input = { programme, entries, ...hearing, instant, chosen };
      const state = programmeState(input);
      return { state: state === null ? null : inShort(state) };
    },
  ),
  directory: operation(
    shape.closed({
      programmes: many(programmeId),
      logs: logsShape,
      heartbeats,
      instant: seconds,
    }),
    (input) => ({ listings: listings(input) }),
  ),
};
