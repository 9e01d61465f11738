/** Errors that are meant: refusals with a stable code. */

/** The code of an error that the engine means; null for any other. */
export function codeOf(error: unknown): string | null {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return hasCode && error.code !== 'INTERNAL' ? String(error.code) : null;
}

/** For what may well be refused. @throws whatever has no code */
export function passOver(error: unknown): void {
  if (codeOf(error) === null) throw error;
}
