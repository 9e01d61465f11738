/**
 * Which role a people's route needs. Whatever is not in the list is the owner's: a route that is
 * forgotten here stays closed to the desk.
 */

import type { Role } from '../../access/caller.js';

/** What the desk may call, below `/api`. */
const DESK_ROUTES = [
  'GET /status',
  'GET /profile',
  'GET /directory',
  'GET /desk',
  'GET /welcome',
  'GET /introductions',
  'POST /checks',
  'POST /checks/spoken',
  'POST /checks/:id/grant',
  'POST /checks/:id/refuse',
  'GET /visits',
  'POST /visits',
  'POST /visits/:id/void',
] as const;

const PATTERNS: readonly RegExp[] = DESK_ROUTES.map(
  (route) => new RegExp(`^${route.replaceAll(':id', '[A-Za-z0-9_-]+')}$`),
);

/** The role that `method` on `path` (below `/api`) needs. */
export function roleFor(method: string, path: string): Role {
  const asked = `${method === 'HEAD' ? 'GET' : method} ${path}`;
  return PATTERNS.some((pattern) => pattern.test(asked)) ? 'desk' : 'owner';
}
