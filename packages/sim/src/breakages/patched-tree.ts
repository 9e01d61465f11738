/**
 * A copy of the built packages that a run needs, with one breakage in it. Whatever else they import
 * is linked.
 */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Breakage, type Edit, editsOf } from './breakage.js';

/** The repository's root folder. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const PACKAGES = ['protocol', 'store', 'node', 'sim'] as const;
const SCOPE = '@covisa';

/**
 * The text with a breakage's edit in it.
 * @throws RangeError if what it replaces does not stand in the text exactly once
 */
export function broken(name: string, text: string, { file, from, to }: Edit): string {
  const places = text.split(from).length - 1;
  if (places !== 1) {
    throw new RangeError(`${name}: expected its text once in ${file}, got ${places} times`);
  }
  // As a function: `$` in the text would mean something.
  return text.replace(from, () => to);
}

/**
 * The built files that a breakage changes, by their paths, with the breakage in them.
 * @throws RangeError as `broken` does
 */
export function brokenFiles(breakage: Breakage): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const edit of editsOf(breakage)) {
    const text = files.get(edit.file) ?? builtText(edit);
    files.set(edit.file, broken(breakage.name, text, edit));
  }
  return files;
}

/** The built text that an edit is made in. */
function builtText({ file }: Edit): string {
  return readFileSync(join(ROOT, 'packages', file), 'utf8');
}

/** A broken copy on disk, for as long as it is needed. */
export class PatchedTree {
  readonly #folder: string;

  /** @throws RangeError as `broken` does */
  constructor(breakage: Breakage) {
    const files = brokenFiles(breakage);
    this.#folder = mkdtempSync(join(tmpdir(), 'covisa-breakage-'));
    for (const name of PACKAGES) this.#copy(join('packages', name));
    this.#link();
    for (const [path, text] of files) writeFileSync(join(this.#folder, 'packages', path), text);
  }

  /** The module that plays one seed by the broken engine. */
  get child(): string {
    return this.module('jobs/child.js');
  }

  /** A built module of the simulator, over the broken engine. */
  module(path: string): string {
    return join(this.#folder, 'packages/sim/dist', path);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #copy(path: string): void {
    const [from, to] = [join(ROOT, path), join(this.#folder, path)];
    mkdirSync(to, { recursive: true });
    for (const name of ['dist', 'package.json']) {
      cpSync(join(from, name), join(to, name), { recursive: true });
    }
    // Versions that other packages need differently.
    const own = join(from, 'node_modules');
    try {
      if (readdirSync(own).length > 0) symlinkSync(own, join(to, 'node_modules'));
    } catch {
      // There are none.
    }
  }

  #link(): void {
    const [from, to] = [join(ROOT, 'node_modules'), join(this.#folder, 'node_modules')];
    mkdirSync(join(to, SCOPE), { recursive: true });
    for (const name of readdirSync(from)) {
      if (name !== SCOPE && name !== '.bin') symlinkSync(join(from, name), join(to, name));
    }
    for (const name of PACKAGES) symlinkSync(`../../packages/${name}`, join(to, SCOPE, name));
  }
}
