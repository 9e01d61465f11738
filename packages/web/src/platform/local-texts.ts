/** Short texts that this browser keeps: choices of the person at this device. Never a secret. */

/** A text that was kept here; null: none, or the browser refuses its storage. */
export function keptText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it (null). Where storage is refused, it holds until the page closes. */
export function keepText(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Storage is refused or full.
  }
}
