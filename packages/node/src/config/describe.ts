/** The settings as `covisa config` and `--help` show them. */

import type { ResolvedConfig, Source } from './resolve.js';
import {
  environmentName,
  flagName,
  SETTING_NAMES,
  type SettingName,
  settingOf,
} from './settings.js';

/** One setting, told. */
export interface SettingDescription {
  readonly name: SettingName;
  readonly value: unknown;
  readonly source: Source;
  readonly environment: string;
  /** Null: it cannot be set by one. */
  readonly flag: string | null;
  readonly help: string;
}

/** In place of a secret. */
const HIDDEN = '(set, not shown)';

/** Every setting with its value and where that came from, in the table's order. */
export function describeConfig({ values, sources }: ResolvedConfig): readonly SettingDescription[] {
  return SETTING_NAMES.map((name) => ({
    name,
    value: settingOf(name).isSecret && values[name] !== null ? HIDDEN : values[name],
    source: sources[name],
    environment: environmentName(name),
    flag: settingOf(name).isSecret ? null : flagName(name),
    help: settingOf(name).help,
  }));
}

/** A value as a person writes it. */
function shownValue(value: unknown): string {
  if (value === null) return 'none';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** The same for a terminal: one line a setting, in three columns. */
export function formatConfig(resolved: ResolvedConfig): string {
  const rows = describeConfig(resolved).map(({ name, value, source }) => [
    name,
    shownValue(value),
    source.kind === 'default' ? 'default' : `${source.kind} ${source.where}`,
  ]);
  const width = (column: number): number =>
    Math.max(...rows.map((row) => (row[column] ?? '').length));
  const widths = [width(0), width(1)];
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A flag as a command line's library wants it, with its help. */
export interface FlagDescription {
  /** `--port <value>`, or `--test-clock` for a switch. */
  readonly flag: string;
  readonly help: string;
}

/** All flags of settings, for `--help`. */
export function describeFlags(): readonly FlagDescription[] {
  return SETTING_NAMES.filter((name) => !settingOf(name).isSecret).map((name) => {
    const setting = settingOf(name);
    return {
      flag: setting.isSwitch ? flagName(name) : `${flagName(name)} <value>`,
      help: `${setting.help} (${environmentName(name)}; default: ${shownValue(setting.default)})`,
    };
  });
}
