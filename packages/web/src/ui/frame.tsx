/** The frame around a page: brand, what the page puts beside it, the content, the language. */

import type { ComponentChildren } from 'preact';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/languages.js';
import { useCommon } from './common.js';
import { Mark } from './icon.js';

interface Props {
  /** What stands beside the mark: the space's name, or the page's. */
  readonly title: string;
  readonly home?: string;
  /** Navigation, who is signed in, and the like. */
  readonly beside?: ComponentChildren;
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

/** A whole page. */
export function Frame({ title, home = '/', beside, narrow = false, children }: Props) {
  const { say } = useCommon();
  return (
    <div class={narrow ? 'frame narrow' : 'frame'}>
      <button type="button" class="hidden-visually" onClick={toContent}>
        {say('skipToContent')}
      </button>
      <header>
        <a class="brand" href={home}>
          <Mark />
          <span>{title}</span>
        </a>
        {beside}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="no-print">
        <div class="row apart">
          <span>{say('aboutPage')}</span>
          <LanguageSelect />
        </div>
      </footer>
    </div>
  );
}

/** No link: what follows `#` is a route, or a secret that a page still needs. */
function toContent(): void {
  document.getElementById('content')?.focus();
}

/** The choice of the language. */
export function LanguageSelect() {
  const { language, setLanguage, say } = useCommon();
  const choose = (value: string): void => {
    const chosen = LANGUAGES.find((one) => one === value);
    if (chosen !== undefined) setLanguage(chosen);
  };
  return (
    <label class="row">
      <span class="hidden-visually">{say('language')}</span>
      <select value={language} onChange={(event) => choose(event.currentTarget.value)}>
        {LANGUAGES.map((one: Language) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
