/**
 * Spoken codes, for when no camera works: a wallet leaves its presentation with its home, the
 * member reads a code out, and the host's node collects the presentation by it.
 */

import type { Seconds, SpaceId } from '@covisa/protocol';

/** A code to read out. */
export interface SpokenCode {
  /** Eight digits and letters. */
  readonly code: string;
  readonly lapses: Seconds;
}

/** The home's side. */
export interface SpokenCodes {
  /**
   * Keeps a fresh presentation of one of our members for two minutes.
   * @throws ProtocolError as `verifyPresentation`; NodeError MEMBER_INACTIVE
   */
  leave(token: string): Promise<SpokenCode>;
  /**
   * Gives the presentation to a host, once.
   * @throws NodeError NOT_FOUND; RATE_LIMITED for a host that has asked for too many wrong codes
   */
  collect(host: SpaceId, code: string): string;
}
