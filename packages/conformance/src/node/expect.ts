/** What a test says when a node does not do what it must, or when it cannot be run. */

/** The node does not do what it must. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The test cannot be run here; the message says why. */
export class Skip extends Error {
  override readonly name = 'Skip';
}

/** Characters of a value in a message. */
const SHOWN_CHARACTERS_MAX = 200;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN_CHARACTERS_MAX ? `${text.slice(0, SHOWN_CHARACTERS_MAX)}…` : text;
}

/** @throws Failure with the message, unless it holds */
export function check(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Failure(message);
}

/** @throws Failure, unless both are the same text, number, truth value or null */
export function same(what: string, actual: unknown, expected: string | number | boolean | null) {
  if (actual !== expected) {
    throw new Failure(`${what}: expected ${shown(expected)}, got ${shown(actual)}`);
  }
}

/** What `read` gives; whatever it throws is the node's fault. @throws Failure */
export function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`${what}: ${message}`, { cause });
  }
}
