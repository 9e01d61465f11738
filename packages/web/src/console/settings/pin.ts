/** PINs of desk people. */

/** 4 to 10 digits. */
export function isPin(text: string): boolean {
  return /^\d{4,10}$/u.test(text);
}
