/** Vectors of the chapter programme: what a roster has to be. */

import {
  encodeBase64url,
  membersDigest,
  type RosterEntry,
  type RosterHash,
  type SpaceId,
  spaceId,
} from '@covisa/protocol';
import { DAY, INSTANT, MELBOURNE, seedOf } from '../material.js';
import { ids, member, Network } from '../network.js';
import { made, stateOf } from '../states.js';
import { type Vector, vectorsOf } from '../vector.js';

const digest = vectorsOf('members-digest');
const hashOf = vectorsOf('roster-hash');
const threshold = vectorsOf('roster-threshold');

function needs(title: string, given: number | null, present: number, needed: number): Vector {
  return threshold.ok(`threshold: ${title}`, 'ROSTER-6', { threshold: given, present }, { needed });
}

const zero = new Network(3);

const numbers: readonly Vector[] = [
  ...(
    [
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 3],
      [5, 3],
      [6, 5],
      [12, 9],
      [1000, 667],
    ] as const
  ).map(([n, needed]) => needs(`${needed} of ${n} by the default rule`, null, n, needed)),
  needs('one of its own', 4, 5, 4),
  needs('one of its own where fewer are there', 5, 4, 4),
  needs('one of its own is no less than a majority', 2, 6, 4),
  digest.ok(
    'the digest of members is of their sorted bytes',
    'ROSTER-5',
    { members: [...ids(3)].reverse() },
    { digest: membersDigest(ids(3)) },
  ),
  digest.ok(
    'the digest of members counts each once',
    'ROSTER-5',
    { members: [...ids(3), ...ids(3)] },
    { digest: membersDigest(ids(3)) },
  ),
  hashOf.ok(
    'the hash of a roster is that of its line',
    'ROSTER-2',
    { line: zero.logs[0]?.lines[1] },
    { hash: zero.zero },
  ),
];

/** A network in which a roster of three founders was signed by all, with this successor. */
function successor(change: (entry: RosterEntry) => RosterEntry): Network {
  const network = new Network(3);
  const entry = change(network.draft({ add: [member(3).id] }));
  return network.signAll([0, 1, 2], network.write(0, entry));
}

/** Ids of spaces that are nobody's. */
function strangerOf(n: number): SpaceId {
  return spaceId.parse(encodeBase64url(seedOf(`stranger ${n}`)));
}

function refused(title: string, rules: string, change: Partial<RosterEntry>): Vector {
  const network = successor((entry) => ({ ...entry, ...change }));
  return stateOf(`roster: ${title} does not count`, rules, network, { version: 0, pending: [] });
}

const bad = 'A'.repeat(43) as RosterHash;

/** A roster 0 that breaks a rule: then there is no programme. */
function noProgramme(title: string, rules: string, change: object): Vector {
  const other = new Network(2);
  const entry: object = JSON.parse(other.logs[0]?.lines[1] ?? '');
  const programme = other.write(0, JSON.stringify({ ...entry, ...change }));
  return stateOf(`roster 0: ${title} founds nothing`, rules, other, null, { programme });
}

const rosters: readonly Vector[] = [
  stateOf(
    'roster: one that all signed holds',
    'ROSTER-2 ROSTER-5',
    successor((entry) => entry),
    { version: 1, members: ids(4), isFinal: false },
  ),
  stateOf(
    'roster: it may change terms and threshold',
    'ROSTER-6 ROSTER-8',
    successor((entry) => ({ ...entry, terms: { after: { kind: 'refuse' } }, threshold: 3 })),
    { version: 1, termsVersion: 1, threshold: 3 },
  ),
  refused('one of another programme', 'ROSTER-2', {
    programme: bad as string as RosterEntry['programme'],
  }),
  refused('one that leaves a version out', 'ROSTER-2', { version: 2 }),
  refused('one that names another roster before it', 'ROSTER-2', { previous: bad }),
  refused('one that is dated before its predecessor', 'ROSTER-3', { time: INSTANT - 101 * DAY }),
  refused('one that names a space in two changes', 'ROSTER-4', {
    add: [member(3).id, member(3).id],
  }),
  refused('one that adds and removes a space', 'ROSTER-4', {
    remove: [{ space: member(3).id, size: 0 }],
  }),
  refused('one of 201 changes', 'ROSTER-4', {
    remove: Array.from({ length: 200 }, (_, i) => ({ space: strangerOf(i), size: 0 })),
  }),
  refused('one with the digest of other members', 'ROSTER-5', { members: membersDigest(ids(3)) }),
  refused('one with a threshold of half its members', 'ROSTER-6', { threshold: 2 }),
  refused('one with a threshold of more than its members', 'ROSTER-6', { threshold: 5 }),
  refused('one with terms that make no sense', 'ROSTER-8', {
    terms: { after: { kind: 'discount' } },
  }),
  noProgramme('one with a predecessor', 'ROSTER-1', { previous: bad }),
  noProgramme('one of a programme', 'ROSTER-1', { programme: bad }),
  noProgramme('one without a name', 'ROSTER-1', { name: undefined }),
  noProgramme('one without a purpose', 'ROSTER-1', { purpose: undefined }),
  noProgramme('one without terms', 'ROSTER-1', { terms: undefined }),
  noProgramme('one that removes somebody', 'ROSTER-1', {
    remove: [{ space: MELBOURNE.id, size: 0 }],
  }),
  noProgramme('one of version 1', 'ROSTER-1', { version: 1 }),
  noProgramme('one without founders', 'ROSTER-4', { add: [], members: membersDigest([]) }),
];

/** A vote for a good roster by two of three, one of whom signs this one after it. */
function signedAfter(entry: Partial<RosterEntry>): Network {
  const network = new Network(3);
  const before = network.roster();
  network.signAll([0, 1], network.propose({ name: 'Good' }, before));
  const other = { ...network.draft({ name: 'Other', add: [member(3).id] }, before), ...entry };
  network.sign(1, network.write(0, other), other.version);
  return network;
}

function leavesVote(title: string, rules: string, entry: Partial<RosterEntry>): Vector {
  const network = signedAfter(entry);
  const said = { version: 1, name: 'Good', pending: [], rivals: [] };
  return stateOf(`votes: ${title} takes no vote away`, `PROG-10 ${rules}`, network, said);
}

const unheld = made((one) => {
  one.signAll([0, 1], one.propose({ name: 'Good' }));
  one.sign(1, bad);
});
const soon = signedAfter({ time: INSTANT + 601 });

/** Two sign a roster of version 1 as one of version 2. */
const misnamed = made((one) => {
  const next = one.propose({ name: 'Misnamed' });
  one.sign(0, next);
  one.sign(1, next, 2);
});
const unfounded = made((one) => one.sign(2, one.zero, 1), 3, {}, 2);

const signatures: readonly Vector[] = [
  leavesVote('a roster that leaves a version out', 'ROSTER-2', { version: 2 }),
  leavesVote('a roster of another programme', 'ROSTER-2', {
    programme: bad as string as RosterEntry['programme'],
  }),
  leavesVote('a roster that is dated before its predecessor', 'ROSTER-3', {
    time: INSTANT - 101 * DAY,
  }),
  leavesVote('a roster that names a space in two changes', 'ROSTER-4', {
    add: [member(3).id, member(3).id],
  }),
  leavesVote('a roster with the digest of other members', 'ROSTER-5', {
    members: membersDigest(ids(3)),
  }),
  leavesVote('a roster with a threshold of half its members', 'ROSTER-6', { threshold: 2 }),
  leavesVote('a roster with terms that make no sense', 'ROSTER-8', {
    terms: { after: { kind: 'discount' } },
  }),
  leavesVote('a roster that calls a stranger silent', 'ROSTER-9', { silent: [strangerOf(0)] }),
  stateOf('votes: a roster that nobody holds takes no vote away', 'PROG-10', unheld, {
    version: 1,
    name: 'Good',
  }),
  stateOf('votes: a roster that is held back takes no vote away', 'PROG-2 PROG-10', soon, {
    version: 1,
    name: 'Good',
    rivals: [],
  }),
  stateOf(
    'votes: once its time has come it moves the vote',
    'PROG-2 PROG-10',
    soon,
    { version: 0 },
    { instant: INSTANT + 1 },
  ),
  stateOf(
    'votes: a signature of another version than its roster’s counts nowhere',
    'PROG-11',
    misnamed,
    {
      version: 0,
    },
  ),
  stateOf('founding: a signature of another version founds nothing', 'PROG-11', unfounded, {
    founded: false,
  }),
];

export const rosterVectors: readonly Vector[] = [...numbers, ...rosters, ...signatures];
