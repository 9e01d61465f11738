/** Words of a part of a page that several pages use: loaded by itself, in the page's language. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../i18n/languages.js';
import { type Say, speaker, type Table, type Translation } from '../i18n/words.js';
import { useCommon } from './common.js';

interface Spoken<T extends Table> {
  readonly language: Language;
  readonly table: Translation<T>;
}

/** The way to say the texts of a table; null until they are loaded. */
export function useWords<T extends Table>(
  load: (language: Language) => Promise<Translation<T>>,
): Say<T> | null {
  const { language, onMissing } = useCommon();
  const [spoken, setSpoken] = useState<Spoken<T> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    load(language).then(
      (table) => isCurrent && setSpoken({ language, table }),
      () => isCurrent && onMissing(),
    );
    return () => {
      isCurrent = false;
    };
  }, [language, load]);
  return useMemo(
    () => (spoken === null ? null : speaker<T>(spoken.language, spoken.table)),
    [spoken],
  );
}
