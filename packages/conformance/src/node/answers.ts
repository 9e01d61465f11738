/** Reading a node's answers: JSON, content codings, and errors in their one form. */

import { gunzipSync } from 'node:zlib';
import { parseUtf8, SYNC_BYTES_MAX, shape } from '@covisa/protocol';
import type { Answer } from '../platform/http.js';
import { type Code, STATUS_OF } from './codes.js';
import { check, Failure, reading, same } from './expect.js';

const { open, optional, text } = shape;

const errorBody = open({
  error: open({
    code: text({ min: 1, max: 60, pattern: /^[A-Z][A-Z0-9_]*$/u, what: 'an error code' }),
    message: text({ min: 1, max: 10_000 }),
    path: optional(text({ min: 0, max: 500 })),
  }),
});

/** The content of an answer, unpacked. */
export function contentOf({ headers, body }: Answer): Uint8Array {
  const coding = headers['content-encoding'] ?? 'identity';
  if (coding === 'identity') return body;
  same('content-encoding', coding, 'gzip');
  return reading(
    'body',
    () => new Uint8Array(gunzipSync(body, { maxOutputLength: SYNC_BYTES_MAX })),
  );
}

/** The JSON of an answer, whatever its status. */
export function jsonOf(answer: Answer): unknown {
  return reading('body', () => JSON.parse(parseUtf8(contentOf(answer))) as unknown);
}

/** The content type without its parameters. */
export function typeOf({ headers }: Answer): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The error code of an answer, in the form that every error has. */
export function errorOf(answer: Answer): string {
  check(answer.status >= 400, `expected a refusal, got the status ${answer.status}`);
  same("the error's content type", typeOf(answer), 'application/json');
  return reading('error', () => errorBody.parse(jsonOf(answer))).error.code;
}

/** @throws Failure unless the answer is an error with one of these codes, under its status */
export function checkRefusal(answer: Answer, ...codes: readonly [Code, ...Code[]]): void {
  const code = errorOf(answer);
  const found = codes.find((one) => one === code);
  if (found === undefined) throw new Failure(`expected ${codes.join(' or ')}, got ${code}`);
  same(`the status of ${found}`, answer.status, STATUS_OF[found]);
}

/** The JSON of an answer of status 200 (or 201), read by a shape. */
export function documentOf<T>(answer: Answer, expected: shape.Shape<T>): T {
  if (answer.status !== 200 && answer.status !== 201) {
    throw new Failure(`expected an answer, got ${answer.status} ${codeOrNothing(answer)}`);
  }
  same('content-type', typeOf(answer), 'application/json');
  return reading('document', () => expected.parse(jsonOf(answer)));
}

function codeOrNothing(answer: Answer): string {
  try {
    return errorOf(answer);
  } catch {
    return 'without an error body';
  }
}
