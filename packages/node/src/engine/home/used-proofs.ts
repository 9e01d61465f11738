/** Proofs that have served: what a phone asks of its home by one proof is done once. */

import {
  encodeBase64url,
  PRESENTATION_EARLY_SECONDS,
  PRESENTATION_LATE_SECONDS,
  type Proof,
  ProtocolError,
  type Seconds,
} from '@covisa/protocol';

/** From 60 s before a proof's time to 120 s after it: later it is stale anyway. */
const KEPT_SECONDS: Seconds = PRESENTATION_EARLY_SECONDS + PRESENTATION_LATE_SECONDS;

/** The proofs of the last three minutes. What is forgotten with the process is stale soon. */
export class UsedProofs {
  /** When each was used, by its payload (a nonce is in it) and the visa number that it is for. */
  readonly #used = new Map<string, Seconds>();

  /**
   * Notes that a proof whose signature holds has served.
   * @throws ProtocolError PRESENTATION_USED if it had before
   */
  use({ payload }: Proof, visaNumber: Uint8Array, now: Seconds): void {
    for (const [key, time] of this.#used) {
      if (time < now - KEPT_SECONDS) this.#used.delete(key);
    }
    // PRES-8: what is asked of the home by one proof is done once (but for renewing).
    const key = `${encodeBase64url(visaNumber)}.${encodeBase64url(payload)}`;
    if (this.#used.has(key)) {
      throw new ProtocolError(
        'PRESENTATION_USED',
        'presentation: expected one that has not served yet, got one a second time',
      );
    }
    this.#used.set(key, now);
  }
}
