/** Files that a page makes for the person: the only place where the pages hand one out. */

import { after } from './clock.js';

/** The browser reads the file soon after the click. */
const READ_MILLISECONDS = 10_000;

/** Saves a value as a JSON file of this name. */
export function downloadJson(name: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  after(READ_MILLISECONDS, () => URL.revokeObjectURL(url));
}
