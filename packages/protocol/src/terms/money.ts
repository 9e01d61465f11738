/** Amounts of money as text. */

import type { Rate } from '../log/entries.js';

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const DIGITS: { readonly [currency: string]: number } = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
};

/** An amount in minor units as a number of the currency, and its digits after the point. */
export function majorUnits({ amount, currency }: Rate) {
  const digits = DIGITS[currency] ?? 2;
  return { value: amount / 10 ** digits, digits };
}

/** `EUR 25`, `EUR 25.50`, `JPY 3000`: the amount is in minor units. */
export function formatMoney(rate: Rate): string {
  const { value, digits } = majorUnits(rate);
  return `${rate.currency} ${Number.isInteger(value) ? value : value.toFixed(digits)}`;
}
