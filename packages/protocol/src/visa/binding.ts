/** What binds a signature to one visa: proofs and grants themselves carry no home nor number. */

import { parseBase64url } from '../bytes/base64url.js';
import { assertBytes, concatBytes, encodeUtf8 } from '../bytes/bytes.js';
import { coseMessage } from '../bytes/cose.js';
import type { SpaceId } from '../ids.js';

/**
 * The bytes to sign of a payload that serves one visa number (16 bytes) of one home and one use:
 * its external data are the label, the home's full id (32 bytes) and the number.
 */
export function boundMessage(
  label: 'covisa/proof/1' | 'covisa/grant/1',
  payload: Uint8Array,
  home: SpaceId,
  number: Uint8Array,
): Uint8Array {
  assertBytes(number, 'number', 16);
  return coseMessage(payload, concatBytes(encodeUtf8(label), parseBase64url(home), number));
}
