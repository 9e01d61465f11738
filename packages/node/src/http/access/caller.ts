/** The caller of a request and its browser, as the gate found them, for the handlers behind it. */

import type { Response } from 'express';
import type { Caller } from '../../access/caller.js';
import type { Place } from '../../access/sign-in.js';

/** What the gate found out. */
export interface Found {
  /** Null: nobody that is known. */
  readonly caller: Caller | null;
  /** Where the request comes from. */
  readonly place: Place;
}

/** Notes what the gate found out. */
export function setFound(response: Response, found: Found): void {
  response.locals.found = found;
}

/**
 * What the gate found out.
 * @throws TypeError in front of the gate, which is a fault of the program
 */
export function foundOf(response: Response): Found {
  const { found } = response.locals;
  if (found === undefined) throw new TypeError('caller: expected a route behind the gate');
  return found;
}

/**
 * Who calls: of a route that needs a role somebody always does.
 * @throws TypeError on another route, which is a fault of the program
 */
export function callerOf(response: Response): Caller {
  const { caller } = foundOf(response);
  if (caller === null) throw new TypeError('caller: expected a route that needs a role');
  return caller;
}
