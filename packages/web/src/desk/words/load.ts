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
  const [arrival, page] = await Promise.all([loadArrival(language), loadPage(language)]);
  return { ...arrival, ...page };
}

async function loadArrival(language: Language): Promise<Translation<ArrivalTable>> {
  switch (language) {
    case 'en':
      return (await import('./arrival/english.js')).ENGLISH;
    case 'de':
      return (await import('./arrival/german.js')).GERMAN;
    case 'fr':
      return (await import('./arrival/french.js')).FRENCH;
    case 'es':
      return (await import('./arrival/spanish.js')).SPANISH;
  }
}

async function loadPage(language: Language): Promise<Translation<PageTable>> {
  switch (language) {
    case 'en':
      return (await import('./page/english.js')).ENGLISH;
    case 'de':
      return (await import('./page/german.js')).GERMAN;
    case 'fr':
      return (await import('./page/french.js')).FRENCH;
    case 'es':
      return (await import('./page/spanish.js')).SPANISH;
  }
}
