/** Ids of venues: short, in posters and stamps for ever. */

const CHARACTERS_MAX = 24;

/** An id from a name that none of `taken` has; by number where the name gives none. */
export function newVenueId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, CHARACTERS_MAX)
    .replace(/-+$/u, '');
  const base = plain === '' ? 'venue' : plain;
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}
