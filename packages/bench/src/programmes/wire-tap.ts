/** A tap between two nodes: passes requests on as they are, and hands out the bodies. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** A request and its answer. */
export interface Exchanged {
  readonly path: string;
  readonly request: Body;
  readonly answer: Body;
}

/** A body as it was before compression, and its bytes as sent. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly sentBytes: number;
}

/** A tap that listens. */
export interface WireTap {
  /** All that was said since the last call. */
  take(): readonly Exchanged[];
  close(): void;
}

async function contentOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function bodyOf({ headers }: IncomingMessage, content: Buffer): Body {
  const isCoded = headers['content-encoding'] === 'gzip';
  return { bytes: isCoded ? gunzipSync(content) : content, sentBytes: content.length };
}

async function forward(incoming: IncomingMessage, content: Buffer, port: number) {
  const { method, url: path, headers } = incoming;
  const outgoing = send({ host: '127.0.0.1', port, method, path, headers });
  outgoing.end(content);
  const [answer]: IncomingMessage[] = await once(outgoing, 'response');
  if (!answer) throw new Error('tap: expected an answer');
  return { answer, content: await contentOf(answer) };
}

/** Listens on one port of the loopback address for the node that listens on another. */
export async function openWireTap(port: number, nodePort: number): Promise<WireTap> {
  const exchanged: Exchanged[] = [];
  const server = createServer(async (incoming, response) => {
    const asked = await contentOf(incoming);
    const { answer, content } = await forward(incoming, asked, nodePort);
    exchanged.push({
      path: incoming.url ?? '',
      request: bodyOf(incoming, asked),
      answer: bodyOf(answer, content),
    });
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    take: () => exchanged.splice(0),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
