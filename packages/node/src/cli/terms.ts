/**
 * A programme's terms from the command line: a file in the terms language, or shorthands over the
 * default terms.
 */

import { DEFAULT_TERMS, ProtocolError, type Terms, terms } from '@covisa/protocol';
import type { Command } from 'commander';
import { wholeNumber } from './arguments.js';
import { CommandError, usageError } from './failure.js';
import { readJson } from './files.js';

/** The terms, as options say them. */
export interface TermsOptions {
  /** A file. */
  readonly terms?: string;
  readonly freeDaysPerHost?: number;
  readonly freeDaysPerProgramme?: number;
}

/** Adds the options to a command. */
export function addTermsOptions(command: Command): Command {
  return command
    .option('--terms <file>', 'the terms, as JSON in the terms language')
    .option(
      '--free-days-per-host <days>',
      'free days of a visa at each host in a visa year',
      wholeNumber(0, 366),
    )
    .option(
      '--free-days-per-programme <days>',
      'free days of a visa in the whole programme in a visa year',
      wholeNumber(0, 366),
    );
}

/**
 * The terms that the options say; null if they say none. @throws CommandError TERMS_INVALID and of
 * the file
 */
export function termsOf(options: TermsOptions): Terms | null {
  const { freeDaysPerHost, freeDaysPerProgramme } = options;
  const hasShorthand = freeDaysPerHost !== undefined || freeDaysPerProgramme !== undefined;
  if (options.terms === undefined) return hasShorthand ? shorthand(options) : null;
  if (hasShorthand) {
    throw usageError(
      'terms: expected --terms or free days, got both. Write the free days into the file.',
    );
  }
  const value = readJson(options.terms);
  try {
    return terms.parse(value);
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw new CommandError(
      'TERMS_INVALID',
      `file ${options.terms}: ${cause.message}. Mend the file.`,
      {
        ...(cause.path !== undefined && { path: cause.path }),
        cause,
      },
    );
  }
}

/**
 * The default terms with other allowances for one visa; the cap for each home at each host stays.
 */
function shorthand({ freeDaysPerHost, freeDaysPerProgramme }: TermsOptions): Terms {
  const caps = (DEFAULT_TERMS.allowances ?? []).filter((one) => one.count === 'home-at-host');
  const perVisa = [
    { days: freeDaysPerHost, count: 'host' },
    { days: freeDaysPerProgramme, count: 'programme' },
  ] as const;
  const allowances = perVisa.flatMap(({ days, count }) =>
    days === undefined ? [] : [{ days, count, window: 'visa-year' }],
  );
  return { ...DEFAULT_TERMS, allowances: [...allowances, ...caps] };
}
