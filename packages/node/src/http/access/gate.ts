/** The gate of the people's routes: who calls, and whether that role may. */

import { timingSafeEqual } from 'node:crypto';
import { encodeUtf8, type Sha256 } from '@covisa/protocol';
import type { RequestHandler } from 'express';
import { type Caller, FILE_TOKEN_CALLER, mayAct } from '../../access/caller.js';
import { NodeError } from '../../errors.js';
import { callerOrNull, setCaller } from './caller.js';
import { roleFor } from './scope.js';

/** Finds out who calls. Compared by hash, in constant time. */
export function identify(token: string, sha256: Sha256): RequestHandler {
  const expected = sha256(encodeUtf8(`Bearer ${token}`));
  return (request, response, next) => {
    const given = sha256(encodeUtf8(request.get('authorization') ?? ''));
    setCaller(response, timingSafeEqual(expected, given) ? FILE_TOKEN_CALLER : null);
    next();
  };
}

/** Lets pass who is known and has the role that the route needs. */
export const requireRole: RequestHandler = (request, response, next) => {
  checkRole(callerOrNull(response), request.method, request.path);
  next();
};

function checkRole(caller: Caller | null, method: string, path: string): void {
  if (caller === null) {
    throw new NodeError('UNAUTHORISED', 'authorization: expected a token of this node', {
      remedy: 'Send "Authorization: Bearer <token>"; the token is in the data folder.',
    });
  }
  if (mayAct(caller, roleFor(method, path))) return;
  throw new NodeError('FORBIDDEN', 'role: expected the owner, got the desk', {
    remedy: 'Ask the owner, or sign in as the owner.',
  });
}
