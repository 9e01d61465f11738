/** The client that drives all servers alike: JSON over one connection a worker, kept alive. */

import { Agent, type IncomingMessage, request } from 'node:http';

/** Posts JSON to a path and reads the answer. @throws Error where the answer is no success */
export type Post = (path: string, body: object) => Promise<Readonly<Record<string, unknown>>>;

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** A client of one server, and how to close its connections. */
export function clientOf(
  url: string,
  authorization: string,
): { readonly post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const post: Post = (path, body) =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.from(JSON.stringify(body));
      const headers = {
        authorization,
        'content-type': 'application/json',
        'content-length': bytes.length,
      };
      const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
        textOf(response).then((text) => {
          const status = response.statusCode ?? 0;
          if (status >= 300) reject(new Error(`${path}: answered ${status} ${text}`));
          else resolve(JSON.parse(text));
        }, reject);
      });
      sent.once('error', (error: NodeJS.ErrnoException) => {
        // A connection that was idle too long: its end had come, and was not yet seen here.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(post(path, body));
        else reject(error);
      });
      sent.end(bytes);
    });
  return { post, close: () => agent.destroy() };
}
