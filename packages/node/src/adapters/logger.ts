/**
 * The log of events: JSON by pino, or one readable line for a terminal, both to stderr. Fields pass
 * a sieve first, so that no token, key, visa number or person's name is written even where a caller
 * was careless.
 */

import { pino } from 'pino';
import type { Clock, Logger } from '../ports.js';

/** What is logged; `silent` is nothing. */
export type LogLevel = 'info' | 'warn' | 'error' | 'silent';

/** How events are written. */
export interface LoggerOptions {
  readonly level: LogLevel;
  readonly format: 'json' | 'pretty';
  readonly clock: Clock;
  /** Takes one line with its end; default is stderr. */
  readonly write?: (line: string) => void;
}

const RANKS: Readonly<Record<LogLevel, number>> = { info: 0, warn: 1, error: 2, silent: 3 };
const WITHHELD = '[withheld]';
const TEXT_CHARACTERS_MAX = 300;
const DEPTH_MAX = 4;
const ITEMS_MAX = 50;

/** Names of fields that are never written, whatever they hold. */
const SECRET_NAME =
  /token|authori[sz]ation|cookie|secret|seed|password|passphrase|recovery|private|visanumber|^number$|^(display|member|first|last|full)?name$|e-?mail|phone|presentation|proof/i;
/** Texts that give themselves away: presentations, bearer tokens. */
const SECRET_TEXT = /CV1:\S+|Bearer\s+\S+/gi;

/** The logger of a node. */
export function createLogger(options: LoggerOptions): Logger {
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const emit =
    options.format === 'json' ? jsonEmitter(options, write) : prettyEmitter(options.clock, write);
  const log =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      if (RANKS[level] >= RANKS[options.level]) emit(level, event, siftRecord(fields, 0));
    };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

type Emit = (
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Readonly<Record<string, unknown>>,
) => void;

function jsonEmitter({ clock }: LoggerOptions, write: (line: string) => void): Emit {
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${timeOf(clock)}"`,
    },
    { write },
  );
  return (level, event, fields) => logger[level](fields, event);
}

function prettyEmitter(clock: Clock, write: (line: string) => void): Emit {
  return (level, event, fields) => {
    const pairs = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const mark = level === 'info' ? '' : `${level.toUpperCase()} `;
    write(`${[timeOf(clock).slice(11, 19), `${mark}${event}`, ...pairs].join(' ')}\n`);
  };
}

function timeOf(clock: Clock): string {
  return new Date(clock.nowMilliseconds()).toISOString();
}

function siftRecord(
  record: Readonly<Record<string, unknown>>,
  depth: number,
): Readonly<Record<string, unknown>> {
  const sifted = Object.entries(record)
    .slice(0, ITEMS_MAX)
    .map(([name, value]): [string, unknown] => [
      name,
      SECRET_NAME.test(name) ? WITHHELD : sift(value, depth + 1),
    ]);
  return Object.fromEntries(sifted);
}

function sift(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return siftText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  // Bytes are keys, proofs or numbers of visas as often as not: their length says enough.
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Error) return siftError(value);
  if (depth > DEPTH_MAX) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map((one) => sift(one, depth + 1));
  return siftRecord(Object.fromEntries(Object.entries(value)), depth);
}

function siftText(text: string): string {
  const sifted = text.replace(SECRET_TEXT, WITHHELD);
  return sifted.length > TEXT_CHARACTERS_MAX ? `${sifted.slice(0, TEXT_CHARACTERS_MAX)}…` : sifted;
}

function siftError(error: Error): Readonly<Record<string, unknown>> {
  return {
    ...('code' in error && { code: String(error.code) }),
    message: siftText(error.message),
    // The top of the stack: enough to find the place in our own code.
    at: siftText(
      (error.stack ?? '')
        .split('\n')
        .slice(1, 4)
        .map((line) => line.trim())
        .join(' < '),
    ),
  };
}
