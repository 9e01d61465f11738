/** What reception reads when a token is refused, in the page's language. */

import type { Language } from '../../i18n/languages.js';
import { loadTokenWords } from '../../i18n/token-words.js';
import { useLoad } from '../../ui/load.js';

/** The words by the code of the refusal; none until those of the language are loaded. */
export function useTokenWords(language: Language): Readonly<Record<string, string>> {
  const { loaded } = useLoad(() => loadTokenWords(language), [language]);
  return loaded.state === 'ready' ? loaded.value : {};
}
