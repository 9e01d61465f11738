/** Texts that this tab keeps until it is closed: what is typed and not sent. Never a secret key. */

/** A text that was kept; null: none, or the browser refuses its storage. */
export function tabText(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it (null). Where storage is refused, it holds until a reload. */
export function keepTabText(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Storage is refused or full.
  }
}
