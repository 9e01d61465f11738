/**
 * The peers that we measure against. They are installed into this package alone, when the
 * benchmark first runs: an owner's installation must not carry them.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from './folders.js';

function lockedVersions(): readonly (readonly [string, unknown])[] {
  const { packages } = JSON.parse(readFileSync(join(PACKAGE, 'package-lock.json'), 'utf8'));
  return Object.keys(packages['']?.devDependencies ?? {}).map((name) => [
    name,
    packages[`node_modules/${name}`]?.version,
  ]);
}

function installedVersion(name: string): unknown {
  const path = join(PACKAGE, 'node_modules', name, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined;
}

/** The peers in their locked versions, as `jose 6.2.18`. */
export function peers(): string[] {
  return lockedVersions().map(([name, version]) => `${name} ${String(version)}`);
}

/**
 * Installs the peers unless all are there in their locked versions. What npm says goes to standard
 * error.
 * @throws Error if npm could not install them
 */
export function installPeers(): void {
  if (lockedVersions().every(([name, version]) => installedVersion(name) === version)) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: PACKAGE,
    stdio: ['ignore', 2, 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ci in ${PACKAGE}: expected exit status 0, got ${status}`);
}
