/**
 * An adapter for the vectors of these tests. Its argument says how it goes wrong: `ends` and
 * `talks` at the first of them, the others all the time.
 */

import { createInterface } from 'node:readline';

interface Asked {
  readonly id: number;
  readonly operation: string;
  readonly input: { readonly numbers?: readonly unknown[]; readonly text?: string };
}

const mode = process.argv[2] ?? 'right';

function add(numbers: readonly unknown[]): object {
  if (!numbers.every((one) => typeof one === 'number')) return { error: 'SHAPE_INVALID' };
  const sum = numbers.reduce((total, one) => total + one, 0);
  return { ok: mode === 'sums' ? { sum: sum + 1, parts: numbers } : { parts: numbers, sum } };
}

function answer({ operation, input }: Asked): object {
  if (operation === 'add') return add(input.numbers ?? []);
  if (mode === 'partial') return { unsupported: true };
  const text = [...(input.text ?? '')].reverse().join('');
  return mode === 'more' ? { ok: { text, more: 1 } } : { ok: { text } };
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as Asked;
  if (mode === 'ends' && asked.id === 0) {
    process.stderr.write('out of luck\n');
    process.exit(7);
  }
  if (mode === 'talks' && asked.id === 0) process.stdout.write('Hello!\n');
  const id = mode === 'renames' ? asked.id + 1 : asked.id;
  const said = mode === 'codes' ? { error: 'OTHER' } : answer(asked);
  process.stdout.write(`${JSON.stringify({ id, ...said })}\n`);
}
