/** All invariants, in the order in which they are reported. */

import { ACKNOWLEDGED } from './acknowledged.js';
import { GROWTH } from './growth.js';
import type { Invariant } from './invariant.js';

export const INVARIANTS: readonly Invariant[] = [ACKNOWLEDGED, GROWTH];
