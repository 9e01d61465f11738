/** Routes between nodes, and for wallets and auditors: `/covisa/v1/…` and `/.well-known/covisa`. */

import { Router } from 'express';
import type { AppOptions } from './context.js';
import { endpoint, limited } from './edge.js';
import type { DescribeError } from './errors.js';
import { peerRoutes } from './peer-routes.js';
import { publicRoutes } from './public-routes.js';
import { ReplayGuard } from './replay.js';
import { signedRoutes } from './signed.js';
import { walletRoutes } from './wallet-routes.js';

/** All protocol routes. */
export function protocolRoutes(options: AppOptions, describe: DescribeError): Router {
  const router = Router({ caseSensitive: true, strict: true });
  betweenNodes(router, options, describe);
  walletRoutes(router, options);
  publicRoutes(router, options);
  return router;
}

function betweenNodes(router: Router, options: AppOptions, describe: DescribeError): void {
  const limit = limited(options.settings.rateLimits.peers);
  const signed = signedRoutes(options, describe, new ReplayGuard());
  for (const [path, route] of Object.entries(peerRoutes(options.engine, options.sha256))) {
    endpoint(router, path, { post: [limit, signed(route)] });
  }
}
