/** Sealed values as JSON: the shapes of their members, and how they are sealed and opened. */

import {
  encodeBase64url,
  encodeUtf8,
  ProtocolError,
  parseBase64url,
  parseUtf8,
  type Shape,
} from '@covisa/protocol';
import { StoreError } from '../errors.js';
import type { Sealer } from './sealing.js';

/** Any text at all: what people typed was bounded where it came in. */
export const anyText: Shape<string> = {
  parse(value, path = '') {
    if (typeof value === 'string') return value;
    throw new ProtocolError('SHAPE_INVALID', `${path}: expected a text, got ${typeof value}`);
  },
  schema: { type: 'string' },
};

/** Bytes as base64url. */
export const bytes: Shape<Uint8Array> = {
  parse: (value, path = '') => parseBase64url(anyText.parse(value, path)),
  schema: { type: 'string' },
};

function writeBytes(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? encodeBase64url(value) : value;
}

/** Seals a value of JSON, bytes as base64url, for its owner. */
export function sealJson(sealer: Sealer, owner: string, value: object): Uint8Array {
  return sealer.seal(owner, encodeUtf8(JSON.stringify(value, writeBytes)));
}

/** Opens a value that `sealJson` sealed for its owner. @throws StoreError STORE_CORRUPT */
export function openJson<T>(sealer: Sealer, owner: string, shape: Shape<T>, sealed: Uint8Array): T {
  const text = parseUtf8(sealer.open(owner, sealed));
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw new StoreError(
      'STORE_CORRUPT',
      `${owner}: its sealed value does not fit. Restore a backup`,
      { cause },
    );
  }
}
