/**
 * Tells the service worker what to keep: the files of the pages that open with no network, by page,
 * and a version that changes with any of them.
 */

import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** Pages that open offline, with the path at which the node serves each. */
const OFFLINE_PAGES: Readonly<Record<string, string>> = {
  'pages/wallet.html': '/wallet',
  'pages/desk.html': '/desk',
};
/**
 * Files that are kept when they were used once, not beforehand: the decoder and the fine map are
 * large. The coarse map opens with no network from the first day on.
 */
const LATER = /\.(?:wasm|map)$|\/(?:zxing|land-50m)-/u;
const PLACE = '__COVISA_FILES__';

type Bundle = Rolldown.OutputBundle;

/** The plugin. */
export function serviceWorker(): Plugin {
  return {
    name: 'covisa-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') return this.error('sw.js: expected it among the output');
        const files = offlineFiles(bundle);
        const digest = createHash('sha256').update(JSON.stringify(files));
        for (const name of Object.keys(bundle).sort()) digest.update(name);
        for (const page of Object.keys(OFFLINE_PAGES))
          digest.update(String(contents(bundle, page)));
        const version = digest.digest('base64url').slice(0, 12);
        const value = JSON.stringify({ version, files, pages: Object.values(OFFLINE_PAGES) });
        worker.code = worker.code.replace(`"${PLACE}"`, value).replace(`\`${PLACE}\``, value);
      },
    },
  };
}

function contents(bundle: Bundle, name: string): string | Uint8Array {
  const file = bundle[name];
  return file?.type === 'asset' ? file.source : '';
}

/** Every asset that the offline pages may ask for, through all their imports, static or not. */
function offlineFiles(bundle: Bundle): readonly string[] {
  const found = new Set<string>();
  const take = (name: string): void => {
    if (found.has(name) || LATER.test(name)) return;
    found.add(name);
    const file = bundle[name];
    if (file?.type !== 'chunk') return;
    for (const next of [...file.imports, ...file.dynamicImports]) take(next);
    for (const css of file.viteMetadata?.importedCss ?? []) take(css);
    for (const asset of file.viteMetadata?.importedAssets ?? []) take(asset);
  };
  for (const page of Object.keys(OFFLINE_PAGES)) {
    const html = String(contents(bundle, page));
    for (const [, path = ''] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/gu)) take(path);
  }
  return [...found].sort().map((name) => `/${name}`);
}
