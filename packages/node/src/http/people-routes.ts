/**
 * Routes for people: `/api/…`, for whoever is signed in or holds a token. Answers are what the
 * engine gives, as JSON (views.ts): lists are bare lists, bytes are base64url, nothing to say is
 * `{}`.
 */

import { Router } from 'express';
import { identify, requireRole } from './access/gate.js';
import { accessRoutes } from './access/owner-routes.js';
import { sessionRoutes } from './access/session-routes.js';
import type { AppOptions } from './context.js';
import { limited, noStore } from './edge.js';
import { notFound } from './errors.js';
import { accountRoutes, deskRoutes } from './people/desk.js';
import { logRoutes } from './people/log.js';
import { memberRoutes, requestRoutes } from './people/members.js';
import { messageRoutes } from './people/messages.js';
import { programmeRoutes } from './people/programmes.js';
import { statusRoutes } from './people/status.js';

/**
 * All people's routes, to be mounted at `/api`. The gate comes before everything but
 * signing in, paths that do not exist included.
 */
export function peopleRoutes(options: AppOptions): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const { access, settings } = options;
  router.use(limited(settings.rateLimits.people), noStore);
  router.use(identify(access, settings.publicUrl));
  sessionRoutes(router, access);
  router.use(requireRole);
  // A router tries its routes one by one: while a member waits at reception, none of the others.
  deskRoutes(router, options);
  accessRoutes(router, access);
  statusRoutes(router, options);
  programmeRoutes(router, options);
  memberRoutes(router, options);
  requestRoutes(router, options);
  messageRoutes(router, options);
  accountRoutes(router, options);
  logRoutes(router, options);
  router.use(notFound);
  return router;
}
