/**
 * What a signature check is, and the port that runs it. The pure layer never runs one: parsing
 * returns the claims with the checks still to be run, signing returns the bytes to be signed.
 */

/** One Ed25519 check still to be run. */
export interface SignatureCheck {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * Ed25519 under covisa's one verification rule (CRYPTO-1): the same answers from every back end.
 */
export interface SignatureBackend {
  /** The public key (32 bytes) of a seed (32 bytes). */
  publicKey(seed: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** The signature (64 bytes) of `message` by the key of `seed` (32 bytes). */
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** Whether the check holds. A malformed key or signature is `false`, never an exception. */
  verify(check: SignatureCheck): boolean | Promise<boolean>;
}

/** Whether all checks hold; stops at the first that does not. */
export async function verifyAll(
  backend: SignatureBackend,
  checks: readonly SignatureCheck[],
): Promise<boolean> {
  for (const check of checks) if (!(await backend.verify(check))) return false;
  return true;
}
