/**
 * How the pages are built: one HTML file a page, everything from the node's own origin, nothing
 * inline. The output goes into the node's package, which serves the folder without knowing this
 * one.
 */

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompressed } from './build/precompressed.js';
import { serviceWorker } from './build/service-worker.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pages; each has `pages/<name>.html` and `src/<name>/main.tsx`. */
const PAGES = ['front', 'directory', 'widget', 'wallet', 'desk', 'console', 'explain'];

export default defineConfig({
  root: here('.'),
  base: '/',
  build: {
    outDir: here('../node/pages'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The strict policy of the pages allows no data: scripts, and inlining would hide sizes.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The fine outline of the land; it is loaded only where a map is magnified.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      // How long the bundler's own plugins take is no news to whoever starts a node.
      checks: { pluginTimings: false },
      input: {
        ...Object.fromEntries(PAGES.map((name) => [name, here(`pages/${name}.html`)])),
        sw: here('src/worker/sw.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  worker: { format: 'es' },
  plugins: [serviceWorker(), precompressed()],
});
