/** The app of a node that is not made yet: the pages and first set-up, and nothing else. */

import type { Seconds, Sha256 } from '@covisa/protocol';
import type { Express, RequestHandler } from 'express';
import { NodeError } from '../../errors.js';
import type { Logger } from '../../ports.js';
import { bareApp } from '../app.js';
import { type AppSettings, pagesPerMinute } from '../context.js';
import { limited } from '../edge.js';
import { errorDescriber, errorMiddleware, notFound } from '../errors.js';
import { pageRoutes } from '../pages.js';
import { type SetUp, setUpRoutes } from './routes.js';

/** What the app stands on. */
export interface SetUpAppOptions {
  readonly setUp: SetUp;
  readonly settings: AppSettings;
  readonly pages: string | null;
  readonly now: () => Seconds;
  readonly logger: Logger;
  readonly sha256: Sha256;
}

/** The application over a set-up that waits for its owner. */
export function createSetUpApp(options: SetUpAppOptions): Express {
  const { setUp, settings, logger, now } = options;
  const limit = limited(settings.rateLimits.people);
  const app = bareApp(settings);
  app.use(setUpRoutes(setUp, settings.publicUrl, limit));
  // Whoever opens a page of the node that is to be made reads there how it is made.
  app.get(['/', '/desk', '/console'], (_request, response) => response.redirect('/set-up'));
  app.use(['/api', '/covisa', '/.well-known'], limit, notMade);
  app.use(pageRoutes(options, limited(pagesPerMinute(settings.rateLimits))));
  app.use(notFound);
  app.use(errorMiddleware(errorDescriber(logger, now)));
  return app;
}

const notMade: RequestHandler = () => {
  throw new NodeError('NOT_READY', 'node: it is not set up yet', {
    remedy: 'Follow the link in the terminal in which it runs.',
  });
};
