/** A month as people of a language write it. */

import { type Language, localeOf } from '../../i18n/languages.js';

/** `YYYY-MM` as `March 2026`, or `Mar 26`. */
export function monthName(language: Language, month: string, style: 'long' | 'short'): string {
  const long = style === 'long';
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    month: long ? 'long' : 'short',
    year: long ? 'numeric' : '2-digit',
  }).format(new Date(`${month}-01T00:00:00Z`));
}
