/** What a node does for others that lost their node secret. */

import type { SpaceId } from '@covisa/protocol';

/** For spaces that go on with their recovery key. */
export interface Resumes {
  /**
   * A space's own logs, for whoever holds its recovery key: `digest` is the caller, proven by its
   * signature. Resolves with a sync message.
   * @throws NodeError RECOVERY_KEY_UNKNOWN; ProtocolError SYNC_INVALID
   */
  give(digest: string, body: Uint8Array): Promise<Uint8Array>;
  /**
   * Takes the start of the caller's new incarnation: until then its new keys are known to nobody.
   * @throws NodeError FORBIDDEN; ProtocolError RESUME_INVALID and as a range that does not hold
   */
  take(space: SpaceId, body: Uint8Array): Promise<Uint8Array>;
}
