/**
 * The pages: files that were built before and lie in one folder, each under its path and with its
 * own security headers. Nothing is rendered here.
 */

import type { Sha256 } from '@covisa/protocol';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { endpoint } from './edge.js';
import { notFound } from './errors.js';
import { sendFile } from './pages/files.js';
import { NOT_BUILT_PAGE } from './pages/not-built.js';
import { NOTHING_HERE_PAGE } from './pages/nothing-here.js';
import {
  type PageName,
  PERMISSIONS_POLICY,
  PLAIN_POLICY,
  pagePolicy,
  WORKER_POLICY,
} from './pages/policies.js';

/** The paths of pages. A link's secret part stands after `#` and never comes here. */
const PATHS: Readonly<Record<string, PageName>> = {
  '/': 'front',
  '/directory': 'directory',
  '/widget': 'widget',
  '/wallet': 'wallet',
  '/claim': 'wallet',
  '/desk': 'desk',
  '/console': 'console',
  '/set-up': 'console',
  '/join': 'explain',
  '/here': 'explain',
  '/honour': 'explain',
};

/** Files beside the pages: icons, manifests, what robots read. */
const ROOT_FILE = /^[a-z0-9-]+\.(?:ico|png|svg|txt|webmanifest)$/;
/** A file among the assets: names as a build makes them, from its content. */
const ASSET = /^(?:[A-Za-z0-9_-]+\/){0,3}[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** What programs ask for: nobody types these. */
const OF_PROGRAMS = /^\/(?:api|assets|covisa|\.well-known)(?:\/|$)/u;

const REVALIDATED = 'no-cache';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** What the page server stands on. */
export interface PageOptions {
  /** The folder of built pages; null for none. */
  readonly pages: string | null;
  readonly sha256: Sha256;
}

/** All pages and their files, behind `limit`. */
export function pageRoutes(options: PageOptions, limit: RequestHandler): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const [path, name] of Object.entries(PATHS)) {
    endpoint(router, path, { get: [limit, showPage(options, name)] });
  }
  const worker = showFile(options, () => 'sw.js', REVALIDATED);
  endpoint(router, '/sw.js', { get: [limit, worker] });
  endpoint(router, '/assets/*path', { get: [limit, showFile(options, assetName, IMMUTABLE)] });
  router.get('/:file', limit, showFile(options, rootName, REVALIDATED));
  return router;
}

/** No such path: people get a page that leads on, programs the error. */
export const nothingHere: RequestHandler = (request, response, next) => {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const wish = request.accepts(['json', 'html']);
  if (!isRead || wish !== 'html' || OF_PROGRAMS.test(request.path)) {
    return notFound(request, response, next);
  }
  sendText(response, 404, NOTHING_HERE_PAGE);
};

function showPage(options: PageOptions, name: PageName): RequestHandler {
  const headers = {
    'cache-control': REVALIDATED,
    'content-security-policy': pagePolicy(name),
    'permissions-policy': PERMISSIONS_POLICY,
  };
  return async (request, response) => {
    // WIDGET-1: the widget alone may stand in pages of others; every other page and answer refuses
    // to be framed.
    if (name === 'widget') {
      response.removeHeader('x-frame-options');
      response.set('cross-origin-resource-policy', 'cross-origin');
    }
    const file = { name: `pages/${name}.html`, headers };
    if (!(await send(options, file, request, response))) sendText(response, 503, NOT_BUILT_PAGE);
  };
}

type FileName = (params: Readonly<Record<string, string | string[]>>) => string | null;

const rootName: FileName = ({ file }) =>
  typeof file === 'string' && ROOT_FILE.test(file) ? file : null;

const assetName: FileName = ({ path }) => {
  const name = Array.isArray(path) ? path.join('/') : '';
  return ASSET.test(name) ? `assets/${name}` : null;
};

function showFile(options: PageOptions, nameOf: FileName, cacheControl: string): RequestHandler {
  return async (request, response, next) => {
    const name = nameOf(request.params);
    const policy = name?.endsWith('.js') ? WORKER_POLICY : PLAIN_POLICY;
    const headers = { 'cache-control': cacheControl, 'content-security-policy': policy };
    if (name !== null && (await send(options, { name, headers }, request, response))) return;
    nothingHere(request, response, next);
  };
}

async function send(
  { pages, sha256 }: PageOptions,
  file: { readonly name: string; readonly headers: Readonly<Record<string, string>> },
  request: Request,
  response: Response,
): Promise<boolean> {
  return pages !== null && (await sendFile({ folder: pages, ...file }, request, response, sha256));
}

/** A page of text only, in the place of one that is not there. */
function sendText(response: Response, status: number, page: string): void {
  response
    .status(status)
    .type('text/html')
    .set({ 'cache-control': 'no-store', 'content-security-policy': PLAIN_POLICY, vary: 'accept' })
    .send(page);
}
