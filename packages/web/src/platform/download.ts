/** Files that a page makes for the person: the only place where the pages hand one out. */

import { after } from './clock.js';

/** The browser reads the file soon after the click. */
const READ_MILLISECONDS = 10_000;

/** Saves a value as a JSON file of this name. */
export function downloadJson(name: string, value: unknown): void {
  download(name, `${JSON.stringify(value, null, 2)}\n`, 'application/json');
}

/** Saves a text as a file of this name. */
export function downloadText(name: string, text: string): void {
  download(name, text, 'text/plain');
}

function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  after(READ_MILLISECONDS, () => URL.revokeObjectURL(url));
}
