/**
 * Our own library behind the adapter's contract (spec/vectors/README.md): one JSON object a line on
 * stdin, one a line on stdout, until stdin ends.
 */

import { createInterface } from 'node:readline';
import { shape } from '@covisa/protocol';
import { answerOf } from './operations/all.js';
import { anyText, asTyped, count } from './operations/operation.js';

const call = shape.closed({ id: count, operation: anyText, input: asTyped<unknown>() });

for await (const line of createInterface({ input: process.stdin })) {
  const { id, operation, input } = call.parse(JSON.parse(line));
  process.stdout.write(`${JSON.stringify({ id, ...(await answerOf(operation, input)) })}\n`);
}
