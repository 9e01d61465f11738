/** Signatures that are of the right form and do not hold. */

/** A signed note, or one signature line, with another bit in the last bytes of its signature. */
export function bentNote(note: string): string {
  return note.replace(/(.)(.{5})(\n?)$/u, (_, one: string, kept: string, end: string) => {
    return `${one === 'A' ? 'B' : 'A'}${kept}${end}`;
  });
}
