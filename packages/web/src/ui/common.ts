/** The language of the page and what all pages say in it, for every component below the page. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../i18n/languages.js';
import type { Say } from '../i18n/words.js';
import type { CommonTable } from './words/load.js';

export interface Common {
  readonly language: Language;
  readonly say: Say<CommonTable>;
  readonly setLanguage: (language: Language) => void;
  /** Words of a part of the page did not come: the page says so. */
  readonly onMissing: () => void;
}

const missing: Common = {
  language: 'en',
  say: (name) => name,
  setLanguage: () => undefined,
  onMissing: () => undefined,
};

export const CommonContext = createContext<Common>(missing);

/** What all pages share. */
export function useCommon(): Common {
  return useContext(CommonContext);
}
