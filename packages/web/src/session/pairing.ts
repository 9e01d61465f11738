/** Pairing codes as links: the code stands after the `#`, so that no server's log gets it. */

const PREFIX = 'pair.';

/** The link that pairs whichever browser opens it. */
export function pairingLink(origin: string, code: string): string {
  return `${origin}/desk#${PREFIX}${code}`;
}

/** The code of a link's fragment; null where it is none. */
export function pairingCodeOf(fragment: string): string | null {
  const code = fragment.startsWith(PREFIX) ? fragment.slice(PREFIX.length) : '';
  return /^[A-Za-z0-9-]{4,40}$/u.test(code) ? code : null;
}

/** A code as people read it to each other: in groups of five. */
export function groupedCode(code: string): string {
  return code.replace(/(.{5})(?=.)/gu, '$1 ');
}
