/** What all parts of the console share: its general words, and what they say of refusals. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import type { ConsoleTable } from '../words/load.js';

const missing: Say<ConsoleTable> = (name) => name;

export const ConsoleContext = createContext<Say<ConsoleTable>>(missing);

const CODES = [
  'UNAUTHORISED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'NOT_READY',
  'REQUEST_INVALID',
  'PIN_TOO_EASY',
  'PASSWORD_TOO_EASY',
  'TERMS_INVALID',
  'MAIL_FAILED',
  'PEER_UNREACHABLE',
  'INTERNAL',
] as const;

/** Sentences for what the node refuses; in English it says so best itself. */
export function refusalWords(
  language: Language,
  say: Say<ConsoleTable>,
): Readonly<Record<string, string>> {
  if (language === 'en') return {};
  return Object.fromEntries(CODES.map((code) => [code, say(`code-${code}`)]));
}

/** The console's general words. */
export function useConsole(): Say<ConsoleTable> {
  return useContext(ConsoleContext);
}
