/** Starts a page: the language, its words, then the view. Nothing is shown half translated. */

import { type ComponentChildren, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { currentLanguage, keepLanguage, type Language } from '../i18n/languages.js';
import { type Say, speaker, type Table, type Translation } from '../i18n/words.js';
import './base.css';
import './controls.css';
import { type Common, CommonContext } from './common.js';
import { PartMissing } from './part-missing.js';
import { type CommonTable, loadCommonWords } from './words/load.js';

/** What a page is made of. */
export interface PageOptions<T extends Table> {
  /** Asked for by the page's address; missing: the person's own. */
  readonly language?: Language;
  /** Loads the page's own words in one language. */
  readonly load: (language: Language) => Promise<Translation<T>>;
  readonly view: (props: {
    readonly say: Say<T>;
    readonly language: Language;
  }) => ComponentChildren;
}

interface Spoken<T extends Table> {
  readonly language: Language;
  readonly common: Say<CommonTable>;
  readonly own: Say<T>;
}

async function speak<T extends Table>(
  language: Language,
  load: PageOptions<T>['load'],
): Promise<Spoken<T>> {
  const [common, own] = await Promise.all([loadCommonWords(language), load(language)]);
  return {
    language,
    common: speaker<CommonTable>(language, common),
    own: speaker<T>(language, own),
  };
}

function Root<T extends Table>({ language, load, view: View }: PageOptions<T>) {
  const [spoken, setSpoken] = useState<Spoken<T> | null>(null);
  /** The language of words that did not come; null: all did. */
  const [missing, setMissing] = useState<Language | null>(null);
  const change = (to: Language): void => {
    speak(to, load).then(
      (fresh) => {
        document.documentElement.lang = to;
        setSpoken(fresh);
        setMissing(null);
      },
      () => setMissing(to),
    );
  };
  useEffect(() => change(language ?? currentLanguage()), []);
  const problem = missing !== null && <PartMissing language={missing} />;
  if (spoken === null) return problem && <main class="frame narrow">{problem}</main>;
  const common: Common = {
    language: spoken.language,
    say: spoken.common,
    setLanguage(chosen) {
      keepLanguage(chosen);
      change(chosen);
    },
    onMissing: () => setMissing(spoken.language),
  };
  return (
    <CommonContext.Provider value={common}>
      {problem}
      <View say={spoken.own} language={spoken.language} />
    </CommonContext.Provider>
  );
}

/** Shows the page in its element. */
export function start<T extends Table>(options: PageOptions<T>): void {
  const element = document.getElementById('page');
  if (element === null) throw new Error('page: expected an element with the id "page"');
  render(<Root {...options} />, element);
}
