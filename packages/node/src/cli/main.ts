#!/usr/bin/env node
/** `covisa`. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shape } from '@covisa/protocol';
import { processIo } from './io.js';
import { run } from './program.js';

const manifest = shape.open({ version: shape.text({ min: 1, max: 40 }) });
const path = fileURLToPath(new URL('../../package.json', import.meta.url));
const { version } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));

// A reader that went away (`covisa log show | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const runner = {
  io: processIo(),
  setExitStatus(status: number): void {
    process.exitCode = status;
  },
};
await run(runner, version, process.argv.slice(2));
