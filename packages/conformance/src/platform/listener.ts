/** A small HTTP server on this machine, so that a node which runs here can call a test space. */

import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Bytes of a request that are read. */
const REQUEST_BYTES_MAX = 8 * 1024 * 1024;

/** A request as it came. */
export interface Heard {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** What it is answered. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A server that listens. */
export interface Listener {
  readonly url: string;
  readonly end: () => Promise<void>;
}

/** Starts a server that answers by this function. */
export type Listen = (answer: (heard: Heard) => Promise<Reply>) => Promise<Listener>;

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > REQUEST_BYTES_MAX) throw new Error('request: too long');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Listens at any free port of the loopback address. */
export const listenHere: Listen = async (answer) => {
  const server = createServer(async (request, response) => {
    const { method = '', url: target = '', headers } = request;
    try {
      const reply = await answer({ method, target, headers, body: await bodyOf(request) });
      response.writeHead(reply.status, reply.headers).end(reply.body);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const end = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, end };
};
