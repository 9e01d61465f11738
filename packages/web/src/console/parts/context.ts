/** What all parts of the console share: its general words, and what the node is. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Say } from '../../i18n/words.js';
import type { ConsoleTable } from '../words/load.js';

const missing: Say<ConsoleTable> = (name) => name;

export const ConsoleContext = createContext<Say<ConsoleTable>>(missing);

/** The console's general words. */
export function useConsole(): Say<ConsoleTable> {
  return useContext(ConsoleContext);
}
