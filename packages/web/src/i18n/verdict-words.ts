/** What a verdict says, in the page's language: the catalogue for the protocol's own sentences. */

import { type Catalogue, ENGLISH } from '@covisa/protocol';
import type { Language } from './languages.js';

/** The catalogue of a language; all but English are loaded when they are asked for. */
export async function loadVerdictWords(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return ENGLISH;
    case 'de':
      return (await import('@covisa/protocol/words/german')).GERMAN;
    case 'fr':
      return (await import('@covisa/protocol/words/french')).FRENCH;
    case 'es':
      return (await import('@covisa/protocol/words/spanish')).SPANISH;
  }
}
