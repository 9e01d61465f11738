/** What follows the `#` of a widget's address: `#lang=de&map=0`. Pure. */

import { LANGUAGES, type Language } from '../i18n/languages.js';

/** How the page that holds the widget wants it. */
export interface WidgetOptions {
  /** Null: the browser's. */
  readonly language: Language | null;
  readonly hasMap: boolean;
}

/** Reads the options; what is not known is passed over. */
export function parseOptions(fragment: string): WidgetOptions {
  const options = new URLSearchParams(fragment.replace(/^#/u, ''));
  const language = LANGUAGES.find((one) => one === options.get('lang')) ?? null;
  return { language, hasMap: options.get('map') !== '0' };
}
