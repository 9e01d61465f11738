/**
 * `prepack` and `postpack` of a package, in its folder: lays the licence, and the vectors if the
 * package lists them, beside its `package.json`, and with `--clear` takes both away again.
 */

import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './repository.js';

const folder = process.cwd();
const { files } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  readonly files: readonly string[];
};
const laid = [
  { from: 'LICENSE', to: 'LICENSE' },
  ...(files.includes('vectors') ? [{ from: 'spec/vectors', to: 'vectors' }] : []),
];

for (const { to } of laid) rmSync(join(folder, to), { recursive: true, force: true });
if (!process.argv.includes('--clear')) {
  if (!existsSync(join(folder, 'dist'))) throw new Error('expected dist: `npm run build` makes it');
  for (const { from, to } of laid) cpSync(join(ROOT, from), join(folder, to), { recursive: true });
}
