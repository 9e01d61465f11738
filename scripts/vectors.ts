/**
 * `npm run vectors`: writes spec/vectors/. With `--check` it writes nothing, and fails if a file
 * there differs from what it would write, is missing, or is one that it knows nothing of.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './repository.js';
import { vectorFiles } from './vectors/chapters/all.js';
import { strayVectors, vectorMisfits } from './vectors/check.js';

const files = vectorFiles();

function write(): void {
  for (const path of strayVectors(files)) rmSync(join(ROOT, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  console.log(`vectors: wrote ${files.size}`);
}

function check(): void {
  const misfits = vectorMisfits(files);
  for (const misfit of misfits) console.error(misfit);
  if (misfits.length > 0) {
    console.error('Run npm run vectors, and look at what changed.');
    process.exitCode = 1;
  } else console.log(`vectors: ${files.size} are as they are made`);
}

if (process.argv.includes('--check')) check();
else write();
