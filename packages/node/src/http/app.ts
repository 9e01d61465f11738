/**
 * The Express application: the engine's HTTP shell. Everything that it needs comes in; it starts
 * nothing by itself.
 */

import express, { type Express } from 'express';
import helmet from 'helmet';
import { type AppOptions, type AppSettings, pagesPerMinute } from './context.js';
import { limited, singleHeaders } from './edge.js';
import { errorDescriber, errorMiddleware } from './errors.js';
import { nothingHere, pageRoutes } from './pages.js';
import { peopleRoutes } from './people-routes.js';
import { protocolRoutes } from './protocol-routes.js';
import { setUpRoutes } from './set-up/routes.js';

/** The application over a running engine. */
export function createApp(options: AppOptions): Express {
  const { settings, setUp } = options;
  const describe = errorDescriber(options.logger, options.now);
  const limit = limited(settings.rateLimits.people);
  const app = bareApp(settings);
  if (setUp !== null) app.use(setUpRoutes(setUp, settings.publicUrl, limit));
  // A router tries its routes one by one: those that share a prefix are passed over at once.
  app.use('/api', peopleRoutes(options));
  app.use(protocolRoutes(options, describe));
  app.use(pageRoutes(options, limited(pagesPerMinute(settings.rateLimits))));
  app.use(nothingHere);
  app.use(errorMiddleware(describe));
  return app;
}

/** An application without routes: how requests are read, and what every answer says of itself. */
export function bareApp({ trustProxy }: AppSettings): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  app.set('trust proxy', typeof trustProxy === 'number' ? trustProxy : [...trustProxy]);
  app.use(securityHeaders(), singleHeaders);
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
    // What stands under other names of the domain is not this node's to decide.
    strictTransportSecurity: { includeSubDomains: false },
  });
}
