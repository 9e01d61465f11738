/**
 * Ed25519 for a whole world: each signature is verified once, however many nodes look at it. What
 * is remembered is the answer of the real back end to the very same key, message and signature.
 */

import { type NodeSignatureBackend, nodeSignatureBackend } from '@covisa/node';

/** Answers that are remembered at a time: bounds the memory of a long run. */
const REMEMBERED_MAX = 200_000;

/** A back end that remembers. */
export interface RememberedSignatures extends NodeSignatureBackend {
  /** Verifications that were asked for, and those that were done. */
  readonly counts: { asked: number; done: number };
}

export function rememberedSignatures(): RememberedSignatures {
  const real = nodeSignatureBackend(16_384, 16_384);
  const counts = { asked: 0, done: 0 };
  let recent = new Map<string, boolean>();
  let older = new Map<string, boolean>();
  return {
    counts,
    publicKey: (seed) => real.publicKey(seed),
    sign: (seed, message) => real.sign(seed, message),
    verify(check) {
      counts.asked += 1;
      const name = latin1(check.signature) + latin1(check.publicKey) + latin1(check.message);
      let holds = recent.get(name) ?? older.get(name);
      if (holds === undefined) {
        counts.done += 1;
        holds = real.verify(check);
      }
      recent.set(name, holds);
      if (recent.size > REMEMBERED_MAX / 2) {
        older = recent;
        recent = new Map();
      }
      return holds;
    },
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
