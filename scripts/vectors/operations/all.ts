/** All operations by name, and the answer of one as an adapter gives it. */

import { type Json, toJson } from '../vector.js';
import { cryptoOperations } from './crypto.js';
import { encodingOperations } from './encoding.js';
import { forkOperations } from './forks.js';
import { codeOf, httpOperations } from './http.js';
import { logOperations } from './log.js';
import { messageOperations } from './messages.js';
import type { Operation, Operations } from './operation.js';
import { programmeOperations } from './programme.js';
import { pruningOperations } from './pruning.js';
import { stampOperations } from './stamps.js';
import { syncOperations } from './sync.js';
import { termsOperations } from './terms.js';
import { visaOperations } from './visa.js';

const all: Operations = {
  ...encodingOperations,
  ...cryptoOperations,
  ...logOperations,
  ...pruningOperations,
  ...forkOperations,
  ...visaOperations,
  ...stampOperations,
  ...termsOperations,
  ...programmeOperations,
  ...syncOperations,
  ...messageOperations,
  ...httpOperations,
};

/** All operations by name. */
export const operations: ReadonlyMap<string, Operation> = new Map(Object.entries(all));

/** What an operation answers. */
export type Answer =
  | { readonly ok: Json }
  | { readonly error: string }
  | { readonly unsupported: true };

/** The answer to an input from outside. @throws what is a fault, and no code of errors.md */
export async function answerOf(name: string, input: unknown): Promise<Answer> {
  const found = operations.get(name);
  if (found === undefined) return { unsupported: true };
  try {
    return { ok: toJson(await found(input)) };
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    return { error: code };
  }
}
