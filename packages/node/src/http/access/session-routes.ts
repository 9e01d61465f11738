/**
 * `/api/session` and `/api/devices/claim`: what a browser may ask before it is known. They stand in
 * front of the gate's check of roles.
 */

import type { Request, Response, Router } from 'express';
import type { Access, SessionView } from '../../access/index.js';
import { endpoint, jsonBody, reply } from '../edge.js';
import { deviceClaim, nothing, signInRequest } from '../schemas/index.js';
import { validator } from '../validate.js';
import { foundOf } from './caller.js';
import { checkConnection } from './connection.js';
import { clearSessionCookie, readCookie, setDeviceCookie, setSessionCookie } from './cookies.js';

const parseSignIn = validator(signInRequest, 'body');
const parseClaim = validator(deviceClaim, 'body');
const parseNothing = validator(nothing, 'body');

/** Routes of the browser's own session. */
export function sessionRoutes(router: Router, access: Access): void {
  endpoint(router, '/session', {
    get: reply((request, response) => showSession(access, request, response)),
    post: [...jsonBody, reply((request, response) => signIn(access, request, response))],
  });
  endpoint(router, '/session/end', {
    post: [...jsonBody, reply((request, response) => signOut(access, request, response))],
  });
  endpoint(router, '/devices/claim', {
    post: [...jsonBody, reply((request, response) => pair(access, request, response))],
  });
}

function showSession(access: Access, request: Request, response: Response): SessionView {
  const { caller, place } = foundOf(response);
  const secret = readCookie(request, 'device');
  // A device that is in use stays paired.
  if (place.device !== null && secret !== null) setDeviceCookie(request, response, secret);
  return access.view(caller, place.device);
}

async function signIn(access: Access, request: Request, response: Response): Promise<SessionView> {
  checkConnection(request);
  const asked = parseSignIn(request.body);
  const { place } = foundOf(response);
  const secret =
    'password' in asked
      ? await access.signIn.asOwner(asked.password, place)
      : await access.signIn.asPerson(asked.person, asked.pin, place);
  setSessionCookie(request, response, secret);
  return access.view(await access.sessions.caller(secret), place.device);
}

async function signOut(access: Access, request: Request, response: Response): Promise<SessionView> {
  parseNothing(request.body);
  const { place } = foundOf(response);
  if (place.session !== null) await access.sessions.end(place.session);
  clearSessionCookie(request, response);
  return access.view(null, place.device);
}

async function pair(access: Access, request: Request, response: Response): Promise<SessionView> {
  checkConnection(request);
  const { code, name = null } = parseClaim(request.body);
  const { caller, place } = foundOf(response);
  const { device, secret } = await access.devices.claim(code, name, place);
  setDeviceCookie(request, response, secret);
  return access.view(caller, device);
}
