/** `npm run bench [-- --quick]`: runs the lines of the benchmark, and prints what they found. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LINES } from './lines/index.js';

const quick = process.argv.includes('--quick');
for (const line of LINES) {
  const scratch = mkdtempSync(join(tmpdir(), 'covisa-bench-'));
  try {
    const result = await line.run({ quick, scratch, say: console.error });
    console.log(JSON.stringify({ name: line.name, title: line.title, ...result }, null, 2));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
