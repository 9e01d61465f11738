/** The caller of a request, as the gate found it, for the handlers behind the gate. */

import type { Response } from 'express';
import type { Caller } from '../../access/caller.js';

/** Notes who calls; null: nobody that is known. */
export function setCaller(response: Response, caller: Caller | null): void {
  response.locals.caller = caller;
}

/** Who calls, or null for somebody who is not signed in and has no token. */
export function callerOrNull(response: Response): Caller | null {
  return response.locals.caller ?? null;
}

/**
 * Who calls: behind the gate somebody always does.
 * @throws TypeError in front of the gate, which is a fault of the program
 */
export function callerOf(response: Response): Caller {
  const caller = callerOrNull(response);
  if (caller === null) throw new TypeError('caller: expected a route behind the gate');
  return caller;
}
