/** Amounts of money as text. */

import type { Rate } from '../log/entries.js';

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const DIGITS: { readonly [currency: string]: number } = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
};

/** `EUR 25`, `EUR 25.50`, `JPY 3000`: the amount is in minor units. */
export function formatMoney({ amount, currency }: Rate): string {
  const digits = DIGITS[currency] ?? 2;
  const value = amount / 10 ** digits;
  return `${currency} ${Number.isInteger(value) ? value : value.toFixed(digits)}`;
}
