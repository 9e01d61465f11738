/**
 * Who a node is: its keys from its secret, and its space id from the inception that these keys
 * wrote.
 */

import {
  boxPublicKey,
  deriveNodeKeys,
  encodeBase64url,
  encodeEntry,
  equalBytes,
  type InceptionEntry,
  type NodeKeys,
  type SpaceId,
  shape,
  spaceId,
} from '@covisa/protocol';
import { NodeError } from '../errors.js';
import type { EnginePorts, Identity } from './context.js';
import type { View } from './view.js';

/**
 * The inception entry of a fresh space. `recoveryDigest` is base64url of SHA-256 of the recovery
 * public key.
 */
export async function makeInception(
  ports: EnginePorts,
  secret: Uint8Array,
  recoveryDigest: string,
): Promise<InceptionEntry> {
  const keys = deriveNodeKeys(secret);
  const { log, witness, peer } = await publicKeys(ports, keys);
  return {
    type: 'inception',
    version: 1,
    log: encodeBase64url(log),
    witness: encodeBase64url(witness),
    peer: encodeBase64url(peer),
    box: encodeBase64url(boxPublicKey(keys.box)),
    recovery: recoveryDigest,
  };
}

/** The space id of an inception. */
export function spaceOf(inception: InceptionEntry, ports: EnginePorts): SpaceId {
  const digest = encodeBase64url(ports.sha256(encodeEntry(inception)));
  return shape.parseAs('SHAPE_INVALID', spaceId, digest);
}

/** The identity of a known space. */
export async function identityOf(
  ports: EnginePorts,
  secret: Uint8Array,
  space: SpaceId,
): Promise<Identity> {
  const keys = deriveNodeKeys(secret);
  return { space, log: { space, incarnation: 0 }, keys, public: await publicKeys(ports, keys) };
}

/**
 * The space whose log the keys of this secret write.
 * @throws NodeError SECRETS_INVALID if the store holds none
 */
export async function findOwnSpace(
  ports: EnginePorts,
  secret: Uint8Array,
  view: View,
): Promise<SpaceId> {
  const { log } = await publicKeys(ports, deriveNodeKeys(secret));
  for (const { space, logKey } of view.spaces.values()) {
    if (logKey && equalBytes(logKey, log)) return space;
  }
  throw new NodeError(
    'SECRETS_INVALID',
    'node.key: expected the secret of the log in this data folder, got another',
    {
      remedy: 'Restore node.key and the database from the same backup.',
    },
  );
}

async function publicKeys(ports: EnginePorts, keys: NodeKeys): Promise<Identity['public']> {
  const { signatures } = ports;
  return {
    log: await signatures.publicKey(keys.log),
    witness: await signatures.publicKey(keys.witness),
    peer: await signatures.publicKey(keys.peer),
  };
}
