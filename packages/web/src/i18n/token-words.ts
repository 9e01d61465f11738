/** What to do about a token that was refused, in the page's language, by the refusal's code. */

import type { TokenProblems } from '@covisa/protocol';
import type { Language } from './languages.js';

function load(language: Language): Promise<TokenProblems> {
  switch (language) {
    case 'en':
      return import('@covisa/protocol/words/english-problems').then((one) => one.ENGLISH_PROBLEMS);
    case 'de':
      return import('@covisa/protocol/words/german-problems').then((one) => one.GERMAN_PROBLEMS);
    case 'fr':
      return import('@covisa/protocol/words/french-problems').then((one) => one.FRENCH_PROBLEMS);
    case 'es':
      return import('@covisa/protocol/words/spanish-problems').then((one) => one.SPANISH_PROBLEMS);
  }
}

/** The words of a language: what is wrong, and what to do. */
export async function loadTokenWords(
  language: Language,
): Promise<Readonly<Record<string, string>>> {
  const problems = Object.entries(await load(language));
  return Object.fromEntries(
    problems.map(([code, { title, advice }]) => [code, `${title}. ${advice}`]),
  );
}
