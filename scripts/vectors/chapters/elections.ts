/** Vectors of the chapter programme: founding, votes, finality, siblings. */

import { defaultThreshold, type RosterHash } from '@covisa/protocol';
import { DAY, INSTANT } from '../material.js';
import { ids, member, Network } from '../network.js';
import { made, stateOf } from '../states.js';
import type { Vector } from '../vector.js';

const zero = new Network(3);
const bad = 'A'.repeat(43) as RosterHash;
const moving = made((one) => {
  const before = one.roster();
  const first = one.propose({ add: [member(3).id] }, before);
  const second = one.propose({ add: [member(4).id] }, before);
  one.signAll([0, 1], first);
  one.sign(1, second);
});
const moved = made((one) => {
  const before = one.roster();
  const first = one.propose({ name: 'First' }, before);
  const second = one.propose({ name: 'Second' }, before);
  one.signAll([0, 1], first);
  one.signAll([1, 2], second);
});
const final = made((one) => {
  const before = one.roster();
  const first = one.propose({ name: 'First' }, before);
  const other = one.propose({ name: 'Other' }, before);
  one.signAll([0, 1], first);
  one.signAll([0, 1], one.propose({ name: 'Next' }), 2);
  one.signAll([1, 2], other);
});

/** Two rosters after one, each with its votes and with a successor that has its own. */
const siblings = new Network(3);
const sides = ['Left', 'Right'].map((name, side) => {
  const before = new Network(3).roster();
  const one = siblings.propose({ name }, before);
  const next = { ...before, hash: one, version: 1, time: before.time + DAY };
  siblings.signAll([side, 2], one);
  siblings.signAll([side, 2], siblings.propose({ purpose: name }, next), 2);
  return one;
});
const lower = [...sides].sort()[0];
const higher = [...sides].sort()[1];

/** A roster of one vote, and one after it that has all of them. */
const carriedOver = made((one) => {
  const before = one.roster();
  const first = one.propose({ name: 'First' }, before);
  const next = { ...before, hash: first, version: 1, time: before.time + DAY };
  one.sign(0, first);
  one.signAll([0, 1, 2], one.propose({ name: 'Next' }, next), 2);
});

/** Two final siblings: the first has so many votes and days more than the second. */
function unequal(votes: number, days: number, upside: boolean) {
  const network = new Network(3);
  const before = network.roster();
  const names = upside ? ['One', 'Two'] : ['Two', 'One'];
  const [one, other] = names.map((name, side) => {
    const time = before.time + DAY + (side === 0 ? days * DAY : 0);
    const roster = network.propose({ name, time }, before);
    const next = { ...before, hash: roster, version: 1, time };
    const voters = side === 0 ? [2, 0, 1].slice(0, 2 + votes) : [2, 1];
    network.signAll(voters, roster);
    network.signAll(voters, network.propose({ purpose: name }, next), 2);
    return roster;
  });
  return { network, one, other };
}

function followed(title: string, votes: number, days: number, upside: boolean): Vector {
  const { network, one, other } = unequal(votes, days, upside);
  const rosters = [one, other].sort();
  return stateOf(`election: of two final siblings ${title}`, 'PROG-6', network, {
    siblings: [{ version: 1, rosters, followed: one }],
  });
}

const gone = made((one) => {
  one.signAll([0, 1], one.propose({ add: [member(4).id] }));
  one.leave(3);
}, 4);
const future = made((one) => one.sign(0, one.propose({ time: INSTANT + 601 })), 1);
const strangers = made((one) => one.signAll([0, 3, 4], one.propose({ add: [member(3).id] })));
const own = made((one) => one.signAll([0, 1], one.propose({ threshold: null })), 3, {
  threshold: 3,
});

const elections: readonly Vector[] = [
  stateOf('founding: a founder who has not signed', 'PROG-1', new Network(3, {}, 2), {
    founded: false,
    members: [],
    pending: [{ hash: zero.zero, have: 2, needed: 3, voters: [...ids(2)].sort() }],
  }),
  stateOf('founding: all founders have signed', 'PROG-1', zero, {
    founded: true,
    version: 0,
    members: ids(3),
    isFinal: true,
  }),
  stateOf('founding: a programme that nobody has founded', 'PROG-1', zero, null, {
    programme: bad,
  }),
  stateOf(
    'election: a roster one vote short waits',
    'PROG-4',
    made((one) => one.signAll([0], one.propose({ add: [member(3).id] }))),
    { version: 0, members: ids(3) },
  ),
  stateOf('election: of those who are no members no vote counts', 'PROG-4', strangers, {
    version: 0,
  }),
  stateOf('election: a threshold of the roster before', 'ROSTER-6', own, {
    version: 0,
    threshold: 3,
  }),
  stateOf('election: a moved vote takes a roster away that is not final', 'PROG-4', moving, {
    version: 0,
  }),
  stateOf('election: a moved vote carries another', 'PROG-4', moved, {
    version: 1,
    name: 'Second',
    siblings: [],
  }),
  stateOf('election: a roster with a successor that had its votes is final', 'PROG-5', final, {
    version: 2,
    name: 'Next',
    siblings: [],
  }),
  stateOf(
    'election: of two final siblings with equal votes and dates the lower hash is followed',
    'PROG-6',
    siblings,
    { siblings: [{ version: 1, rosters: [...sides].sort(), followed: lower }] },
  ),
  followed('that with more votes is followed, though it is later', 1, 1, true),
  followed('that with more votes is followed, whatever the hashes', 1, 1, false),
  followed('of equal votes the earlier is followed', 0, -1, true),
  followed('of equal votes the earlier is followed, whatever the hashes', 0, -1, false),
  stateOf(
    'election: a roster that never had its votes is not final by those of its successor',
    'PROG-5',
    carriedOver,
    { version: 0 },
  ),
  stateOf(
    'election: of two final siblings an owner follows the chosen one',
    'PROG-6',
    siblings,
    { siblings: [{ version: 1, rosters: [...sides].sort(), followed: higher }] },
    { chosen: [higher] },
  ),
  stateOf('election: who left does not count', 'PROG-3', gone, {
    version: 1,
    left: [member(3).id],
  }),
  stateOf('election: a roster from more than ten minutes ahead is held back', 'PROG-2', future, {
    version: 0,
    pending: [],
  }),
  stateOf(
    'election: a second later it is not',
    'PROG-2',
    future,
    { version: 1 },
    { instant: INSTANT + 1 },
  ),
  stateOf(
    'election: the order of the logs and copies of them make no difference',
    'PROG-7',
    final,
    { version: 2, name: 'Next' },
    { logs: [...final.logs, ...final.logs].reverse() },
  ),
];

/** A roster that seats one more, with so many votes of n members. */
function voted(n: number, votes: number): Network {
  return made((one) => {
    one.signAll([...Array(votes).keys()], one.propose({ add: [member(n).id] }));
  }, n);
}

/** Two of three vote, and one of them leaves then, or before it votes. */
const votedAndLeft = made((one) => {
  one.signAll([0, 1], one.propose({ name: 'Kept' }));
  one.leave(1);
});
const leftAndVoted = made((one) => {
  const next = one.propose({ name: 'Kept' });
  one.leave(1);
  one.signAll([0, 1], next);
});

/** Of six, five of whom are needed, so many vote, and then this one leaves. */
function sixAnd(votes: number, leaver: number): Network {
  return made((one) => {
    one.signAll([...Array(votes).keys()], one.propose({ name: 'Kept' }));
    one.leave(leaver);
  }, 6);
}

/** Of six, four vote for a roster; one of them moves its vote to another, and leaves. */
const movedAndLeft = made((one) => {
  const [kept, other] = [one.propose({ name: 'Kept' }), one.propose({ name: 'Other' })];
  one.signAll([0, 1, 2, 5], kept);
  one.signAll([5], other);
  one.leave(5);
}, 6);

const departures: readonly Vector[] = [
  stateOf(
    'votes: of four of six one that leaves then makes no majority of five',
    'PROG-12',
    sixAnd(4, 3),
    { version: 0 },
  ),
  stateOf(
    'votes: of three of six one that leaves then makes no majority of five',
    'PROG-12',
    sixAnd(3, 0),
    { version: 0 },
  ),
  stateOf('votes: of five of six one may leave then', 'PROG-12', sixAnd(5, 0), {
    version: 1,
    name: 'Kept',
  }),
  stateOf('votes: who leaves without a vote counts no more', 'PROG-3 PROG-12', sixAnd(4, 5), {
    version: 1,
    name: 'Kept',
  }),
  stateOf(
    'votes: who leaves after it voted takes its vote away from nobody',
    'PROG-3 PROG-4',
    votedAndLeft,
    { version: 1, name: 'Kept' },
  ),
  stateOf('votes: who moves its vote and leaves counts no more', 'PROG-3 PROG-12', movedAndLeft, {
    version: 1,
    name: 'Kept',
  }),
  stateOf('votes: who left before it voted has none', 'PROG-3 LEAVE-1', leftAndVoted, {
    version: 0,
  }),
];

const votes: readonly Vector[] = [1, 2, 3, 4, 5, 6].flatMap((n) => {
  const needed = defaultThreshold(n);
  const short = { version: 0, members: ids(n) };
  const carried = { version: 1, members: ids(n + 1), pending: [] };
  return [
    stateOf(`votes: ${needed - 1} of ${n} carry nothing`, 'PROG-4', voted(n, needed - 1), short),
    stateOf(`votes: ${needed} of ${n} carry a roster`, 'PROG-4', voted(n, needed), carried),
  ];
});

export const electionVectors: readonly Vector[] = [...elections, ...departures, ...votes];
