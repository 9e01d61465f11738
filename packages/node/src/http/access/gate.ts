/** The gate of the people's routes: who calls, and whether that role may. */

import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { mayAct } from '../../access/caller.js';
import type { Access, Caller } from '../../access/index.js';
import { NodeError } from '../../errors.js';
import { type Found, foundOf, setFound } from './caller.js';
import { checkConnection, checkOrigin } from './connection.js';
import { readCookie } from './cookies.js';
import { roleFor } from './scope.js';

/** What one party has of IPv6 addresses, as a rule. */
const IPV6_PREFIX = 56;

/**
 * Finds out who calls: by a token, or else by the cookies of a browser. A token says all by itself;
 * cookies go along by themselves, so that what changes something has to come from our own pages.
 */
export function identify(access: Access, publicUrl: string | null): RequestHandler {
  return async (request, response, next) => {
    const header = request.get('authorization');
    // ACCESS-3: beside a token no cookie is looked at, and the token is not looked at where it came
    // in the clear.
    if (header === undefined && request.method !== 'GET' && request.method !== 'HEAD') {
      checkOrigin(request, publicUrl);
    }
    setFound(
      response,
      header === undefined
        ? await foundByCookies(access, request)
        : foundByToken(access, request, header),
    );
    next();
  };
}

function foundByToken(access: Access, request: Request, header: string): Found {
  checkConnection(request);
  const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const caller = secret === undefined ? null : access.tokens.caller(secret);
  return { caller, place: { device: null, address: addressOf(request), session: null } };
}

async function foundByCookies(access: Access, request: Request): Promise<Found> {
  const session = readCookie(request, 'session');
  const device = access.devices.find(readCookie(request, 'device'));
  const caller = await access.sessions.caller(session);
  return { caller, place: { device, address: addressOf(request), session } };
}

/** The address that a request came from; of IPv6 the network. */
export function addressOf({ ip }: Request): string {
  return ip === undefined ? 'unknown' : ipKeyGenerator(ip, IPV6_PREFIX);
}

/** Lets pass who is known and has the role that the route needs. */
export const requireRole: RequestHandler = (request, response, next) => {
  checkRole(foundOf(response).caller, request.method, request.path);
  next();
};

function checkRole(caller: Caller | null, method: string, path: string): void {
  // ACCESS-1: who calls a people's route, paths that do not exist included, has a session or a
  // token of this node.
  if (caller === null) {
    throw new NodeError('UNAUTHORISED', 'caller: expected a session or a token of this node', {
      remedy: 'Sign in, or send "Authorization: Bearer <token>"; the token is in the data folder.',
    });
  }
  // ACCESS-2: what the desk is not given is the owner's alone.
  if (mayAct(caller, roleFor(method, path))) return;
  throw new NodeError('FORBIDDEN', 'role: expected the owner, got the desk', {
    remedy: 'Ask the owner, or sign in as the owner.',
  });
}
