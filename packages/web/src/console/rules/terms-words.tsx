/** Terms in plain words, by what they are about. */

import type { Terms } from '@covisa/protocol';
import { loadVerdictWords } from '../../i18n/verdict-words.js';
import { termsTexts } from '../../terms/terms-texts.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';

const GROUPS = ['free', 'who', 'when', 'included', 'between'] as const;

/** All sentences of a programme's terms. */
export function TermsWords({ terms }: { readonly terms: Terms }) {
  const { language, say } = useCommon();
  const { loaded, reload } = useLoad(() => loadVerdictWords(language), [language]);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') return <Loading text={say('loading')} />;
  const texts = termsTexts(terms, loaded.value);
  return (
    <ul class="stack tight">
      {GROUPS.flatMap((group) => texts[group]).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
