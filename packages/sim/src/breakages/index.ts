/** All deliberate breakages. */

import type { Breakage } from './breakage.js';
import { COUNTING } from './counting.js';
import { DURABILITY } from './durability.js';
import { GOSSIP } from './gossip.js';

export const BREAKAGES: readonly Breakage[] = [...DURABILITY, ...COUNTING, ...GOSSIP];
