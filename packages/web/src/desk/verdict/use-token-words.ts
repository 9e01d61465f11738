/** What reception reads when a token is refused, in the page's language. */

import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/languages.js';
import { loadTokenWords } from '../../i18n/token-words.js';

/** The words by the code of the refusal; none until those of the language are loaded. */
export function useTokenWords(language: Language): Readonly<Record<string, string>> {
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    let isCurrent = true;
    void loadTokenWords(language).then((loaded) => isCurrent && setWords(loaded));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return words;
}
