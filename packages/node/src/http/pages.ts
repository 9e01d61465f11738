/**
 * Pages for whoever opens the node in a browser: plain, without script, until the real ones come.
 */

import { isShown } from '@covisa/protocol';
import { type RequestHandler, type Response, Router } from 'express';
import type { AppOptions } from './context.js';
import { endpoint, limited } from './edge.js';
import { STYLE } from './pages/style.js';
import { claimPage, homePage, joinPage } from './pages/texts.js';

/** `/`, `/join`, `/claim` and their style. */
export function pageRoutes({ engine, settings }: AppOptions): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const limit = limited(settings.rateLimits.people);
  const show = (html: () => string | Promise<string>): RequestHandler[] => [
    limit,
    async (_request, response) => sendPage(response, await html()),
  ];
  endpoint(router, '/', {
    get: show(async () => {
      const [status, listed] = [await engine.status(), await engine.directory()];
      const { name, space } = status;
      const programmes = status.programmes.map((programme) => programme.name);
      return homePage({ name, space, programmes, listed: listed.filter(isShown).length });
    }),
  });
  endpoint(router, '/join', { get: show(() => joinPage(engine.profile().name)) });
  endpoint(router, '/claim', { get: show(() => claimPage(engine.profile().name)) });
  endpoint(router, '/style.css', {
    get: (_request, response) => {
      response.type('text/css').set('cache-control', 'public, max-age=3600').send(STYLE);
    },
  });
  return router;
}

function sendPage(response: Response, html: string): void {
  response.type('text/html').set('cache-control', 'no-cache').send(html);
}
