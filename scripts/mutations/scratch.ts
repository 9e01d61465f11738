/** A copy of the built tree, in which one file at a time is changed. */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformWithOxc } from 'vite';
import { ROOT, readText } from '../repository.js';

/** What is built, and so copied; everything else is only read, and linked. */
const BUILT = new Set(['dist', 'dist-test', 'package.json', '.mocharc.json']);
/** Folders with something built in them. */
const OPEN = new Set(['packages', 'scripts', 'test', 'examples', 'node_modules']);
const LEFT_OUT = new Set(['.git', '.ci']);

function copyFolder(path: string, scratch: string): void {
  mkdirSync(join(scratch, path), { recursive: true });
  for (const name of readdirSync(join(ROOT, path))) {
    const inner = join(path, name);
    const [from, to] = [join(ROOT, inner), join(scratch, inner)];
    const isPackage = path === 'packages' || inner === join('node_modules', '@covisa');
    if (LEFT_OUT.has(name)) continue;
    if (BUILT.has(name) && path !== 'node_modules') cpSync(from, to, { recursive: true });
    else if (isPackage || (path === '' && OPEN.has(name))) copyFolder(inner, scratch);
    // The packages of the copy, not those of the tree.
    else if (path === join('node_modules', '@covisa')) symlinkSync(`../../packages/${name}`, to);
    else symlinkSync(from, to);
  }
}

/** Where a source file's built text stands. */
function builtPath(path: string): string {
  return path.replace('/src/', '/dist/').replace(/\.ts$/u, '.js');
}

/** The copy. */
export class Scratch {
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'covisa-mutations-'));
    copyFolder('', this.folder);
  }

  /** Builds a source file of the tree into the copy, from this text of it. */
  async build(path: string, text: string): Promise<void> {
    const options = { target: 'es2023', sourcemap: false };
    const { code } = await transformWithOxc(text, join(ROOT, path), options);
    const built = join(this.folder, builtPath(path));
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(built, code);
  }

  /** Builds a file as it is. Files are compared with what this makes, not with what `tsc` makes. */
  async restore(path: string): Promise<void> {
    await this.build(path, readText(path));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
