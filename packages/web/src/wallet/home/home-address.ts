/**
 * Where the wallet reaches a home from now on, after the home said where it is. A page of a secure
 * origin may call secure addresses only, so another one is not taken.
 */
export function homeAddress(known: string, said: string | null): string {
  return said?.startsWith('https://') ? said.replace(/\/+$/u, '') : known;
}
