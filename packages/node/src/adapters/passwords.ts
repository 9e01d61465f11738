/**
 * Slow hashes of passwords and PINs by node's scrypt (RFC 7914), in its thread pool: about 230 ms
 * and 64 MiB each. Node 20 has no Argon2.
 */

import { scrypt, timingSafeEqual } from 'node:crypto';
import { encodeBase64url, parseBase64url } from '@covisa/protocol';
import type { Passwords, Random } from '../ports.js';

/** log2 of N. */
const COST = 16;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** scrypt needs 128 · N · r bytes; node refuses more than 32 MiB unless told. */
const MEMORY_BYTES_MAX = 2 * 128 * 2 ** COST * BLOCK_SIZE;

/** `scrypt$<log2 N>$<r>$<p>$<salt>$<hash>`, the last two in base64url. */
const KEPT = /^scrypt\$16\$8\$1\$([\w-]{22})\$([\w-]{43})$/;

/** Passwords hashed by scrypt with N = 2^16, r = 8, p = 1. */
export function scryptPasswords(random: Random): Passwords {
  return {
    async hash(secret) {
      const salt = random.bytes(SALT_BYTES);
      const hash = encodeBase64url(await derive(secret, salt));
      return `scrypt$${COST}$${BLOCK_SIZE}$${PARALLEL}$${encodeBase64url(salt)}$${hash}`;
    },
    async verify(secret, kept) {
      const [, salt, hash] = KEPT.exec(kept) ?? [];
      if (salt === undefined || hash === undefined) return false;
      return timingSafeEqual(await derive(secret, parseBase64url(salt)), parseBase64url(hash));
    },
  };
}

function derive(secret: string, salt: Uint8Array): Promise<Uint8Array> {
  const options = { N: 2 ** COST, r: BLOCK_SIZE, p: PARALLEL, maxmem: MEMORY_BYTES_MAX };
  return new Promise((resolve, reject) => {
    // One spelling of each letter, whatever keyboard it comes from (RFC 8265).
    scrypt(secret.normalize('NFC'), salt, HASH_BYTES, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}
