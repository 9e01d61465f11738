/** The words of listings and terms in the page's language. */

import { useMemo } from 'preact/hooks';
import { loadTermsWords } from '../terms/words/load.js';
import { useCommon } from '../ui/common.js';
import { useWords } from '../ui/use-words.js';
import type { ListingsSpeaker } from './listing-text.js';
import { loadListingsWords } from './words/load.js';

/** Who says listings; null until the words are loaded. */
export function useListingsSpeaker(): ListingsSpeaker | null {
  const { language } = useCommon();
  const say = useWords(loadListingsWords);
  const sayTerms = useWords(loadTermsWords);
  return useMemo(
    () =>
      say === null || sayTerms === null
        ? null
        : { language, say, terms: { language, say: sayTerms } },
    [language, say, sayTerms],
  );
}
