/** The entries of logs as files, one log a file, one entry a line: what is put into hypercores. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NEWLINE = Buffer.from('\n');

/** Writes the logs, in their order. */
export function writeLogFiles(folder: string, logs: readonly (readonly Uint8Array[])[]): void {
  for (const [i, lines] of logs.entries()) {
    const bytes = Buffer.concat(lines.flatMap((line) => [line, NEWLINE]));
    writeFileSync(join(folder, String(i).padStart(6, '0')), bytes);
  }
}

/** Reads the logs, in their order. */
export function readLogFiles(folder: string): readonly (readonly Uint8Array[])[] {
  return readdirSync(folder)
    .sort()
    .map((name) => linesOf(readFileSync(join(folder, name))));
}

function linesOf(bytes: Buffer): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, at);
    lines.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return lines;
}
