/** What a verdict says, in the page's language: the catalogue for the protocol's own sentences. */

import { type Catalogue, ENGLISH } from '@covisa/protocol';
import type { Language } from './languages.js';

/** The catalogue of a language. */
export function loadVerdictWords(_language: Language): Promise<Catalogue> {
  return Promise.resolve(ENGLISH);
}
