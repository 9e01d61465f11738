/** Reads the settings of this process: finds the data folder first, then the file in it. */

import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { NodeError } from '../errors.js';
import { type ConfigInput, type ResolvedConfig, resolveConfig } from './resolve.js';
import type { Config } from './settings.js';

/** The file's name in the data folder. */
export const CONFIG_FILE = 'covisa.json';

/**
 * The settings from flags, environment and the file in the data folder, if there is one. `data`
 * comes out absolute.
 * @throws NodeError CONFIG_INVALID
 */
export function loadConfig(
  input: Omit<ConfigInput, 'file'>,
  workingFolder: string,
): ResolvedConfig {
  const first = resolveConfig(input);
  const data = resolve(workingFolder, first.values.data);
  const path = join(data, CONFIG_FILE);
  const text = readIfThere(path);
  const { values, sources } =
    text === null ? first : resolveConfig({ ...input, file: { path, text } });
  return { values: { ...values, data }, sources };
}

/** Where a file lies that a setting names: relative names are meant within the data folder. */
export function dataPath(config: Pick<Config, 'data'>, name: string): string {
  return isAbsolute(name) ? name : join(config.data, name);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    }
    throw new NodeError('CONFIG_INVALID', `file ${path}: cannot be read`, {
      remedy: 'Give the user that runs the node the right to read this file.',
      cause,
    });
  }
}
