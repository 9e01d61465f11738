/** The browser's chance, good enough for keys: the only place where the pages draw from it. */

/** `length` fresh bytes. */
export function freshBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
