/** Keys and an inception for a node that stands in a test. */

import {
  encodeBase64url,
  encodeEntry,
  encodeUtf8,
  type SpaceId,
  sha256,
  spaceId,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '../../../dist/adapters/ed25519-node.js';

/** 2026-05-12T09:00:00Z. */
export const NOW = 1_778_576_400;

export const signatures = nodeSignatureBackend();

/** A node without a log: who it is, and its peer key. */
export interface TestNode {
  readonly space: SpaceId;
  readonly inception: Uint8Array;
  readonly peerKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** The node of a label, always the same. */
export function testNode(label: string): TestNode {
  const seed = sha256(encodeUtf8(`peer/${label}`));
  const peerKey = signatures.publicKey(seed);
  const other = encodeBase64url(sha256(encodeUtf8(`other/${label}`)));
  const inception = encodeEntry({
    type: 'inception',
    version: 1,
    log: other,
    witness: other,
    peer: encodeBase64url(peerKey),
    box: other,
    recovery: other,
  });
  return {
    space: spaceId.parse(encodeBase64url(sha256(inception))),
    inception,
    peerKey,
    sign: async (message) => signatures.sign(seed, message),
  };
}
