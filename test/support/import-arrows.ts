/** Which package, and which folder of the node, may import what: the tree is the architecture. */

import { posix } from 'node:path';
import { finding, type SourceFile } from './source-files.js';

/** One area of the tree and what it may import. The first area that a path starts with holds. */
interface Area {
  readonly folder: string;
  /** Packages by name or prefix, and relative targets as paths from the root. */
  readonly allowed: readonly RegExp[];
}

const NODE_BUILT_IN = /^node:/u;
const PROTOCOL = /^@covisa\/protocol(?:\/words\/[a-z-]+)?$/u;
const STORE = /^@covisa\/store$/u;
/** Whatever is not one of our own packages, by its name or by its folder. */
const FOREIGN = /^(?!@covisa\/|node:|\.|packages\/)/u;

/**
 * protocol ← store ← node; protocol ← web, conformance, sim; sim also takes the engine and the
 * memory store.
 */
const AREAS: readonly Area[] = [
  {
    folder: 'packages/protocol/src/',
    allowed: [/^packages\/protocol\/src\//u, /^(?:tweetnacl|cborg(?:\/.*)?|@noble\/hashes\/.+)$/u],
  },
  {
    folder: 'packages/store/src/',
    allowed: [
      /^packages\/store\/src\//u,
      PROTOCOL,
      NODE_BUILT_IN,
      /^(?:better-sqlite3|tweetnacl)$/u,
    ],
  },
  {
    folder: 'packages/node/src/engine/',
    allowed: [/^packages\/node\/src\/(?:engine\/|ports\.|errors\.)/u, PROTOCOL, STORE],
  },
  {
    folder: 'packages/node/src/access/',
    allowed: [
      /^packages\/node\/src\/(?:access\/|engine\/(?:codes|mutex)\.|ports\.|errors\.)/u,
      PROTOCOL,
      STORE,
    ],
  },
  {
    folder: 'packages/node/src/',
    allowed: [/^packages\/node\/src\//u, PROTOCOL, STORE, NODE_BUILT_IN, FOREIGN],
  },
  { folder: 'packages/web/src/', allowed: [/^packages\/web\/src\//u, PROTOCOL, FOREIGN] },
  {
    // Its tests too: the suite speaks to nodes over HTTP, and to none of our code behind it.
    folder: 'packages/conformance/',
    allowed: [/^packages\/conformance\//u, PROTOCOL, NODE_BUILT_IN, FOREIGN],
  },
  {
    folder: 'packages/sim/src/',
    allowed: [
      /^packages\/sim\/src\//u,
      PROTOCOL,
      STORE,
      /^@covisa\/node$/u,
      NODE_BUILT_IN,
      FOREIGN,
    ],
  },
];

/** Packages from the bottom up, each with those that it must not even mention. */
const HIGHER: Readonly<Record<string, RegExp>> = {
  'packages/protocol/src/': /@covisa\/(?:store|node|web|conformance|sim)\b/gu,
  'packages/store/src/': /@covisa\/(?:node|web|conformance|sim)\b/gu,
  'packages/node/src/': /@covisa\/(?:web|conformance|sim)\b/gu,
  'packages/conformance/': /@covisa\/(?:node|store|sim)\b/gu,
};

const IMPORT =
  /(?:^(?:import|export)\b[^;']*\bfrom\s+|^import\s+|\bimport\(|\brequire\()'(?<target>[^']+)'/gmu;

/** What a file imports: package names as they stand, relative ones as paths from the root. */
function importsOf(file: SourceFile): { readonly target: string; readonly offset: number }[] {
  return [...file.uncommented.matchAll(IMPORT)].map((match) => {
    const target = match.groups?.target ?? '';
    const resolved = target.startsWith('.') ? posix.join(posix.dirname(file.path), target) : target;
    return { target: resolved, offset: match.index };
  });
}

/** Imports against the arrows. */
export function wrongImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const area = AREAS.find(({ folder }) => file.path.startsWith(folder));
    if (area === undefined) return [];
    return importsOf(file)
      .filter(({ target }) => !area.allowed.some((pattern) => pattern.test(target)))
      .map(({ target, offset }) =>
        finding(file, offset, `imports ${target}, expected only what ${area.folder} may import`),
      );
  });
}

/** The folders of the pages: what several of them need lies beside them. */
const PAGE = /^packages\/web\/src\/(?<page>wallet|desk|console|directory|widget|front|explain)\//u;

/** Imports from a page's folder into another, or into what the pages share. */
export function wrongPageImports(files: readonly SourceFile[]): string[] {
  const pageOf = (path: string): string | undefined => PAGE.exec(path)?.groups?.page;
  return files
    .filter(({ path }) => path.startsWith('packages/web/src/'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => ![undefined, pageOf(file.path)].includes(pageOf(target)))
        .map(({ target, offset }) =>
          finding(file, offset, `imports ${target}, expected nothing of another page's folder`),
        ),
    );
}

/** Mentions of a higher package in a lower one, comments included. */
export function wrongMentions(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    Object.entries(HIGHER)
      .filter(([folder]) => file.path.startsWith(folder))
      .flatMap(([, pattern]) =>
        [...file.text.matchAll(pattern)].map((match) =>
          finding(file, match.index, `mentions ${match[0]}, expected no word of a higher package`),
        ),
      ),
  );
}
