/** What a scripted node answers. */

import { encodeUtf8, ProtocolError } from '@covisa/protocol';
import { type Code, STATUS_OF } from '../../dist/node/codes.js';

/** Before it is signed. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}

/** An answer of JSON. */
export function json(value: object, status = 200): Answer {
  return { status, type: 'application/json', body: encodeUtf8(JSON.stringify(value)) };
}

/** A refusal of a scripted node by one of the codes of the specification. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;

  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}

function isKnown(code: string): code is Code {
  return Object.hasOwn(STATUS_OF, code);
}

/** The code that an error comes to, with its status. */
export function refusalOf(error: unknown, otherwise: Code) {
  const isTold = error instanceof Refusal || error instanceof ProtocolError;
  const code = isTold && isKnown(error.code) ? error.code : otherwise;
  return { status: STATUS_OF[code], code };
}
