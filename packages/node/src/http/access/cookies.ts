/**
 * The two cookies: the session, and the paired device. No script reads them, no other site sends
 * them, and over HTTPS no other host can set them (`__Host-`).
 */

import type { CookieOptions, Request, Response } from 'express';
import { SESSION_SECONDS } from '../../access/sessions.js';
import { connectionOf } from './connection.js';

/** Browsers keep no cookie for longer; each use renews it. */
const DEVICE_DAYS = 400;

type CookieKind = 'session' | 'device';

/**
 * Browsers send the cookies of one machine to all of its ports: on the node's own machine a cookie
 * bears its port, so that two nodes there do not take each other's.
 */
function cookieName(request: Request, kind: CookieKind): string {
  const base = connectionOf(request) === 'https' ? '__Host-covisa' : `covisa${portOf(request)}`;
  return kind === 'session' ? base : `${base}-device`;
}

function portOf({ host }: Request): string {
  return /:(\d+)$/.exec(host)?.[1]?.replace(/^/, '-') ?? '';
}

function optionsFor(request: Request): CookieOptions {
  // ACCESS-6: a cookie is HttpOnly and SameSite=Strict; over HTTPS it is Secure, and its name
  // starts with `__Host-`.
  const secure = connectionOf(request) === 'https';
  return { httpOnly: true, sameSite: 'strict', secure, path: '/' };
}

/** The value of a cookie; null where there is none, or where it would have come in the clear. */
export function readCookie(request: Request, kind: CookieKind): string | null {
  if (connectionOf(request) === 'clear') return null;
  const prefix = `${cookieName(request, kind)}=`;
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** Gives a browser the secret of its session. */
export function setSessionCookie(request: Request, response: Response, secret: string): void {
  const options = { ...optionsFor(request), maxAge: SESSION_SECONDS * 1000 };
  response.cookie(cookieName(request, 'session'), secret, options);
}

/** Gives a browser the secret by which it is known as a paired device. */
export function setDeviceCookie(request: Request, response: Response, secret: string): void {
  const options = { ...optionsFor(request), maxAge: DEVICE_DAYS * 86_400_000 };
  response.cookie(cookieName(request, 'device'), secret, options);
}

/** Takes the session's cookie from a browser. */
export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(cookieName(request, 'session'), optionsFor(request));
}
