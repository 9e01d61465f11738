/**
 * The service worker: wallet and desk open with no network. It keeps the files of one version,
 * serves them from what it keeps, and gives way to the next version only when the person agrees.
 * What the node answers under `/api`, `/covisa` and `/.well-known` is never kept.
 */

/// <reference lib="webworker" />

interface Kept {
  readonly version: string;
  readonly files: readonly string[];
  readonly pages: readonly string[];
}

declare const self: ServiceWorkerGlobalScope;

/** The build writes what is to be kept into this place. */
const kept = '__COVISA_FILES__' as unknown as Kept;
const CACHE = `covisa-${kept.version}`;

/** `/claim` is the wallet, whatever follows its `#`. */
const SAME_PAGE: Readonly<Record<string, string>> = { '/claim': '/wallet' };

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...kept.files, ...kept.pages])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

/**
 * Keeps the version before this one, too: other tabs still show it, and load its parts when they
 * are wanted, although the node has them no more. Names come in the order in which they were made.
 */
async function forgetOld(): Promise<void> {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith('covisa-') && name !== CACHE,
  );
  for (const name of others.slice(0, -1)) await caches.delete(name);
}

self.addEventListener('message', (event) => {
  // The person has agreed to the new version.
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) return event.respondWith(asset(request));
  const page = SAME_PAGE[url.pathname] ?? url.pathname;
  if (request.mode === 'navigate' && kept.pages.includes(page)) {
    event.respondWith(fromKept(page, request));
  }
});

/** Assets have their contents' hash in their names, so what is kept is right for ever. */
async function asset(request: Request): Promise<Response> {
  const held = await caches.match(request);
  if (held) return held;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh.clone());
  return fresh;
}

async function fromKept(page: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(page)) ?? fetch(request);
}
