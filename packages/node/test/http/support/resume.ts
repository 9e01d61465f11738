/** A resume of a space, as a caller brings it. */

import { encodeBase64url, encodeEntry, encodeUtf8, type SpaceId } from '@covisa/protocol';
import { NOW } from './test-node.js';

/** The body that tells of a resume with this peer key (32 bytes). Nobody has signed it. */
export function resumeBody(space: SpaceId, peerKey: Uint8Array): Uint8Array {
  const key = encodeBase64url(peerKey);
  const resume = encodeEntry({
    ...{ type: 'resume', version: 1, space, incarnation: 1, previous: { size: 1, root: key } },
    ...{ log: key, witness: key, peer: key, box: key, recovery: key, time: NOW },
    ...{ recoveryKey: key, signature: encodeBase64url(new Uint8Array(64)) },
  });
  return Buffer.concat([encodeUtf8('{}\n'), resume, encodeUtf8('\n')]);
}
