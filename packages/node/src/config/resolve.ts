/**
 * Settings from defaults < file < environment < flags, each with where it came from. Pure: reading
 * the file is load.ts.
 */

import { NodeError } from '../errors.js';
import {
  type Config,
  environmentName,
  flagName,
  isSettingName,
  SETTING_NAMES,
  type SettingName,
  settingOf,
} from './settings.js';

/** Where a value came from. */
export interface Source {
  readonly kind: 'default' | 'file' | 'environment' | 'flag';
  /** For people: `COVISA_PORT`, `--port`, `/srv/covisa/covisa.json`. */
  readonly where: string;
}

/** The settings and where each came from. */
export interface ResolvedConfig {
  readonly values: Config;
  readonly sources: { readonly [Name in SettingName]: Source };
}

/** What settings are made from. */
export interface ConfigInput {
  /** Flags of settings only: `--port 80`, `--port=80`, `--test-clock`, `--no-test-clock`. */
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The text of covisa.json. */
  readonly file?: { readonly path: string; readonly text: string } | null;
}

/** Names in the environment that begin like settings and are read by the command line itself. */
const OTHER_ENVIRONMENT_NAMES: readonly string[] = ['COVISA_URL', 'COVISA_TOKEN'];

interface Given {
  readonly name: SettingName;
  readonly raw: unknown;
  readonly source: Source;
}

/**
 * All settings.
 * @throws NodeError CONFIG_INVALID, which names the place of the first thing wrong and the remedy
 */
export function resolveConfig(input: ConfigInput): ResolvedConfig {
  const given = [
    ...fromFile(input.file ?? null),
    ...fromEnvironment(input.env ?? {}),
    ...fromFlags(input.argv ?? []),
  ];
  const values: Record<string, unknown> = {};
  const sources: Record<string, Source> = {};
  for (const name of SETTING_NAMES) {
    values[name] = settingOf(name).default;
    sources[name] = { kind: 'default', where: 'default' };
  }
  // Later ones win; a bad value is an error even where a later one would have hidden it.
  for (const { name, raw, source } of given) {
    values[name] = parseValue(name, raw, source);
    sources[name] = source;
  }
  const resolved = { values, sources } as unknown as ResolvedConfig;
  checkTogether(resolved);
  return resolved;
}

function parseValue(name: SettingName, raw: unknown, source: Source): unknown {
  const setting = settingOf(name);
  const value = setting.parse(raw);
  if (value !== undefined) return value;
  const remedy = setting.remedy ?? `Set it to ${setting.expected}, or leave it out.`;
  throw invalid(
    source,
    `${name}: expected ${setting.expected}, got ${setting.isSecret ? 'another value' : shown(raw)}`,
    remedy,
  );
}

function checkTogether({ values, sources }: ResolvedConfig): void {
  if (values.testClockOffsetSeconds !== 0 && !values.testClock) {
    throw invalid(
      sources.testClockOffsetSeconds,
      'testClockOffsetSeconds: expected testClock to be on',
      'Turn testClock on as well, or leave the offset out.',
    );
  }
  if (values.smtpUrl !== null && values.mailFrom === null) {
    const remedy = 'Set mailFrom to the address that members may answer to.';
    throw invalid(sources.smtpUrl, 'smtpUrl: expected mailFrom with it, got none', remedy);
  }
}

function fromFile(file: ConfigInput['file']): Given[] {
  if (file === null || file === undefined) return [];
  const source: Source = { kind: 'file', where: file.path };
  return Object.entries(parseFile(file.text, source)).map(([name, raw]) => {
    if (!isSettingName(name)) throw unknown(source, name, SETTING_NAMES);
    if (settingOf(name).notInFile) {
      const remedy = `Give ${environmentName(name)} or ${flagName(name)} instead: this file is found by it.`;
      throw invalid(source, `${name}: cannot be set in this file`, remedy);
    }
    return { name, raw, source };
  });
}

function parseFile(text: string, source: Source): object {
  const remedy = 'Write one JSON object, for example { "port": 7311 }.';
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return document;
  } catch (cause) {
    const where = cause instanceof Error ? `: ${cause.message}` : '';
    throw invalid(source, `expected JSON${where}`, remedy);
  }
  throw invalid(source, 'expected an object', remedy);
}

function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Given[] {
  const names = new Map(SETTING_NAMES.map((name) => [environmentName(name), name]));
  const given: Given[] = [];
  for (const [key, raw] of Object.entries(env)) {
    if (!key.startsWith('COVISA_') || OTHER_ENVIRONMENT_NAMES.includes(key)) continue;
    const source: Source = { kind: 'environment', where: key };
    const name = names.get(key);
    if (name === undefined) throw unknown(source, key, [...names.keys()]);
    given.push({ name, raw, source });
  }
  return given;
}

function fromFlags(argv: readonly string[]): Given[] {
  const names = new Map(SETTING_NAMES.map((name) => [flagName(name), name]));
  const given: Given[] = [];
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? '';
    const [written = '', ...parts] = argument.split('=');
    const negated = written.startsWith('--no-');
    const flag = negated ? `--${written.slice(5)}` : written;
    const source: Source = { kind: 'flag', where: written };
    const name = names.get(flag);
    if (name === undefined || (negated && !settingOf(name).isSwitch)) {
      throw unknown(source, written, [...names.keys()]);
    }
    if (settingOf(name).isSecret) {
      const remedy = `Set ${environmentName(name)}, or ${name} in the file: others can see flags.`;
      throw invalid(source, `${name}: cannot be set by a flag`, remedy);
    }
    if (parts.length > 0 && !negated) given.push({ name, raw: parts.join('='), source });
    else if (settingOf(name).isSwitch) given.push({ name, raw: !negated, source });
    else given.push({ name, raw: argv[++at], source });
  }
  return given;
}

function unknown(source: Source, name: string, known: readonly string[]): NodeError {
  const bare = (text: string): string => text.replace(/[-_]/g, '').toLowerCase();
  const near = known.find((one) => distance(bare(one), bare(name)) <= 2);
  const remedy = near
    ? `Did you mean ${near}? \`covisa config\` lists all settings.`
    : '`covisa config` lists all settings.';
  return invalid(source, `${name}: no such setting`, remedy);
}

/** Levenshtein's distance: how many letters to change, add or leave out. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const changed = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

function shown(raw: unknown): string {
  if (raw === undefined) return 'nothing';
  const text = JSON.stringify(raw);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function invalid(source: Source, what: string, remedy: string): NodeError {
  return new NodeError('CONFIG_INVALID', `${source.kind} ${source.where}: ${what}`, { remedy });
}
