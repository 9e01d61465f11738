/** A case for all verifiers, and keys and bytes that are the same in every run. */

import { encodeBase64url, encodeUtf8, sha256 } from '@covisa/protocol';

/** One question with what it is, and whether it holds. */
export interface Case {
  /** What is odd about it, or what is good. */
  readonly title: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Whether the answer is a yes: neither an error nor `holds` or `valid` with false. */
  readonly isGood: boolean;
}

/** 32 bytes for a label. */
export function seedOf(label: string): Uint8Array {
  return sha256(encodeUtf8(label));
}

/** A text of 43 characters for a label, as a space id. */
export function idOf(label: string): string {
  return encodeBase64url(seedOf(label));
}

/** Bytes with the bits of `mask` turned around in one of them. */
export function bent(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ mask : byte));
}
