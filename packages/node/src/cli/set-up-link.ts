/** The link for first set-up, with a one-time token that only the terminal shows. */

import { timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase64url } from '@covisa/protocol';
import type { Random } from '../ports.js';
import { readTextIfThere, writePrivateFile } from './files.js';

/** Holds the one-time token while set-up is open. */
const SET_UP_FILE = 'set-up-token';
/** The page's path. */
export const SET_UP_PATH = '/set-up';

/** Opens set-up; returns the link that the owner follows. */
export function openSetUp(data: string, url: string, random: Random): string {
  const token = encodeBase64url(random.bytes(18));
  writePrivateFile(join(data, SET_UP_FILE), `${token}\n`);
  return setUpLink(url, token);
}

/** The link while set-up is still open, else null. */
export function openSetUpLink(data: string, url: string): string | null {
  const token = readTextIfThere(join(data, SET_UP_FILE))?.trim();
  return token === undefined ? null : setUpLink(url, token);
}

function setUpLink(url: string, token: string): string {
  return `${url}${SET_UP_PATH}?token=${token}`;
}

/** Whether a token opens set-up. */
export function isSetUpToken(data: string, given: unknown): boolean {
  const token = readTextIfThere(join(data, SET_UP_FILE))?.trim();
  if (token === undefined || typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(token), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Closes set-up for good. */
export function closeSetUp(data: string): void {
  rmSync(join(data, SET_UP_FILE), { force: true });
}
