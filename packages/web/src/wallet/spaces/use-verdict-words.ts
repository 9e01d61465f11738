/** The protocol's own sentences in the page's language. */

import type { Catalogue } from '@covisa/protocol';
import { loadVerdictWords } from '../../i18n/verdict-words.js';
import { useLoad } from '../../ui/load.js';
import { useWallet } from '../app/context.js';

/** The catalogue; null until it is loaded. */
export function useVerdictWords(): Catalogue | null {
  const { language } = useWallet();
  const { loaded } = useLoad(() => loadVerdictWords(language), [language]);
  return loaded.state === 'ready' ? loaded.value : null;
}
