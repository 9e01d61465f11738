/** Issuing keys of this space: the one in use, the next before it ends, those that were revoked. */

import {
  type AnnouncedKey,
  deriveNodeKey,
  encodeBase64url,
  ISSUING_KEY_LIFETIME_SECONDS,
  issuingKeyAt,
  type KeysEntry,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { OwnLog } from '../log/own-log.js';
import type { Keys } from '../services.js';
import type { View } from '../view.js';

/** A key is followed by the next this long before it ends. */
const ROTATION_LEAD_SECONDS = 14 * 86_400;

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  /** 32 bytes: the node secret. */
  readonly secret: Uint8Array;
  /** Tells the other spaces, all of them. */
  readonly push: (homes: Iterable<SpaceId>) => void;
}

/** The keys, as the own log announces them. */
export class IssuingKeys implements Keys {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  list(): readonly AnnouncedKey[] {
    return this.#parts.view.space(this.#context.identity.space)?.keys ?? [];
  }

  /**
   * Announces the next key if the present one is about to end. Does nothing while the log may not
   * grow.
   */
  async rotate(): Promise<void> {
    const now = this.#context.now();
    const present = this.#keyAt(now);
    if (this.#parts.ownLog.mode !== 'ready') return;
    if (present && present.until - now > ROTATION_LEAD_SECONDS) return;
    await this.#parts.ownLog.append([await this.#next()]);
  }

  async revoke(generation: number): Promise<readonly AnnouncedKey[]> {
    const key = this.#ours().findLast(({ entry }) => entry.generation === generation);
    if (!key) throw new NodeError('NOT_FOUND', `key ${generation}: there is none of this log`);
    if (key.deadSince !== null) {
      throw new NodeError('CONFLICT', `key ${generation}: expected a living one, got a dead one`);
    }
    const { ownLog, push } = this.#parts;
    const time = this.#context.now();
    await ownLog.append([{ type: 'key-revocation', generation, time }, await this.#next()]);
    push([]);
    return this.list();
  }

  /**
   * The signature of the key of this instant.
   * @throws NodeError NOT_READY if none is announced
   */
  async sign(message: Uint8Array): Promise<Uint8Array> {
    const key = this.#keyAt(this.#context.now());
    if (!key) {
      throw new NodeError(
        'NOT_READY',
        'visa: this node has no issuing key for today in its log yet',
        { remedy: 'Wait until it has reached its peers; `covisa status` shows it.' },
      );
    }
    const seed = deriveNodeKey(this.#parts.secret, 'issuing', key.generation);
    return this.#context.ports.signatures.sign(seed, message);
  }

  /** Those of this incarnation: only their seeds follow from the node secret. */
  #ours(): readonly AnnouncedKey[] {
    const { incarnation } = this.#context.identity.log;
    return this.list().filter((key) => key.incarnation === incarnation);
  }

  #keyAt(instant: Seconds): KeysEntry | undefined {
    const key = issuingKeyAt(this.list(), instant);
    return key?.deadSince === null ? key.entry : undefined;
  }

  #next(): Promise<KeysEntry> {
    const generation = Math.max(-1, ...this.#ours().map(({ entry }) => entry.generation)) + 1;
    return announceIssuingKey(this.#context, this.#parts.secret, generation, this.#context.now());
  }
}

/** The `keys` entry for a generation, from now on for 90 days. */
export async function announceIssuingKey(
  context: Context,
  secret: Uint8Array,
  generation: number,
  now: Seconds,
): Promise<KeysEntry> {
  const seed = deriveNodeKey(secret, 'issuing', generation);
  return {
    type: 'keys',
    generation,
    issuing: encodeBase64url(await context.ports.signatures.publicKey(seed)),
    from: now,
    until: now + ISSUING_KEY_LIFETIME_SECONDS,
  };
}
