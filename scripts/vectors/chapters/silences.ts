/** Vectors of the chapter programme: members that a roster names as silent. */

import { DAY, INSTANT } from '../material.js';
import { ids, member, Network } from '../network.js';
import { made, stateOf } from '../states.js';
import type { Vector } from '../vector.js';

const time = INSTANT - DAY;

/** Four founders; a roster names the last one as silent, and two of the others signed it. */
function quiet(build: (network: Network) => void = () => undefined): Network {
  return made((one) => {
    const change = { time, name: 'Quiet', silent: [member(3).id] };
    one.signAll([0, 1], one.propose(change));
    for (const n of [0, 1, 2]) one.beat(n, DAY);
    one.beat(3, 61 * DAY + 1);
    build(one);
  }, 4);
}

/** Another roster after that one, signed by the three that are there. */
function follow(one: Network): void {
  one.signAll([0, 1, 2], one.propose({ time, name: 'Later' }), 2);
}

const hash = quiet().roster().hash;

const silences: readonly Vector[] = [
  stateOf('silence: whom the roster names as silent does not count', 'PROG-3 ROSTER-9', quiet(), {
    version: 1,
    resting: [{ hash, have: 2, needed: 3, voters: [...ids(2)].sort() }],
  }),
  stateOf(
    'silence: a heartbeat of 60 days before the roster refutes it',
    'PROG-3',
    quiet((one) => one.beat(3, 61 * DAY)),
    { version: 0 },
  ),
  stateOf(
    'silence: a heartbeat after the roster refutes it',
    'PROG-3',
    quiet((one) => one.beat(3, 0)),
    { version: 0 },
  ),
  stateOf(
    'silence: a member whose log has forked counts, though the roster names it',
    'PROG-3 FORK-10',
    quiet(),
    { version: 0, resting: [] },
    { forked: [member(3).id] },
  ),
  stateOf(
    'silence: whom no roster names counts, however silent',
    'PROG-3',
    made((one) => {
      one.signAll([0, 1], one.propose({ time }));
      one.beat(3, 99 * DAY);
    }, 4),
    { version: 0 },
  ),
  stateOf(
    'silence: who returns undoes rosters that had too few votes with it',
    'PROG-9',
    quiet((one) => {
      follow(one);
      one.beat(3, 0);
    }),
    { version: 0 },
  ),
  stateOf(
    'silence: a signature that comes later makes the roster final, and a return undoes nothing',
    'PROG-9',
    quiet((one) => {
      follow(one);
      one.sign(2, hash);
      one.beat(3, 0);
    }),
    { version: 2, name: 'Later', resting: [] },
  ),
];

/** Three founders that all signed a roster which names these as silent. */
function naming(title: string, silent: readonly number[]): Vector {
  const network = new Network(3);
  const entry = network.draft({ add: [member(3).id] });
  const named = { ...entry, silent: silent.map((n) => member(n).id) };
  network.signAll([0, 1, 2], network.write(0, named));
  return stateOf(`silence: a roster that names ${title} does not count`, 'ROSTER-9', network, {
    version: 0,
    pending: [],
  });
}

export const silenceVectors: readonly Vector[] = [
  ...silences,
  naming('one that is no member', [3]),
  naming('one twice', [1, 1]),
  naming('all members', [0, 1, 2]),
];
