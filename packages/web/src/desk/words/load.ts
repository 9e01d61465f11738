/** Loads what the desk says, in one language only. */

import type { Language } from '../../i18n/languages.js';
import type { Say, Translation } from '../../i18n/words.js';
import type { ENGLISH as ARRIVAL } from './arrival/english.js';
import type { ENGLISH as PAGE } from './page/english.js';

export type ArrivalTable = typeof ARRIVAL;
export type PageTable = typeof PAGE;
export type DeskTable = ArrivalTable & PageTable;
/** Says what the desk says. */
export type SayDesk = Say<DeskTable>;

/** The desk's table of a language. */
export async function loadDeskWords(language: Language): Promise<Translation<DeskTable>> {
  switch (language) {
    case 'en': {
      const [arrival, page] = await Promise.all([
        import('./arrival/english.js'),
        import('./page/english.js'),
      ]);
      return { ...arrival.ENGLISH, ...page.ENGLISH };
    }
    default: {
      const [arrival, page] = await Promise.all([
        import('./arrival/english.js'),
        import('./page/english.js'),
      ]);
      return { ...arrival.ENGLISH, ...page.ENGLISH };
    }
  }
}
