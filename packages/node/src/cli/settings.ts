/** The flags of settings, for commands that take them, and as the configuration reads them. */

import type { Command } from 'commander';
import { describeFlags, flagName, SETTING_NAMES, settingOf } from '../config/index.js';

/** What commands have as global options of their own. */
const GLOBAL: readonly string[] = ['data'];

/** Adds a flag for each setting; switches also in the form `--no-…`. */
export function addSettingFlags(command: Command): Command {
  const flags = describeFlags();
  SETTING_NAMES.forEach((name, index) => {
    const described = flags[index];
    if (described === undefined || GLOBAL.includes(name)) return;
    command.option(described.flag, described.help);
    if (settingOf(name).isSwitch) command.option(`--no-${flagName(name).slice(2)}`);
  });
  return command;
}

/** The flags that a command was given, again as arguments: `loadConfig` reads and judges them. */
export function settingFlags(options: object): readonly string[] {
  const given = new Map<string, unknown>(Object.entries(options));
  return SETTING_NAMES.filter((name) => !GLOBAL.includes(name)).flatMap((name) => {
    const value = given.get(name);
    if (value === undefined) return [];
    const flag = flagName(name);
    if (value === true) return [flag];
    return value === false ? [`--no-${flag.slice(2)}`] : [`${flag}=${String(value)}`];
  });
}
