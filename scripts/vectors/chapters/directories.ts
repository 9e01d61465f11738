/** Vectors of the chapter programme: who is in the directory, and how. */

import { DAY, INSTANT } from '../material.js';
import { member, Network } from '../network.js';
import { type Vector, vectorsOf } from '../vector.js';

const directory = vectorsOf('directory');

interface Listed {
  readonly status: string;
  readonly reason?: string;
  /** Seconds since its latest heartbeat; null: it was never heard of. */
  readonly age: number | null;
  readonly name?: string | null;
  /** Null: it takes part in nothing. */
  readonly isMember?: boolean | null;
}

/** A network of one founder, whose listing is looked at. */
function listed(
  title: string,
  rules: string,
  build: (network: Network) => void,
  said: Listed,
): Vector {
  const network = new Network(1);
  build(network);
  const { programme, logs, heartbeats } = network;
  const { status, reason = null, age, name = 'A space', isMember = true } = said;
  const heartbeat = age === null ? null : INSTANT - age;
  const programmes = isMember === null ? [] : [{ programme, member: isMember }];
  const space = member(0).id;
  return directory.ok(
    `directory: ${title}`,
    rules,
    { programmes: [programme], logs, heartbeats, instant: INSTANT },
    { listings: [{ space, status, reason, programmes, heartbeat, ageSeconds: age, name }] },
  );
}

/** With a profile, and heard of so many seconds ago. */
const heard = (seconds: number) => (one: Network) => {
  one.profile(0);
  one.beat(0, seconds);
};

const ahead = (one: Network) => {
  one.profile(0);
  one.beat(0, -601);
};

export const directories: readonly Vector[] = [
  listed('a member that was heard of just now is listed', 'DIR-3', heard(5), {
    status: 'listed',
    age: 5,
  }),
  listed('a second less than three days of silence is listed', 'DIR-3', heard(3 * DAY - 1), {
    status: 'listed',
    age: 3 * DAY - 1,
  }),
  listed('three days of silence are quiet', 'DIR-3', heard(3 * DAY), {
    status: 'quiet',
    age: 3 * DAY,
  }),
  listed('a second less than 14 days of silence is quiet', 'DIR-3', heard(14 * DAY - 1), {
    status: 'quiet',
    age: 14 * DAY - 1,
  }),
  listed('14 days of silence are unlisted', 'DIR-3', heard(14 * DAY), {
    status: 'unlisted',
    reason: 'silent',
    age: 14 * DAY,
  }),
  listed('who was never heard of is unlisted', 'DIR-3', (one) => one.profile(0), {
    status: 'unlisted',
    reason: 'silent',
    age: null,
  }),
  listed('a heartbeat from more than ten minutes ahead is none', 'HEARTBEAT-2 DIR-3', ahead, {
    status: 'unlisted',
    reason: 'silent',
    age: null,
  }),
  listed('without a profile nobody is listed', 'DIR-2', (one) => one.beat(0, 5), {
    status: 'unlisted',
    reason: 'no-profile',
    age: 5,
    name: null,
  }),
  listed(
    'a profile a second less than 180 days old is good',
    'DIR-2',
    (one) => {
      one.profile(0, { signed: INSTANT - 180 * DAY + 1 });
      one.beat(0, 5);
    },
    { status: 'listed', age: 5 },
  ),
  listed(
    'a profile of 180 days is too old',
    'DIR-2',
    (one) => {
      one.profile(0, { signed: INSTANT - 180 * DAY });
      one.beat(0, 5);
    },
    { status: 'unlisted', reason: 'profile-old', age: 5 },
  ),
  listed(
    'a profile that is signed ten minutes ahead is good',
    'DIR-2',
    (one) => {
      one.profile(0, { signed: INSTANT + 600 });
      one.beat(0, 5);
    },
    { status: 'listed', age: 5 },
  ),
  listed(
    'a profile that is signed a second later is none yet',
    'DIR-2',
    (one) => {
      one.profile(0, { signed: INSTANT + 601 });
      one.beat(0, 5);
    },
    { status: 'unlisted', reason: 'no-profile', age: 5 },
  ),
  listed(
    'of two profiles the later one in the log counts',
    'DIR-2',
    (one) => {
      one.profile(0, { signed: INSTANT - 200 * DAY });
      one.profile(0, { name: 'Renamed' });
      one.beat(0, 5);
    },
    { status: 'listed', age: 5, name: 'Renamed' },
  ),
  listed(
    'who takes nobody is unlisted',
    'DIR-3',
    (one) => {
      one.profile(0, { open: false });
      one.beat(0, 5);
    },
    { status: 'unlisted', reason: 'not-open', age: 5 },
  ),
  listed(
    'who left is unlisted',
    'LEAVE-1',
    (one) => {
      heard(5)(one);
      one.leave(0);
    },
    { status: 'unlisted', reason: 'not-a-participant', age: 5, isMember: null },
  ),
  listed(
    'who closed is closed',
    'DIR-1',
    (one) => {
      heard(5)(one);
      one.close(0);
    },
    { status: 'closed', age: 5, isMember: null },
  ),
];
