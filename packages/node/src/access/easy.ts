/** PINs and passwords that somebody would try first. */

import { NodeError } from '../errors.js';

/** Characters of a password that differ from each other, at least. */
const PASSWORD_DISTINCT_MIN = 5;

/** Columns and rows of the keys of a telephone, in both directions. */
const KEY_LINES = /^(?:2580|0852|147|741|258|852|369|963|123|321|456|654|789|987)+$/u;
const PAIRS = /^(?:(\d)\1)+$/u;
const YEAR = /^(?:19|20)\d\d$/u;

/**
 * One digit again and again, digits that count up or down, one half twice, pairs, lines of keys, a
 * year: what anybody at the desk tries first.
 * @throws NodeError PIN_TOO_EASY
 */
export function checkPin(pin: string): void {
  const half = pin.slice(0, pin.length / 2);
  const isRepeated = half + half === pin || PAIRS.test(pin);
  // Counting ends with 0 as on the keys, too.
  const isCounted = isRun(pin) || isRun(pin.replace(/0$/u, ''));
  // ACCESS-14: a PIN has 4 to 10 digits, and is none that anybody would try first.
  if (!isRepeated && !isCounted && !KEY_LINES.test(pin) && !YEAR.test(pin)) return;
  throw new NodeError('PIN_TOO_EASY', 'PIN: expected one that nobody guesses, got a pattern', {
    remedy: 'Choose digits that do not repeat, do not count, and are no year and no line of keys.',
  });
}

function isRun(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  const [step] = steps;
  return [0, 1, 9].some((even) => step === even && steps.every((one) => one === even));
}

/** @throws NodeError PASSWORD_TOO_EASY */
export function checkPassword(password: string): void {
  // ACCESS-15: a password has at least ten characters, five of them different.
  if (new Set(password).size >= PASSWORD_DISTINCT_MIN) return;
  throw new NodeError(
    'PASSWORD_TOO_EASY',
    `password: expected at least ${PASSWORD_DISTINCT_MIN} different characters, got fewer`,
    { remedy: 'Some unusual words in a row make a good one.' },
  );
}
