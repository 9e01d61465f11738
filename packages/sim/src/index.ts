/** Whole networks of real engines in one process, under virtual time, from one seed. */

export { check, join, record, Wallet } from './people.js';
export { foundAtOnce } from './world/founding.js';
export type { SimSpace } from './world/sim-space.js';
export { World } from './world/world.js';
