/**
 * Writes `.br` and `.gz` beside each asset, so that the node compresses nothing while it serves.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this many bytes a second file gains nothing. */
const BYTES_MIN = 1024;
const COMPRESSIBLE = /\.(?:js|css|svg|json|wasm|html|webmanifest)$/u;

/** The plugin. */
export function precompressed(): Plugin {
  return {
    name: 'covisa-precompressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (dir !== undefined && COMPRESSIBLE.test(name)) compress(join(dir, name));
      }
    },
  };
}

function compress(path: string): void {
  const bytes = readFileSync(path);
  if (bytes.length < BYTES_MIN) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
