/** The public address as `covisa start` is given it, kept in covisa.json for the next start. */

import { join } from 'node:path';
import { CONFIG_FILE, type ResolvedConfig } from '../config/index.js';
import { CommandError } from './failure.js';
import { readJson, readTextIfThere, writePrivateFile } from './files.js';

/** What covisa.json says, none being nothing. It was read as settings before. */
function keptSettings(path: string): object {
  const kept = readTextIfThere(path) === null ? {} : readJson(path);
  return typeof kept === 'object' && kept !== null ? kept : {};
}

/**
 * Keeps a public address that was given as a flag, beside the other settings. The sentence that
 * tells the owner, or null where there was nothing to keep. An address belongs to the space, and
 * was told to the others: a start without it must not take it back. Other flags are of one run.
 */
export function keepPublicUrl({ values, sources }: ResolvedConfig): string | null {
  const { data, publicUrl } = values;
  if (sources.publicUrl.kind !== 'flag') return null;
  const path = join(data, CONFIG_FILE);
  const before = new Map<string, unknown>(Object.entries(keptSettings(path)));
  if ((before.get('publicUrl') ?? null) === publicUrl) return null;
  const settings = { ...Object.fromEntries(before), publicUrl };
  try {
    writePrivateFile(path, `${JSON.stringify(settings, null, 2)}\n`);
    return `--public-url is kept in ${path}: the next start needs it no more.`;
  } catch (error) {
    // A file that somebody else looks after is no reason not to start.
    if (error instanceof CommandError) return `--public-url is not kept: ${error.message}`;
    throw error;
  }
}
