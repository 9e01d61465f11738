/** Amounts of money that people type: text to minor units of a currency, and back. */

/** What the node takes at most, in minor units. */
const AMOUNT_MAX = 1_000_000_000;

/** Whether a text is a currency's code of three capitals. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/u.test(text);
}

/** Digits of a currency's minor unit, as the browser knows them. */
function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as a plain number to be edited, with the language's decimal sign. */
export function amountText(amount: number, currency: string, language: string): string {
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
    numberingSystem: 'latn',
  }).format(amount / 10 ** digits);
}

/** Minor units of a typed amount, with a point or a comma; null: it is none. */
export function parseAmount(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const match = /^(\d{1,9})(?:[.,](\d*))?$/u.exec(text.trim());
  if (match === null) return null;
  const [, whole = '', part = ''] = match;
  if (part.length > digits) return null;
  const amount = Number(whole + part.padEnd(digits, '0'));
  return amount <= AMOUNT_MAX ? amount : null;
}
