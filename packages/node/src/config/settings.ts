/** The table of settings: the one place that names, explains, bounds and defaults each of them. */

import ipaddr from 'ipaddr.js';
import { isMailAddress } from '../engine/home/mail-address.js';

/** One setting. */
export interface Setting<T> {
  readonly default: T;
  /** One sentence for `covisa config` and `--help`. */
  readonly help: string;
  /** What a good value looks like, for errors and `--help`. */
  readonly expected: string;
  /**
   * The value, or undefined if `raw` is not a good one: text from the environment and flags, any
   * JSON from the file.
   */
  readonly parse: (raw: unknown) => T | undefined;
  /**
   * What the operator can do when the value is not good, if there is more to say than what was
   * expected.
   */
  readonly remedy?: string;
  /** Set for what the file cannot say, since it is needed to find the file. */
  readonly notInFile?: true;
  /** Set for a flag that stands alone. */
  readonly isSwitch?: true;
  /** Set for what is never shown, and is no flag: others on the machine see a command's flags. */
  readonly isSecret?: true;
}

function text(fallback: string, help: string): Setting<string> {
  return {
    default: fallback,
    help,
    expected: 'a text that is not empty',
    parse: (raw) => (typeof raw === 'string' && raw.trim() !== '' ? raw : undefined),
  };
}

function whole(fallback: number, min: number, max: number, help: string): Setting<number> {
  return {
    default: fallback,
    help,
    expected: `a whole number from ${min} to ${max}`,
    parse(raw) {
      const value = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw;
      if (typeof value !== 'number' || !Number.isInteger(value)) return undefined;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

function yesNo(help: string): Setting<boolean> {
  return {
    default: false,
    help,
    expected: 'true or false',
    parse: (raw) =>
      raw === true || raw === 'true' ? true : raw === false || raw === 'false' ? false : undefined,
    isSwitch: true,
  };
}

function choice<const T extends string>(
  fallback: T,
  choices: readonly T[],
  help: string,
): Setting<T> {
  return {
    default: fallback,
    help,
    expected: `one of ${choices.join(', ')}`,
    parse: (raw) => choices.find((known) => known === raw),
  };
}

function parseOrigin(raw: unknown): string | null | undefined {
  if (raw === null || raw === '' || raw === 'none') return null;
  if (typeof raw !== 'string' || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  const isOrigin = url.href === `${url.origin}/` && /^https?:$/.test(url.protocol);
  return isOrigin ? url.origin : undefined;
}

function parseSmtpUrl(raw: unknown): string | null | undefined {
  if (raw === null || raw === '' || raw === 'none') return null;
  if (typeof raw !== 'string' || !URL.canParse(raw)) return undefined;
  const { protocol, hostname, pathname, search, hash } = new URL(raw);
  const isPlain = /^\/?$/.test(pathname) && search === '' && hash === '';
  return /^smtps?:$/.test(protocol) && hostname !== '' && isPlain ? raw : undefined;
}

function parseSender(raw: unknown): string | null | undefined {
  if (raw === null || raw === '' || raw === 'none') return null;
  if (typeof raw !== 'string') return undefined;
  const address = /^[^<>"\p{Cc}]{0,80}<([^<>]+)>$/u.exec(raw)?.[1] ?? raw;
  return isMailAddress(address) ? raw : undefined;
}

/**
 * Proxies whose word about the caller's address is taken: a number of hops, or names and ranges of
 * addresses.
 */
type TrustedProxies = number | readonly string[];

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

function parseProxies(raw: unknown): TrustedProxies | undefined {
  if (typeof raw === 'string' && /^\d$/.test(raw)) return Number(raw);
  if (typeof raw === 'number')
    return Number.isInteger(raw) && raw >= 0 && raw <= 9 ? raw : undefined;
  const list = typeof raw === 'string' ? raw.split(',').map((one) => one.trim()) : raw;
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const good = (one: unknown): one is string =>
    typeof one === 'string' &&
    (PROXY_NAMES.includes(one) || ipaddr.isValid(one) || ipaddr.isValidCIDR(one));
  return list.every(good) ? list : undefined;
}

/**
 * All settings. In the file by these names, in the environment as COVISA_PUBLIC_URL, as flags
 * --public-url.
 */
const SETTINGS = {
  data: {
    ...text('./covisa-data', 'Folder that holds everything this node knows.'),
    notInFile: true,
  },
  host: text('127.0.0.1', 'Address to listen on; 0.0.0.0 or :: for all.'),
  port: whole(7311, 0, 65_535, 'Port to listen on; 0 for any that is free.'),
  publicUrl: {
    default: null,
    help: 'Where other nodes reach this one; none for a node that only calls out.',
    expected: 'an origin such as https://covisa.example.org, or none',
    remedy: 'Leave out any path: proxies that change paths would break the signatures of requests.',
    parse: parseOrigin,
  } satisfies Setting<string | null> as Setting<string | null>,
  allowPrivateAddresses: yesNo('Call peers in private networks too: for trials on one machine.'),
  trustProxy: {
    default: ['loopback'],
    help: "Proxies in front of this node whose word about the caller's address is taken.",
    expected: 'a number of hops from 0 to 9, or addresses and ranges such as loopback,10.0.0.0/8',
    remedy:
      'Neither true nor false is right: true lets anybody name any address, false takes the proxy for the caller.',
    parse: parseProxies,
  } satisfies Setting<TrustedProxies> as Setting<TrustedProxies>,
  syncIntervalSeconds: whole(60, 1, 86_400, 'Seconds between calls to a random peer.'),
  heartbeatIntervalSeconds: whole(3600, 10, 86_400, 'Seconds between signs of life.'),
  grantBudgetMilliseconds: whole(
    1500,
    0,
    10_000,
    'Milliseconds that the desk waits for the home space before it decides alone.',
  ),
  requestTimeoutMilliseconds: whole(
    15_000,
    100,
    120_000,
    'Milliseconds after which a call to another node is given up.',
  ),
  smtpUrl: {
    default: null,
    help: 'Mail server for claim links to members, with user and password; none for no mail.',
    expected: 'smtps://user:password@mail.example.org, smtp://mail.example.org:587, or none',
    remedy: 'Percent-encode what is not a letter or digit in user and password.',
    parse: parseSmtpUrl,
    isSecret: true,
  } satisfies Setting<string | null> as Setting<string | null>,
  mailFrom: {
    default: null,
    help: 'Sender of letters to members; needed with smtpUrl.',
    expected: 'a mail address, or Name <address>, or none',
    parse: parseSender,
  } satisfies Setting<string | null> as Setting<string | null>,
  apiTokenFile: text('api-token', 'File with the token of the API; relative to the data folder.'),
  logLevel: choice('info', ['info', 'warn', 'error', 'silent'], 'What is logged.'),
  logFormat: choice(
    'auto',
    ['auto', 'json', 'pretty'],
    'How it is logged; auto is pretty on a terminal, JSON elsewhere.',
  ),
  testClock: yesNo('Take the time from a clock that can be moved. For tests only.'),
  testClockOffsetSeconds: whole(
    0,
    -3_155_760_000,
    3_155_760_000,
    'Seconds by which the test clock is ahead at the start.',
  ),
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof SETTINGS;

/** The values of all settings. */
export type Config = {
  readonly [Name in SettingName]: (typeof SETTINGS)[Name] extends Setting<infer T> ? T : never;
};

/** All names, in the table's order. */
export const SETTING_NAMES: readonly SettingName[] = Object.keys(SETTINGS).filter(isSettingName);

/** Whether a text names a setting. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** The setting of a name, for code that treats all alike. */
export function settingOf(name: SettingName): Setting<unknown> {
  return SETTINGS[name];
}

/** `publicUrl` → `COVISA_PUBLIC_URL` */
export function environmentName(name: SettingName): string {
  return `COVISA_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}

/** `publicUrl` → `--public-url` */
export function flagName(name: SettingName): string {
  return `--${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
}
