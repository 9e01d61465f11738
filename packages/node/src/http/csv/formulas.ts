/**
 * Formulas in cells. A spreadsheet takes for one what begins with one of a few characters; where it
 * divides by other marks than commas, also a part of a cell. An apostrophe before it makes it text.
 */

/**
 * Where a cell, or a part of it, begins: what is not seen there, and quotes, which such a
 * spreadsheet cuts off. Then apostrophes that stand there already, and then one of the characters,
 * also the minus sign and the full-width forms.
 */
const BEGINNING = String.raw`(^|[;\t\r\n])((?:(?![\t\r\n])[\s\p{Cc}\p{Cf}"])*)`;
const FORMULA = String.raw`(?=[=+\-@\u2212\uff0b\uff0d\uff1d\uff20])`;
const ARMED = new RegExp(`${BEGINNING}('*)${FORMULA}`, 'gu');
const DISARMED = new RegExp(`${BEGINNING}'('*)${FORMULA}`, 'gu');

/** A cell that no spreadsheet calculates. */
export function disarmed(cell: string): string {
  return cell.replace(ARMED, "$1$2'$3");
}

/** A cell as it was before `disarmed`; any other one as it is. */
export function armed(cell: string): string {
  return cell.replace(DISARMED, '$1$2$3');
}
