/** Spoken codes as they are typed: eight letters and digits. Pure. */

/** The code in capitals without what people put between its characters; null: it is none. */
export function spokenCode(text: string): string | null {
  const code = text.replace(/[\s._-]/gu, '').toUpperCase();
  return /^[0-9A-Z]{8}$/u.test(code) ? code : null;
}
