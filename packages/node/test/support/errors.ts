/** Catching errors, to look at their codes. */

/** The code of what `run` throws, or null if it throws nothing. */
export function codeOf(run: () => unknown): string | null {
  try {
    run();
  } catch (error) {
    return codeIn(error);
  }
  return null;
}

/** The code of what a promise fails with, or null if it does not fail. */
export async function codeOfAsync(promise: Promise<unknown>): Promise<string | null> {
  try {
    await promise;
  } catch (error) {
    return codeIn(error);
  }
  return null;
}

/** What a promise fails with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('expected an error, got none');
}

/** What `run` throws. */
export function thrownBy(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('expected an error, got none');
}

function codeIn(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : `no code: ${error}`;
}
