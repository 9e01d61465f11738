/** Founders as an owner types them: addresses of nodes or ids of spaces, one a line. */

/** Each of them once. */
export function foundersOf(text: string): readonly string[] {
  const founders = text.split(/[\s,;]+/u).filter((one) => one !== '');
  return [...new Set(founders)];
}
