/**
 * Sealing of personal values: secretbox with a random nonce under a key from outside the database,
 * and keyed hashes (tags) to find a value again. What a sealed value belongs to is sealed in with
 * it, so that none can be moved to another row.
 */

import { createHmac } from 'node:crypto';
import { assertBytes, concatBytes, encodeUtf8, equalBytes } from '@covisa/protocol';
import nacl from 'tweetnacl';
import { StoreError } from '../errors.js';

const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const TAG_BYTES = 16;

/** Which kind of value a tag stands for. */
export type TagKind = 'visa-number' | 'claim';

/** Seals, opens and tags under one key. */
export interface Sealer {
  /** nonce (24 bytes) ‖ secretbox(owner ‖ 0x00 ‖ value). `owner` names the row; it has no NUL. */
  seal(owner: string, value: Uint8Array): Uint8Array;
  /** The value. @throws StoreError STORE_CORRUPT if it was not sealed for `owner` under this key */
  open(owner: string, sealed: Uint8Array): Uint8Array;
  /** Whether `sealed` was sealed for `owner` under this key. */
  opens(owner: string, sealed: Uint8Array): boolean;
  /** 16 bytes that stand for `value` in an index. */
  tag(kind: TagKind, value: Uint8Array): Uint8Array;
}

function subkey(sealingKey: Uint8Array, label: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', sealingKey).update(label).digest());
}

function openBox(boxKey: Uint8Array, owner: string, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < NONCE_BYTES + nacl.secretbox.overheadLength) return null;
  const nonce = sealed.slice(0, NONCE_BYTES);
  const plain = nacl.secretbox.open(sealed.slice(NONCE_BYTES), nonce, boxKey);
  const prefix = encodeUtf8(`${owner}\0`);
  if (plain === null || !equalBytes(plain.subarray(0, prefix.length), prefix)) return null;
  return plain.slice(prefix.length);
}

/**
 * The sealer of a 32-byte key. `randomBytes` gives the nonces.
 * @throws TypeError if the key has another length
 */
export function makeSealer(
  sealingKey: Uint8Array,
  randomBytes: (count: number) => Uint8Array,
): Sealer {
  assertBytes(sealingKey, 'sealingKey', KEY_BYTES);
  const boxKey = subkey(sealingKey, 'covisa/store/box');
  const tagKey = subkey(sealingKey, 'covisa/store/tag');
  // A desk asks several tables in a row about one visa number, and a keyed hash takes long.
  let last: { kind: TagKind; value: Uint8Array; tag: Uint8Array } | null = null;
  return {
    seal(owner, value) {
      const nonce = randomBytes(NONCE_BYTES);
      assertBytes(nonce, 'nonce', NONCE_BYTES);
      const plain = concatBytes(encodeUtf8(`${owner}\0`), value);
      return concatBytes(nonce, nacl.secretbox(plain, new Uint8Array(nonce), boxKey));
    },
    open(owner, sealed) {
      const value = openBox(boxKey, owner, sealed);
      if (value !== null) return value;
      throw new StoreError(
        'STORE_CORRUPT',
        `${owner}: its sealed value does not open. Restore a backup`,
      );
    },
    opens: (owner, sealed) => openBox(boxKey, owner, sealed) !== null,
    tag(kind, value) {
      if (last === null || last.kind !== kind || !equalBytes(last.value, value)) {
        const hash = createHmac('sha256', tagKey).update(`${kind}\0`).update(value).digest();
        const tag = new Uint8Array(hash.subarray(0, TAG_BYTES));
        last = { kind, value: new Uint8Array(value), tag };
      }
      return last.tag.slice();
    },
  };
}
