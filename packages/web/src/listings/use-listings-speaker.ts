/** The words of listings and terms in the page's language. */

import { useMemo } from 'preact/hooks';
import { loadVerdictWords } from '../i18n/verdict-words.js';
import { useCommon } from '../ui/common.js';
import { useLoad } from '../ui/load.js';
import { useWords } from '../ui/use-words.js';
import type { ListingsSpeaker } from './listing-text.js';
import { loadListingsWords } from './words/load.js';

/** Who says listings; null until the words are loaded. */
export function useListingsSpeaker(): ListingsSpeaker | null {
  const { language } = useCommon();
  const say = useWords(loadListingsWords);
  const { loaded } = useLoad(() => loadVerdictWords(language), [language]);
  const catalogue = loaded.state === 'ready' ? loaded.value : null;
  return useMemo(
    () => (say === null || catalogue === null ? null : { language, say, catalogue }),
    [language, say, catalogue],
  );
}
