/** The sentences of verdicts in the page's language. */

import { type Catalogue, ENGLISH } from '@covisa/protocol';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/languages.js';
import { loadVerdictWords } from '../../i18n/verdict-words.js';

/** The catalogue; English until that of the language is loaded. */
export function useVerdictWords(language: Language): Catalogue {
  const [catalogue, setCatalogue] = useState<Catalogue>(ENGLISH);
  useEffect(() => {
    let isCurrent = true;
    void loadVerdictWords(language).then((loaded) => isCurrent && setCatalogue(loaded));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return catalogue;
}
