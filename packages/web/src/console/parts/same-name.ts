/** Whether a name was typed as it is shown. */

/** Without what cannot be seen or typed: marks of direction, outer and double space, case. */
function plain(text: string): string {
  const visible = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return visible.replace(/\s+/gu, ' ').trim().toLocaleLowerCase();
}

/** It is a question, not a test: case, space and what nobody sees do not matter. */
export function isSameName(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}
