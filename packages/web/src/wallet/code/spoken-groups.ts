/** A code as people read it out: in fours. */

/** `K7PQ2X9M` → `K7PQ 2X9M`. */
export function spokenGroups(code: string): string {
  return code.match(/.{1,4}/gu)?.join(' ') ?? '';
}
