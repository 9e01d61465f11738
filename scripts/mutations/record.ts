/**
 * What was found so far, kept outside of the tree, so that a run that was broken off goes on. A
 * finding is of one text of the changed file, of the rule's vectors and of its tests; what else it
 * depends on (other files, other libraries) is looked at again with `--fresh`.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shape } from '@covisa/protocol';
import { readText } from '../repository.js';
import type { Killers } from './killers.js';
import type { Edit } from './mutators.js';

const finding = shape.open({ killer: shape.nullable(shape.text({ max: 5_000 })) });

function nameOf(path: string, { start, end, by }: Edit, read: readonly string[]): string {
  const texts = [path, ...read].map((one) => [one, readText(one)]);
  return createHash('sha256')
    .update(JSON.stringify([path, start, end, by, texts]))
    .digest('hex');
}

/** The findings in a folder, each in a file of its own. */
export class Findings {
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  /** What fails, `null` if nothing does, `undefined` if that is not known. */
  get(path: string, edit: Edit, killers: Killers): string | null | undefined {
    const [fails, survives] = this.#names(path, edit, killers);
    return this.#read(fails) ?? this.#read(survives);
  }

  set(path: string, edit: Edit, killers: Killers, killer: string | null): void {
    const [fails, survives] = this.#names(path, edit, killers);
    const name = killer === null ? survives : fails;
    writeFileSync(join(this.#folder, name), JSON.stringify({ killer }));
  }

  /** The rule's own tests show that something fails; that nothing does, those near it too. */
  #names(path: string, edit: Edit, killers: Killers): readonly [fails: string, survives: string] {
    const own = [...killers.vectors.slice(0, killers.named), ...killers.tests];
    return [
      nameOf(path, edit, own),
      nameOf(path, edit, [...own, ...killers.nearTests, 'package.json']),
    ];
  }

  #read(name: string): string | null | undefined {
    try {
      return finding.parse(JSON.parse(readFileSync(join(this.#folder, name), 'utf8'))).killer;
    } catch {
      return undefined;
    }
  }
}
