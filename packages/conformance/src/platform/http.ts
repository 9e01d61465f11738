/**
 * HTTP as it goes over the wire: content is neither packed nor unpacked, headers may stand twice,
 * and no redirect is followed. The one place of this package that uses the network.
 */

import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** Bytes of an answer that are read: twice the largest that the protocol allows. */
const ANSWER_BYTES_MAX = 8 * 1024 * 1024;

/** A request. */
export interface Ask {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Several values of a name go out as several header lines. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: Uint8Array;
}

/** An answer, as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Before any content coding is undone. */
  readonly body: Uint8Array;
}

/** Sends a request to the node under test. */
export type Send = (ask: Ask) => Promise<Answer>;

async function bodyOf(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > ANSWER_BYTES_MAX) throw new Error(`answer: longer than ${ANSWER_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Sends to the node at `origin`; gives up after so many milliseconds. */
export function sendTo(origin: URL, timeoutMilliseconds: number): Send {
  const request = origin.protocol === 'https:' ? requestHttps : requestHttp;
  return ({ method, path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const outgoing = request(origin, {
        method,
        path,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : [...value],
          ]),
        ),
        // A connection that is kept may be closed by the node just when it is used again.
        agent: false,
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      outgoing.once('response', (response) => {
        bodyOf(response).then(
          (read) =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read }),
          reject,
        );
      });
      // A node may answer and close before it has read a body that is too large.
      outgoing.once('error', reject);
      outgoing.end(body);
    });
}
