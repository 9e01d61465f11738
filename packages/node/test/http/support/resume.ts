/** A resume of a space, as a caller brings it. */

import { encodeBase64url, encodeEntry, type SpaceId } from '@covisa/protocol';
import { NOW } from './test-node.js';

/** The line of a resume with this peer key (32 bytes). Nobody has signed it. */
export function resumeLine(space: SpaceId, peerKey: Uint8Array): Uint8Array {
  const key = encodeBase64url(peerKey);
  return encodeEntry({
    ...{ type: 'resume', version: 1, space, incarnation: 1, time: NOW },
    ...{ log: key, witness: key, peer: key, box: key, recovery: key, recoveryKey: key },
    ...{ previous: { size: 1, root: key }, signature: encodeBase64url(new Uint8Array(64)) },
  });
}
