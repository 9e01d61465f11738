/** The keys by which a home signs visas and grants. */

import type { AnnouncedKey } from '@covisa/protocol';

/** For the owner. */
export interface Keys {
  /** All issuing keys that the log announced, oldest first. */
  list(): readonly AnnouncedKey[];
  /**
   * Revokes the key of that generation of this incarnation, for good, and announces the next one:
   * visas that it signed are dead, and are renewed when the phones reach the node.
   * @throws NodeError NOT_FOUND, CONFLICT if it is dead already
   */
  revoke(generation: number): Promise<readonly AnnouncedKey[]>;
}
