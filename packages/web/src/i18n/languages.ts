/** The languages of the pages, and which of them the person reads. */

/** In the order of the choice. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

function isLanguage(text: string): text is Language {
  return LANGUAGES.some((one) => one === text);
}

/** The first of the person's languages that the pages know, else English. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

const KEY = 'covisa-language';

/** The person's own choice on this device, else the browser's. */
export function currentLanguage(): Language {
  return chooseLanguage([read() ?? '', ...navigator.languages]);
}

/** Keeps the person's own choice, where the browser lets it be kept. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is refused: the choice holds until the page is closed.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
