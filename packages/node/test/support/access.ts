/** Access over memory, with a clock of the test's own and hashes that cost nothing. */

import { sha256 } from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { Access, type AccessPorts } from '../../dist/access/index.js';
import type { Passwords } from '../../dist/ports.js';

/** 2026-05-12T09:00:00Z. */
const NOW = 1_778_576_400;

/** The secret itself, marked: what matters in tests is who is asked, and when. */
const plainPasswords: Passwords = {
  hash: async (secret) => `kept:${secret}`,
  verify: async (secret, kept) => kept === `kept:${secret}`,
};

/** Opens access; what a test does not give is fixed. Chance counts upward. */
export function testAccess(ports: Partial<AccessPorts> = {}): Promise<Access> {
  let draws = 0;
  return Access.open({
    store: openMemoryStore(),
    now: () => NOW,
    random: { bytes: (length) => new Uint8Array(length).fill(++draws) },
    passwords: plainPasswords,
    sha256,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fileToken: 'token-of-the-test',
    ...ports,
  });
}
