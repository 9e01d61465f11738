/** Loads what the section Messages says, in one language only. */

import type { Language } from '../../../i18n/languages.js';
import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export type MessagesTable = typeof ENGLISH;

/** The table of a language. */
export async function loadMessagesWords(language: Language): Promise<Translation<MessagesTable>> {
  switch (language) {
    case 'en':
      return (await import('./english.js')).ENGLISH;
    case 'de':
      return (await import('./german.js')).GERMAN;
    case 'fr':
      return (await import('./french.js')).FRENCH;
    case 'es':
      return (await import('./spanish.js')).SPANISH;
  }
}
