/** Where things lie. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package. */
export const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The folder of compiled code: nothing in it is kept by git. */
export const COMPILED = join(PACKAGE, 'dist');

/** Where results and pictures are written. */
export const DOCUMENTS = join(PACKAGE, '..', '..', 'docs');
