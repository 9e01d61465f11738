/** All invariants, in the order in which they are reported. */

import { ACKNOWLEDGED } from './acknowledged.js';
import { DOUBLE_VISITS } from './double-visits.js';
import { DUE_DAYS } from './due-days.js';
import { EQUAL_STATE } from './equal-state.js';
import { FREE_DAYS } from './free-days.js';
import { FRESH_CODES } from './fresh-codes.js';
import { GROWTH } from './growth.js';
import { HEARTBEATS } from './heartbeats.js';
import type { Invariant } from './invariant.js';
import { LIARS } from './liars.js';
import { LOCAL_DATES } from './local-dates.js';
import { MEMORY } from './memory.js';
import { MESSAGES } from './messages.js';
import { NO_FORK } from './no-fork.js';
import { ONE_STAMP_A_DAY } from './one-stamp-a-day.js';
import { REVOKED } from './revoked.js';
import { TRAFFIC } from './traffic.js';
import { UNLINKABLE } from './unlinkable.js';

export const INVARIANTS: readonly Invariant[] = [
  ACKNOWLEDGED,
  GROWTH,
  NO_FORK,
  FREE_DAYS,
  DOUBLE_VISITS,
  ONE_STAMP_A_DAY,
  LOCAL_DATES,
  FRESH_CODES,
  REVOKED,
  HEARTBEATS,
  UNLINKABLE,
  LIARS,
  MEMORY,
  TRAFFIC,
  // It lets time pass, where something is on its way.
  MESSAGES,
  // It renews visas, for which a home may write to its log.
  DUE_DAYS,
  // Last: it stops time, and a node.
  EQUAL_STATE,
];

/** The names of all that is demanded of a run, and can be missed. */
export const CHECKED: readonly string[] = [...INVARIANTS.map(({ name }) => name), 'convergence'];
