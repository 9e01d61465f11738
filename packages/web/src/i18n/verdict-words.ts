/** What a verdict says, in the page's language: the catalogue for the protocol's own sentences. */

import { type Catalogue, ENGLISH, formatsOf } from '@covisa/protocol';
import { type Language, localeOf } from './languages.js';

/**
 * English with its dates in words, as all pages write them (`25 November 2026`); amounts keep the
 * currency's own letters, since readers of English do not agree on what a dollar is.
 */
function english(): Catalogue {
  const { date, instant } = formatsOf(localeOf('en'));
  return { ...ENGLISH, formats: { ...ENGLISH.formats, date, instant } };
}

/** The catalogue of a language; all but English are loaded when they are asked for. */
export async function loadVerdictWords(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return english();
    case 'de':
      return (await import('@covisa/protocol/words/german')).GERMAN;
    case 'fr':
      return (await import('@covisa/protocol/words/french')).FRENCH;
    case 'es':
      return (await import('@covisa/protocol/words/spanish')).SPANISH;
  }
}
