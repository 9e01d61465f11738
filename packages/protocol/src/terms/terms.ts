/** The terms language. */
import { closed, type Shaped } from '../bytes/shape.js';

/** A programme's rules. */
export const terms = closed({});
export type Terms = Shaped<typeof terms>;

/** One space's own rules within the programme's. */
export const offer = closed({});
export type Offer = Shaped<typeof offer>;
