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
import type { LogId } from '@covisa/store';
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
  const written = publicKeysOf({ keys, public: await publicKeys(ports, keys) });
  return { type: 'inception', version: 1, ...written, recovery: recoveryDigest };
}

/** The public keys of a node as its log's first entry names them. */
export function publicKeysOf({
  keys,
  public: { log, witness, peer },
}: Pick<Identity, 'keys' | 'public'>): Pick<InceptionEntry, 'log' | 'witness' | 'peer' | 'box'> {
  return {
    log: encodeBase64url(log),
    witness: encodeBase64url(witness),
    peer: encodeBase64url(peer),
    box: encodeBase64url(boxPublicKey(keys.box)),
  };
}

/** The space id of an inception. */
export function spaceOf(inception: InceptionEntry, ports: EnginePorts): SpaceId {
  const digest = encodeBase64url(ports.sha256(encodeEntry(inception)));
  return shape.parseAs('SHAPE_INVALID', spaceId, digest);
}

/** The identity of the node whose secret writes this log. */
export async function identityOf(
  ports: EnginePorts,
  secret: Uint8Array,
  log: LogId,
): Promise<Identity> {
  const keys = deriveNodeKeys(secret);
  return { space: log.space, log, keys, public: await publicKeys(ports, keys) };
}

/**
 * The log that the keys of this secret write.
 * @throws NodeError SECRETS_INVALID if the store holds none; NODE_REPLACED if a resume has given
 * the space other keys
 */
export async function findOwnLog(
  ports: EnginePorts,
  secret: Uint8Array,
  view: View,
): Promise<LogId> {
  const { log } = await publicKeys(ports, deriveNodeKeys(secret));
  for (const { space, openings } of view.spaces.values()) {
    const incarnation = openings.findIndex(({ logKey }) => equalBytes(logKey, log));
    if (incarnation < 0) continue;
    if (incarnation === openings.length - 1) return { space, incarnation };
    throw new NodeError(
      'NODE_REPLACED',
      'node.key: expected the newest secret of this space, got one that its recovery key replaced',
      { remedy: 'Use the data folder in which covisa recover was run. This one serves no more.' },
    );
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
