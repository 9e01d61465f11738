/** Every text of one language: of all pages, and of the protocol's catalogues. */

import { readdirSync } from 'node:fs';

const WORDS = [
  new URL('../../dist/', import.meta.url),
  new URL('../../../protocol/dist/terms/words/', import.meta.url),
];

/** One text, and where it stands. */
export interface FoundText {
  readonly at: string;
  readonly text: string;
}

function textsIn(value: unknown, at: string): readonly FoundText[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${at} ${name}`));
}

function catalogueFiles(folder: URL, language: string): readonly string[] {
  const isCatalogue = new RegExp(`(^|/)${language}[a-z-]*\\.js$`, 'u');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isCatalogue.test(path));
}

/** The texts of a language by the name of its files: `french`. */
export async function textsOf(language: string): Promise<readonly FoundText[]> {
  const found = WORDS.flatMap((folder) =>
    catalogueFiles(folder, language).map(async (path) => {
      const module: unknown = await import(new URL(path, folder).href);
      return textsIn({ ...Object(module) }, path);
    }),
  );
  return (await Promise.all(found)).flat();
}
