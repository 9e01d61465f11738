#!/usr/bin/env node
/** The command `covisa-conformance`. */

import { run } from './cli/run.js';

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
});
