/**
 * Builds the pages that the node serves, if they are older than what they are made from: most runs
 * of `npm run build` change none of it.
 */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './repository.js';

const WEB = join(ROOT, 'packages', 'web');
const SOURCES = [
  ...['build', 'pages', 'public', 'src', 'package.json', 'vite.config.ts'].map((name) =>
    join(WEB, name),
  ),
  join(ROOT, 'packages', 'protocol', 'dist'),
];
/** Written last. */
const BUILT = join(ROOT, 'packages', 'node', 'pages', 'sw.js');

/** The latest change of a file, or of anything in a folder; 0 where there is nothing. */
function changed(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
}

if (Math.max(...SOURCES.map(changed)) > changed(BUILT)) {
  await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
}
