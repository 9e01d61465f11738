/** HTTP servers on loopback for tests, closed after each of them. */

import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * Registers the clean-up with mocha; call it inside of a `describe`. The function starts a server
 * and gives its port.
 */
export function loopbackServers(): (listener: RequestListener) => Promise<number> {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });
  return async (listener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('expected a port');
    return address.port;
  };
}
