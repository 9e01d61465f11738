/**
 * Runs vectors until the first that is not answered as it says: paths on stdin, one a line; the
 * path of that vector on stdout, or nothing. Started in a copy of the tree whose library is
 * changed.
 */

import { isDeepStrictEqual } from 'node:util';
import { shape } from '@covisa/protocol';
import { readText } from '../repository.js';
import { asTyped } from '../vectors/operations/operation.js';

const vector = shape.open({
  operation: shape.text({ max: 200 }),
  input: asTyped<unknown>(),
  expect: asTyped<unknown>(),
});

async function isAnswered(path: string): Promise<boolean> {
  const { answerOf } = await import('../vectors/operations/all.js');
  const { operation, input, expect } = vector.parse(JSON.parse(readText(path)));
  try {
    return isDeepStrictEqual(await answerOf(operation, input), expect);
  } catch {
    return false;
  }
}

const chunks: string[] = [];
for await (const chunk of process.stdin.setEncoding('utf8')) chunks.push(String(chunk));
for (const path of chunks.join('').trim().split('\n')) {
  if (await isAnswered(path)) continue;
  process.stdout.write(path);
  break;
}
