/** Vectors of the chapter programme: admission by endorsements. */

import { ids, member, type Network } from '../network.js';
import { made, stateOf } from '../states.js';
import type { Vector } from '../vector.js';

/** Three founders, of which these endorse a fourth space, which has a profile. */
function endorsed(...by: readonly number[]): Network {
  return made((one) => {
    one.profile(3);
    for (const n of by) one.endorse(n, 3);
  });
}

const fourth = member(3).id;
const applicant = (endorsers: number, needed = 2, returns = 0, hasProfile = true) => ({
  space: fourth,
  endorsers: ids(endorsers),
  needed,
  hasProfile,
  returns,
});

/** Two endorsements, and then this. */
function later(build: (network: Network) => void): Network {
  const network = endorsed(0, 1);
  build(network);
  return network;
}

/** One founder, whose endorsement is enough, endorses three spaces; and then this. */
function firstThree(build: (network: Network) => void): Network {
  return made(
    (one) => {
      for (const n of [1, 2, 3]) {
        one.profile(n);
        one.endorse(0, n);
      }
      build(one);
    },
    1,
    { endorsements: 1 },
  );
}

const out = { admitted: [], applicants: [] };

export const admissionVectors: readonly Vector[] = [
  stateOf(
    'admission: two endorsements admit who has a profile',
    'ADMIT-1 ADMIT-4',
    endorsed(0, 1),
    { members: ids(3), admitted: [fourth], applicants: [] },
  ),
  stateOf('admission: one endorsement does not', 'ADMIT-4', endorsed(0), {
    admitted: [],
    applicants: [applicant(1)],
  }),
  stateOf(
    'admission: without a profile nobody is admitted',
    'ADMIT-1',
    made((one) => {
      one.endorse(0, 3);
      one.endorse(1, 3);
    }),
    { admitted: [], applicants: [applicant(2, 2, 0, false)] },
  ),
  stateOf('admission: the same endorser counts once', 'ADMIT-4', endorsed(0, 0), {
    admitted: [],
    applicants: [applicant(1)],
  }),
  stateOf('admission: who is no member endorses nobody', 'ADMIT-1', endorsed(0, 4), {
    admitted: [],
    applicants: [applicant(1)],
  }),
  stateOf(
    'admission: the admitted endorse nobody',
    'ADMIT-1',
    later((one) => {
      one.profile(4);
      one.endorse(0, 4);
      one.endorse(3, 4);
    }),
    { admitted: [fourth] },
  ),
  stateOf(
    'admission: an endorser’s first three that cite one roster count',
    'ADMIT-2',
    made(
      (one) => {
        for (const n of [1, 2, 2, 3, 4]) {
          one.profile(n);
          one.endorse(0, n);
        }
      },
      1,
      { endorsements: 1 },
    ),
    { admitted: [1, 2, 3].map((n) => member(n).id), applicants: [] },
  ),
  stateOf(
    'admission: a fourth endorsement for one of the first three counts',
    'ADMIT-2 LEAVE-2',
    firstThree((one) => {
      one.leave(1);
      one.comeBack(1);
      one.endorse(0, 1, one.zero, 1);
    }),
    { admitted: [1, 2, 3].map((n) => member(n).id), applicants: [] },
  ),
  stateOf(
    'admission: of two endorsements for one space that with more returns counts',
    'ADMIT-2 LEAVE-2',
    firstThree((one) => {
      one.leave(1);
      one.comeBack(1);
      one.endorse(0, 1, one.zero, 1);
      one.endorse(0, 1);
    }),
    { admitted: [1, 2, 3].map((n) => member(n).id), applicants: [] },
  ),
  stateOf(
    'admission: where there are fewer members all of them admit',
    'ADMIT-4',
    made(
      (one) => {
        one.profile(3);
        one.endorse(0, 3);
        one.endorse(1, 3);
      },
      2,
      { endorsements: 5 },
    ),
    { admitted: [fourth] },
  ),
  stateOf(
    'admission: it holds under the roster after the cited one',
    'ADMIT-1',
    later((one) => one.signAll([0, 1], one.propose({ name: 'One' }))),
    { version: 1, admitted: [fourth] },
  ),
  stateOf(
    'admission: it does not hold under the second roster after the cited one',
    'ADMIT-1',
    later((one) => {
      one.signAll([0, 1], one.propose({ name: 'One' }));
      one.signAll([0, 1], one.propose({ name: 'Two' }), 2);
    }),
    { version: 2, ...out },
  ),
  stateOf(
    'admission: a roster that removes the admitted space ends it',
    'ADMIT-3',
    later((one) => one.signAll([0, 2], one.propose({ remove: [{ space: fourth, size: 9 }] }))),
    { ...out, removed: [{ space: fourth, size: 9 }] },
  ),
  stateOf(
    'admission: who was removed may be endorsed anew under the roster that removed it',
    'ADMIT-3',
    later((one) => {
      const roster = one.propose({ remove: [{ space: fourth, size: 9 }] });
      one.signAll([0, 2], roster);
      one.endorse(0, 3, roster);
      one.endorse(1, 3, roster);
    }),
    { version: 1, members: ids(3), admitted: [fourth], applicants: [] },
  ),
  stateOf(
    'admission: a roster that removes an endorser ends what it said',
    'ADMIT-3',
    later((one) =>
      one.signAll([0, 2], one.propose({ remove: [{ space: member(1).id, size: 9 }] })),
    ),
    { admitted: [], applicants: [applicant(1)] },
  ),
  stateOf(
    'admission: a roster seats the admitted',
    'ADMIT-1 ROSTER-5',
    later((one) => one.signAll([0, 1], one.propose({ add: [fourth] }))),
    { version: 1, members: ids(4), ...out },
  ),
  stateOf(
    'admission: who closed is not admitted',
    'DIR-1',
    later((one) => one.close(3)),
    { ...out, closed: [fourth] },
  ),
];
