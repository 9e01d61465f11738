/** The one-time token of first set-up, which only the terminal shows, and the link with it. */

import { timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase64url } from '@covisa/protocol';
import type { Random } from '../../ports.js';
import { readTextIfThere, writePrivateFile } from '../files.js';

/** Holds the token of a space that is made and not set up yet. */
const SET_UP_FILE = 'set-up-token';

/** A fresh token of 18 bytes, in base64url. */
export function makeSetUpToken(random: Random): string {
  return encodeBase64url(random.bytes(18));
}

/** Opens set-up of the space in a data folder. */
export function openSetUp(data: string, token: string): void {
  writePrivateFile(join(data, SET_UP_FILE), `${token}\n`);
}

/** The token that opens set-up of the space in a data folder; null where it is closed. */
export function openSetUpToken(data: string): string | null {
  return readTextIfThere(join(data, SET_UP_FILE))?.trim() ?? null;
}

/** Closes set-up for good. */
export function closeSetUp(data: string): void {
  rmSync(join(data, SET_UP_FILE), { force: true });
}

/** Whether two tokens are the same. The time that it takes tells nothing. */
export function isSameToken(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Where the owner goes. What stands after `#` reaches no server's log. */
export function setUpLink(url: string, token: string): string {
  return `${url}/set-up#${token}`;
}
