/**
 * What each page may do in a browser: its Content-Security-Policy and its Permissions-Policy.
 * Nothing comes from elsewhere, and no page holds a script of its own.
 */

/** The pages by the names of their files. */
export type PageName = 'front' | 'directory' | 'widget' | 'wallet' | 'desk' | 'console' | 'explain';

/** Sources by directive. */
type Directives = Readonly<Record<string, readonly string[]>>;

const BASE: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'media-src': ["'self'", 'blob:'],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Codes are read by a WebAssembly decoder where the browser has none. */
const DECODING: Directives = { 'script-src': ["'self'", "'wasm-unsafe-eval'"] };
/** A wallet talks to the nodes of all its homes. */
const HOMES: Directives = {
  'connect-src': ["'self'", 'https:', 'http://localhost:*', 'http://127.0.0.1:*'],
};

const POLICIES: Readonly<Record<PageName, Directives>> = {
  front: BASE,
  directory: BASE,
  widget: { ...BASE, 'frame-ancestors': ['*'] },
  wallet: { ...BASE, ...DECODING, ...HOMES },
  desk: { ...BASE, ...DECODING },
  console: BASE,
  explain: BASE,
};

function headerOf(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** The Content-Security-Policy of a page. */
export function pagePolicy(name: PageName): string {
  return headerOf(POLICIES[name]);
}

/**
 * The Content-Security-Policy of scripts: a worker lives by the policy of its own file. It is as
 * wide as that of the widest page.
 */
export const WORKER_POLICY: string = headerOf({ ...BASE, ...DECODING, ...HOMES });

/** The Content-Security-Policy of a page that is text only. */
export const PLAIN_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What a page may ask the device for. */
export const PERMISSIONS_POLICY =
  'camera=(self), geolocation=(self), screen-wake-lock=(self), microphone=(), payment=(), usb=()';
