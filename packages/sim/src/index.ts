/** Whole networks of real engines in one process, under virtual time, from one seed. */

export {};
