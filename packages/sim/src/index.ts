/** Whole networks of real engines in one process, under virtual time, from one seed. */

export { check, join, record, Wallet } from './people.js';
export { World } from './world/world.js';
