/** Code points, as JSON Schema counts the characters of a text. */

/** How many a well-formed text has: a pair of surrogates is one. No list of them is made. */
export function codePointsOf(text: string): number {
  let points = text.length;
  for (let i = 0; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800) points -= 1;
  }
  return points;
}
