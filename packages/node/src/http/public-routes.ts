/**
 * What anybody may read, from any page: who this is, its programmes, the directory, and what
 * auditors of the log need.
 */

import { encodeBase64url, isShown, type Listing } from '@covisa/protocol';
import type { RequestHandler, Router } from 'express';
import { NodeError } from '../errors.js';
import type { AppOptions } from './context.js';
import { anyOrigin, endpoint, limited, reply } from './edge.js';
import { featureCollection } from './geojson.js';
import { publicProgrammes } from './public-programmes.js';

const TILE_PATH = /^(0|[1-9]\d?)\/(x\d{3}\/){0,4}\d{3}(\.p\/[1-9]\d{0,2})?$/;

/** The public routes. */
export function publicRoutes(router: Router, options: AppOptions): void {
  const { engine } = options;
  const limit = limited(options.settings.rateLimits.people);
  const read = (path: string, ...answer: RequestHandler[]): void => {
    router.use(path, anyOrigin);
    endpoint(router, path, { get: [limit, ...answer] });
  };
  read(
    '/.well-known/covisa',
    reply(() => discovery(options)),
  );
  read(
    '/covisa/v1/profile',
    reply(() => ({ space: engine.space, ...engine.profile() })),
  );
  read(
    '/covisa/v1/programmes',
    reply(async () => publicProgrammes(await engine.programmes.list())),
  );
  read(
    '/covisa/v1/directory',
    reply(() => shownListings(options)),
  );
  read('/covisa/v1/directory.geojson', async (_request, response) => {
    const collection = featureCollection(await shownListings(options));
    response.type('application/geo+json').send(JSON.stringify(collection));
  });
  logRoutes(read, options);
}

function logRoutes(
  read: (path: string, answer: RequestHandler) => void,
  { engine }: AppOptions,
): void {
  read('/covisa/v1/log/checkpoint', (_request, response) => {
    response.type('text/plain; charset=utf-8').set('cache-control', 'no-cache');
    response.send(engine.logs.checkpoint());
  });
  read('/covisa/v1/log/tile/*path', async (request, response) => {
    const tile = await engine.logs.tile(tilePath(request.params.path));
    // A tile never changes: a longer log has wider ones, under other paths.
    response.type('application/octet-stream');
    response.set('cache-control', 'public, max-age=31536000, immutable');
    response.send(Buffer.from(tile));
  });
}

/** DIR-1, DIR-3: what is closed or unlisted is shown to owners only. */
async function shownListings({ engine }: AppOptions): Promise<readonly Listing[]> {
  const all = await engine.directory();
  return all.filter(isShown);
}

async function discovery({ engine, settings }: AppOptions): Promise<object> {
  const { space } = engine;
  const openings = await engine.logs.openings();
  const [inception, ...resumes] = openings.map(encodeBase64url);
  if (inception === undefined) throw new NodeError('NOT_READY', 'node: its log is not open yet');
  const incarnation = resumes.length;
  const { name } = engine.profile();
  const said = { covisa: 1, space, incarnation, name, url: settings.publicUrl, inception };
  return resumes.length > 0 ? { ...said, resumes } : said;
}

function tilePath(segments: unknown): string {
  const path = Array.isArray(segments) ? segments.join('/') : '';
  // TILE-1: a tile has one path, that of tlog-tiles, without leading zeros or a width of 0.
  if (!TILE_PATH.test(path)) throw new NodeError('NOT_FOUND', 'tile: there is none at this path');
  return path;
}
