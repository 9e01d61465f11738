/** Operations of the chapter encoding. */

import {
  coseMessage,
  encodeBase45,
  parseBase45,
  parseBase64url,
  parseCbor,
  parseCose,
  shape,
} from '@covisa/protocol';
import { anyText, bytes, type Operations, operation } from './operation.js';

/** A CBOR value as JSON: `{"bytes": "…"}` for bytes, `{"map": [[key, value], …]}` for a map. */
function diagnostic(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: value };
  if (value instanceof Map) {
    return { map: [...value].map(([key, one]) => [key, diagnostic(one)]) };
  }
  return Array.isArray(value) ? value.map(diagnostic) : value;
}

export const encodingOperations: Operations = {
  'base45-encode': operation(shape.closed({ bytes }), (input) => ({
    text: encodeBase45(input.bytes),
  })),
  'base45-decode': operation(shape.closed({ text: anyText }), ({ text }) => ({
    bytes: parseBase45(text),
  })),
  'base64url-decode': operation(shape.closed({ text: anyText }), ({ text }) => ({
    bytes: parseBase64url(text),
  })),
  'cbor-decode': operation(shape.closed({ bytes }), (input) => ({
    value: diagnostic(parseCbor(input.bytes)),
  })),
  'cose-decode': operation(shape.closed({ bytes }), (input) => {
    const { payload, signature } = parseCose(input.bytes);
    return { payload, signature };
  }),
  'cose-message': operation(shape.closed({ payload: bytes, external: bytes }), (input) => ({
    message: coseMessage(input.payload, input.external),
  })),
};
