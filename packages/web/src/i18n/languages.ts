/** The languages of the pages, and which of them the person reads. */

import { keepText, keptText } from '../platform/local-texts.js';

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
  return chooseLanguage([keptText(KEY) ?? '', ...navigator.languages]);
}

/** Keeps the person's own choice, where the browser lets it be kept. */
export function keepLanguage(language: Language): void {
  keepText(KEY, language);
}

/**
 * The language as the person's region writes dates, numbers and money: the first of the preferred
 * tags that is of this language (`en-GB`), else the language alone.
 */
export function regionalTag(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => isOf(tag, language)) ?? language;
}

/** Some systems hand their own names through, which no formatter takes. */
function isOf(tag: string, language: Language): boolean {
  try {
    return new Intl.Locale(tag).language === language;
  } catch {
    return false;
  }
}

/** The tag that this browser's person reads a language by. */
export function localeOf(language: Language): string {
  return regionalTag(language, globalThis.navigator?.languages ?? []);
}
