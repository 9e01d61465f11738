/** What a node says to everybody, kept, changed, and said again by a server on loopback. */

import { once } from 'node:events';
import { createServer } from 'node:http';

/** Answers by the path and query of their requests; what is not there is not found. */
export type Answers = ReadonlyMap<string, Uint8Array>;

const DISCOVERY = '/.well-known/covisa';
export const CHECKPOINT = '/covisa/v1/log/checkpoint';

async function get(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: expected an answer, got status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What a node with less than 256 entries says: who it is, its checkpoint and its one tile. */
export async function answersOfNode(url: string): Promise<Answers> {
  const checkpoint = await get(url + CHECKPOINT);
  const size = Buffer.from(checkpoint).toString().split('\n')[1];
  const tile = `/covisa/v1/log/tile/0/000.p/${size}`;
  return new Map([
    [DISCOVERY, await get(url + DISCOVERY)],
    [CHECKPOINT, checkpoint],
    [tile, await get(url + tile)],
  ]);
}

/** The answers with one of them changed, by the end of its path. */
export function withAnswer(
  answers: Answers,
  end: string | RegExp,
  change: (answer: Uint8Array) => Uint8Array,
): Answers {
  const matches = (path: string) => (typeof end === 'string' ? path.endsWith(end) : end.test(path));
  return new Map([...answers].map(([path, one]) => [path, matches(path) ? change(one) : one]));
}

/** The answers with some members of the discovery document changed. */
export function withDiscovery(
  answers: Answers,
  change: (said: Record<string, unknown>) => object,
): Answers {
  return withAnswer(answers, DISCOVERY, (bytes) => {
    const said = JSON.parse(Buffer.from(bytes).toString());
    return new Uint8Array(Buffer.from(JSON.stringify({ ...said, ...change(said) })));
  });
}

/** Serves answers while `use` runs. */
export async function serving<T>(answers: Answers, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    response.statusCode = answer ? 200 : 404;
    response.end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  try {
    return await use(`http://127.0.0.1:${address.port}`);
  } finally {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
}
