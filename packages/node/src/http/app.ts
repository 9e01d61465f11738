/**
 * The Express application: the engine's HTTP shell. Everything that it needs comes in; it starts
 * nothing by itself.
 */

import express, { type Express } from 'express';
import helmet from 'helmet';
import type { AppOptions } from './context.js';
import { limited, singleHeaders } from './edge.js';
import { errorDescriber, errorMiddleware, notFound } from './errors.js';
import { pageRoutes } from './pages.js';
import { peopleRoutes } from './people-routes.js';
import { protocolRoutes } from './protocol-routes.js';

/** The application over a running engine. */
export function createApp(options: AppOptions): Express {
  const describe = errorDescriber(options.logger, options.now);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  const { trustProxy } = options.settings;
  app.set('trust proxy', typeof trustProxy === 'number' ? trustProxy : [...trustProxy]);
  app.use(securityHeaders(), singleHeaders);
  if (options.extraRoutes) app.use(options.extraRoutes);
  app.use(protocolRoutes(options, describe));
  app.use('/api', peopleRoutes(options));
  app.use(pageRoutes(options, limited(options.settings.rateLimits.people)));
  app.use(notFound);
  app.use(errorMiddleware(describe));
  return app;
}

/** Answers are what they say they are, and may do nothing; pages have policies of their own. */
function securityHeaders(): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
  });
}
