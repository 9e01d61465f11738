/** What a process of the command line prints with `--json`. */

import type { ChildProcess } from 'node:child_process';

/** The one document that the process prints when everything stands. */
export function printed(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      try {
        resolve(JSON.parse(text));
      } catch {
        // More of it is to come.
      }
    });
    child.once('exit', (status) => reject(new Error(`sample: covisa ended with ${status}`)));
  });
}
