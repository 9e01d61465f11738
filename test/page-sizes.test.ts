/** How much script a page loads before anything can be shown: the built files are measured. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import { ROOT } from '#scripts/repository.js';

const PAGES = join(ROOT, 'packages', 'node', 'pages');
/** Bytes of compressed script that a phone, or a desk's tablet, has to wait for. */
const WALLET_BYTES_MAX = 60_000;
const DESK_BYTES_MAX = 120_000;

/** What a script imports statically; what it imports later is loaded when it is needed. */
const STATIC_IMPORT = /\b(?:from|import)\s*["']\.\/(?<name>[^"']+\.js)["']/gu;
const SCRIPT = /(?:src|href)="\/(?<path>assets\/[^"]+\.js)"/gu;

function withImports(path: string, found: Map<string, number>): void {
  if (found.has(path)) return;
  const code = readFileSync(join(PAGES, path));
  found.set(path, brotliCompressSync(code).length);
  for (const { groups } of code.toString('utf8').matchAll(STATIC_IMPORT)) {
    withImports(join('assets', groups?.name ?? ''), found);
  }
}

/** The scripts of a page with their compressed sizes in bytes. */
function scriptsOf(page: string): ReadonlyMap<string, number> {
  const html = readFileSync(join(PAGES, 'pages', `${page}.html`), 'utf8');
  const found = new Map<string, number>();
  for (const { groups } of html.matchAll(SCRIPT)) withImports(groups?.path ?? '', found);
  return found;
}

function expectAtMost(page: string, bytesMax: number): void {
  const sizes = scriptsOf(page);
  // A page of one script and no imports would mean that the imports were not found.
  expect(sizes.size, `scripts of ${page}`).to.be.above(3);
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  console.log(`        ${page}: ${bytes} bytes`);
  expect(bytes, [...sizes].map(([path, size]) => `${path} ${size}`).join('\n')).to.be.below(
    bytesMax,
  );
}

describe('The scripts of the pages', () => {
  it('are at most 60 kB compressed for the wallet’s first load', () => {
    expectAtMost('wallet', WALLET_BYTES_MAX);
  });

  it('are at most 120 kB compressed for the desk, before its decoder', () => {
    expectAtMost('desk', DESK_BYTES_MAX);
  });

  it('have neither the portable signatures nor the map in the wallet’s first load', () => {
    const first = new Set(scriptsOf('wallet').keys());
    for (const mark of ['bad secret key size', 'Topology']) {
      const having = readdirSync(join(PAGES, 'assets'))
        .map((name) => join('assets', name))
        .filter((path) => path.endsWith('.js') && readFileSync(join(PAGES, path)).includes(mark));
      // A mark that no script has would find nothing anywhere.
      expect(having, mark).to.not.deep.equal([]);
      expect(having.filter((path) => first.has(path))).to.deep.equal([]);
    }
  });

  it('are there with no network, the coarse map too, and neither decoder nor fine map', () => {
    const worker = readFileSync(join(PAGES, 'sw.js'), 'utf8');
    const kept = [...worker.matchAll(/"\/assets\/(?<name>[a-z0-9]+(?:-[a-z0-9]+)?)/gu)];
    const names = new Set(kept.map(({ groups }) => groups?.name));
    for (const name of ['land-110m', 'world-map']) expect([...names]).to.include(name);
    for (const name of ['land-50m', 'zxing-decoder']) expect([...names]).to.not.include(name);
  });
});
