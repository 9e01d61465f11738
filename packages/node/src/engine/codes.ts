/** Codes that people type or read out: digits and letters that are hard to mistake. */

import type { Random } from '../ports.js';

/** Digits and letters without I, L, O and U, which people mishear and misread: 5 bits each. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh code of so many digits and letters. */
export function makeCode(random: Random, length: number): string {
  return [...random.bytes(length)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
}

/**
 * SPOKEN-5: case, dashes and spaces in a code mean nothing, O is read as 0, and I and L are read as
 * 1.
 */
export function plainCode(text: string): string {
  const digits = text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return digits.replaceAll(/[^0-9A-Z]/g, '');
}
