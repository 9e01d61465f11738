/**
 * A resume: the owner, who alone has the recovery key, gives the space a new node secret and goes
 * on in a new incarnation of its log. The node does not run meanwhile.
 */

import {
  encodeBase64url,
  type ProfileEntry,
  parseEntry,
  type ResumeEntry,
  resumeToSign,
  type SpaceId,
} from '@covisa/protocol';
import type { LogHead, LogId, Store } from '@covisa/store';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import { announceIssuingKey } from '../home/issuing-keys.js';
import { publicKeysOf } from '../identity.js';
import { entriesOf, type View } from '../view.js';
import { OwnLog } from './own-log.js';
import type { Replica } from './replica.js';
import { knownSize, storedRoot } from './tree-hashes.js';

/**
 * The space that a recovery key may resume: the one whose latest incarnation names its digest.
 * Null: none that is held.
 */
export function spaceOfRecoveryDigest(view: View, digest: string): SpaceId | null {
  for (const { space, openings } of view.spaces.values()) {
    if (openings.at(-1)?.entry.recovery === digest) return space;
  }
  return null;
}

/** The log that a resume of a space opens. */
export function nextLog(view: View, space: SpaceId): LogId {
  return { space, incarnation: view.space(space)?.openings.length ?? 0 };
}

/** What the owner brings to a resume. */
export interface ResumeKeys {
  /** 32 bytes: the recovery key's seed. */
  readonly recoverySeed: Uint8Array;
  /** SHA-256 of the next recovery public key, in base64url. */
  readonly nextRecovery: string;
  /** How many entries of the log so far are accepted; null: all that are held. */
  readonly accept: number | null;
}

/**
 * Starts the next incarnation, of which `context` is the identity: accepts what is held of the one
 * before, announces an issuing key of the new secret, and says the profile again.
 * @throws NodeError RECOVERY_KEY_UNKNOWN, ACCEPTED_SIZE_INVALID
 */
export async function resume(
  context: Context,
  held: { readonly view: View; readonly replica: Replica },
  secret: Uint8Array,
  keys: ResumeKeys,
): Promise<ResumeEntry> {
  const log = held.replica.latest(context.identity.space);
  if (log === null) throw recoveryKeyUnknown();
  const entry = await signedResume(context, log.head, keys);
  const profile = await acceptedProfile(context, log.head, entry.previous.size);
  const ownLog = new OwnLog(context, held.replica);
  await ownLog.open();
  const issuing = await announceIssuingKey(context, secret, 0, context.now());
  await ownLog.append(profile ? [entry, issuing, profile] : [entry, issuing]);
  await ownLog.beat(context.now());
  return entry;
}

/** For words that resume nothing here. */
export function recoveryKeyUnknown(): NodeError {
  return new NodeError(
    'RECOVERY_KEY_UNKNOWN',
    'recovery words: they are of no space that is known',
    {
      remedy:
        'Take the newest words of this space: each recovery makes new ones. Where the data is lost, name a space of your programme with --peer.',
    },
  );
}

/** The last profile among the accepted entries, signed again: what a thief wrote is none. */
async function acceptedProfile(
  { ports, settings, now }: Context,
  { space, incarnation }: LogHead,
  accepted: number,
): Promise<ProfileEntry | null> {
  let profile: ProfileEntry | null = null;
  const start = { space, incarnation: 0, index: -1 };
  for await (const stored of entriesOf(ports.store, ['profile'], start)) {
    const isBeyond = stored.incarnation === incarnation && stored.index >= accepted;
    if (stored.space !== space || isBeyond) break;
    const entry = parseEntry(stored.bytes);
    if (entry.type === 'profile') profile = entry;
  }
  return profile && { ...profile, signed: now(), node: settings.publicUrl };
}

async function signedResume(
  { identity, ports, now }: Context,
  head: LogHead,
  { recoverySeed, nextRecovery, accept }: ResumeKeys,
): Promise<ResumeEntry> {
  const size = await provableSize(ports.store, head, acceptedSize(head, accept));
  const root = encodeBase64url(await storedRoot(ports.store, head, size, ports.sha256));
  const claims = {
    ...identity.log,
    previous: { size, root },
    ...publicKeysOf(identity),
    recovery: nextRecovery,
    time: now(),
  };
  const signature = await ports.signatures.sign(recoverySeed, resumeToSign(claims));
  return {
    type: 'resume',
    version: 1,
    ...claims,
    recoveryKey: encodeBase64url(await ports.signatures.publicKey(recoverySeed)),
    signature: encodeBase64url(signature),
  };
}

function acceptedSize({ size }: LogHead, accept: number | null): number {
  if (accept === null) return size;
  if (Number.isSafeInteger(accept) && accept >= 1 && accept <= size) return accept;
  throw new NodeError(
    'ACCEPTED_SIZE_INVALID',
    `accept: expected 1 to ${size} entries, got ${accept}`,
    { remedy: 'covisa recover --list shows the last entries with their numbers.' },
  );
}

/** The same size, if its root can be told: within a gap nobody can. */
async function provableSize(store: Store, head: LogHead, size: number): Promise<number> {
  const known = await knownSize(store, head, size);
  if (known === size) return size;
  throw new NodeError(
    'ACCEPTED_SIZE_INVALID',
    `accept: expected a number of entries that does not end within a gap, got ${size}`,
    { remedy: `Entries around it were pruned. Accept ${known}, or some that were not pruned too.` },
  );
}
