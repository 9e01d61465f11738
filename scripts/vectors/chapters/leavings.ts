/** Vectors of the chapter programme: leaving and coming back, and what a resume cuts. */

import {
  deriveNodeKeys,
  encodeBase64url,
  encodeUtf8,
  leafHash,
  type ResumeEntry,
  resumeToSign,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';
import { announced, INSTANT, publicText, seedOf } from '../material.js';
import { ids, member, type Network } from '../network.js';
import { made, stateOf } from '../states.js';
import type { Vector } from '../vector.js';

const out = { admitted: [], applicants: [] };

const third = member(2).id;
/** The third of three founders leaves. */
function left(build: (network: Network) => void = () => undefined, days = 0): Network {
  return made((one) => {
    one.profile(2);
    one.leave(2, days);
    build(one);
  });
}
const returned = (build: (network: Network) => void = () => undefined) =>
  left((one) => {
    one.comeBack(2);
    build(one);
  });
const waiting = (endorsers: number) => ({
  space: third,
  endorsers: ids(endorsers),
  needed: 2,
  hasProfile: true,
  returns: 1,
});

const leaving: readonly Vector[] = [
  stateOf('leaving: it is at once', 'LEAVE-1', left(), { members: ids(2), left: [third] }),
  stateOf(
    'leaving: nobody is seated against its will',
    'LEAVE-1',
    left((one) => one.signAll([0, 1], one.propose({ add: [third] }))),
    { members: ids(2), left: [third] },
  ),
  stateOf(
    'leaving: nobody is endorsed against its will',
    'LEAVE-2',
    left((one) => {
      one.endorse(0, 2, one.zero, 1);
      one.endorse(1, 2, one.zero, 1);
    }),
    { members: ids(2), ...out, left: [third] },
  ),
  stateOf('leaving: who says that it is back applies', 'LEAVE-3', returned(), {
    members: ids(2),
    left: [],
    applicants: [waiting(0)],
  }),
  stateOf(
    'leaving: endorsements that name the return bring it back',
    'LEAVE-2',
    returned((one) => {
      one.endorse(0, 2, one.zero, 1);
      one.endorse(1, 2, one.zero, 1);
    }),
    { admitted: [third], applicants: [] },
  ),
  stateOf(
    'leaving: endorsements that name no return do not',
    'LEAVE-2',
    returned((one) => {
      one.endorse(0, 2);
      one.endorse(1, 2);
    }),
    { admitted: [], applicants: [waiting(0)] },
  ),
  stateOf(
    'leaving: endorsements that name another number of returns do not',
    'LEAVE-2',
    returned((one) => {
      one.endorse(0, 2, one.zero, 2);
      one.endorse(1, 2, one.zero, 2);
    }),
    { admitted: [], applicants: [waiting(0)] },
  ),
  stateOf(
    'leaving: a roster of two days after the leave seats it again',
    'LEAVE-1',
    left((one) => {
      one.comeBack(2);
      one.signAll([0, 1], one.propose({ add: [third], time: INSTANT - 48 * 86_400 }));
    }, -50),
    { members: ids(3), left: [] },
  ),
  stateOf(
    'leaving: a leave of a day before the roster still holds',
    'LEAVE-1',
    left((one) => one.comeBack(2), -101),
    { members: ids(2), applicants: [waiting(0)] },
  ),
  stateOf(
    'leaving: a leave of two days before the roster that seats it does not, once it returned',
    'LEAVE-1',
    left((one) => one.comeBack(2), -102),
    { members: ids(3), ...out },
  ),
  stateOf(
    'leaving: a return without a leave changes nothing',
    'LEAVE-2',
    made((one) => one.comeBack(2)),
    { members: ids(3), ...out },
  ),
  stateOf(
    'leaving: leaving twice is leaving once',
    'LEAVE-2',
    left((one) => {
      one.leave(2);
      one.comeBack(2);
      one.endorse(0, 2, one.zero, 1);
      one.endorse(1, 2, one.zero, 1);
    }),
    { admitted: [third] },
  ),
  stateOf(
    'leaving: who leaves again applies no more',
    'LEAVE-3',
    returned((one) => one.leave(2)),
    { members: ids(2), ...out, left: [third] },
  ),
  stateOf(
    'leaving: who returned and was removed then does not apply',
    'LEAVE-3',
    returned((one) => one.signAll([0, 1], one.propose({ remove: [{ space: third, size: 9 }] }))),
    { members: ids(2), ...out },
  ),
  stateOf(
    'leaving: who left and then closed has closed',
    'LEAVE-3 DIR-1',
    left((one) => one.close(2)),
    { members: ids(2), left: [], closed: [third] },
  ),
  stateOf(
    'leaving: a closing is for good',
    'DIR-1',
    made((one) => one.close(2)),
    { members: ids(2), closed: [third] },
  ),
  stateOf(
    'leaving: whoever has left votes no more',
    'LEAVE-1 PROG-3',
    left((one) => one.signAll([0, 2], one.propose({ name: 'Late' }))),
    { version: 0 },
  ),
];

/** The third founder's log has a closing by a thief; a resume accepts what is before it. */
function resumed(size: number): Network {
  const network = made((one) => one.close(2));
  const space = member(2);
  const lines = network.logs.find((log) => log.space === space.id)?.lines ?? [];
  const leaves = lines.slice(0, size).map((line) => leafHash(encodeUtf8(line)));
  const claims = {
    space: space.id,
    incarnation: 1,
    previous: { size, root: encodeBase64url(subtreeHash(leaves)) },
    ...announced(deriveNodeKeys(seedOf('node/third/1')), seedOf('recovery/third/1')),
    time: INSTANT,
  };
  const signature = tweetnaclBackend.sign(space.recovery, resumeToSign(claims));
  const entry: ResumeEntry = {
    type: 'resume',
    version: 1,
    ...claims,
    recoveryKey: publicText(space.recovery),
    signature: encodeBase64url(signature),
  };
  network.write(2, entry, 1);
  return network;
}

const resumes: readonly Vector[] = [
  stateOf('resume: a closing beyond what it accepts closes nothing', 'RESUME-4', resumed(2), {
    members: ids(3),
    closed: [],
  }),
  stateOf('resume: a closing that it accepts holds', 'RESUME-4', resumed(3), {
    members: ids(2),
    closed: [third],
  }),
  stateOf(
    'resume: a signature beyond what it accepts keeps a programme founded',
    'RESUME-4 PROG-1 FORK-11',
    resumed(1),
    { founded: true, closed: [], members: ids(3) },
  ),
];

export const leavingVectors: readonly Vector[] = [...leaving, ...resumes];
