/** The code of the scanner test, and what a scan of it shows. Pure. */

import type { TypedScan } from './keys.js';

/** Every character of base45, each once, behind a beginning of its own. */
export const SCANNER_TEST_TEXT = 'CV-TEST:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:END';

/** What the test showed. */
export type ScannerTestResult =
  | { readonly is: 'good'; readonly by: 'place' | 'layout' }
  /** Characters that were misread or lost. */
  | { readonly is: 'lost'; readonly missing: string }
  | { readonly is: 'other' };

/** Judges what a scanner typed. */
export function judgeScannerTest({ byPlace, byLayout }: TypedScan): ScannerTestResult {
  if (byPlace === SCANNER_TEST_TEXT) return { is: 'good', by: 'place' };
  if (byLayout === SCANNER_TEST_TEXT) return { is: 'good', by: 'layout' };
  // Another code shares few characters in a row with this one, however the layout mixes them up.
  if (!/CV.TEST/u.test(byPlace) && !/CV.TEST/u.test(byLayout)) return { is: 'other' };
  const missing = [...new Set(SCANNER_TEST_TEXT)].filter((one) => !byPlace.includes(one));
  return { is: 'lost', missing: missing.map((one) => (one === ' ' ? '␣' : one)).join(' ') };
}
