/** A node that is upgraded while pages are open: the same node, behind an address of its own. */

import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address, and the upgrade. */
export interface Upgradable {
  readonly url: string;
  /** From now on the service worker is that of a later version, and assets from before are gone. */
  upgrade(): void;
  close(): Promise<void>;
}

/** Stands before a node at `target`. What it passes on is the node's own, but for the version. */
export async function upgradable(target: string): Promise<Upgradable> {
  const { hostname, port } = new URL(target);
  let isUpgraded = false;
  const server: Server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    // The worker's script is read here, so it has to come whole and plain.
    if (url === '/sw.js') {
      delete headers['accept-encoding'];
      delete headers['if-none-match'];
    }
    if (isUpgraded && url.startsWith('/assets/')) {
      outgoing.writeHead(404).end();
      return;
    }
    const asked = request({ hostname, port, method, path: url, headers }, (answer) => {
      if (!isUpgraded || url !== '/sw.js') {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      answer.setEncoding('utf8');
      let script = '';
      answer.on('data', (part: string) => {
        script += part;
      });
      answer.on('end', () => {
        // Nothing is fetched for it: a worker of the same files, by another name.
        const later = script.replace(/"version":"[^"]+"/u, '"version":"later"');
        outgoing.writeHead(200, { 'content-type': 'text/javascript' });
        outgoing.end(later.replace(/"files":\[[^\]]*\]/u, '"files":[]'));
      });
    });
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    upgrade() {
      isUpgraded = true;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
