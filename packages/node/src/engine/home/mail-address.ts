/** What may be the receiver of a letter: one plain address, and nothing that is read as two. */

/** Characters of an address (RFC 5321). */
const CHARACTERS_MAX = 254;
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

/** Whether a text is one mail address, without a name, quotes or comments. */
export function isMailAddress(text: string): boolean {
  return text.length <= CHARACTERS_MAX && ADDRESS.test(text);
}
