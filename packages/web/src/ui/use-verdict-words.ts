/** The protocol's own sentences in the page's language. */

import type { Catalogue } from '@covisa/protocol';
import { loadVerdictWords } from '../i18n/verdict-words.js';
import { useCommon } from './common.js';
import { useLoad } from './load.js';

/** The catalogue; null until it is loaded. */
export function useVerdictWords(): Catalogue | null {
  const { language } = useCommon();
  const { loaded } = useLoad(() => loadVerdictWords(language), [language]);
  return loaded.state === 'ready' ? loaded.value : null;
}
