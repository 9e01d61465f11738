/** HTTP as bytes, for requests that no client would send. */

import { connect } from 'node:net';

/** Sends bytes to a server and gives all that it answers until it closes the connection. */
export function rawExchange(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** The first line, and the code in the error of the body; null if there is none. */
export function summary(answer: string): readonly [string, string | null] {
  const status = answer.slice(0, answer.indexOf('\r\n'));
  return [status, /"error":\{"code":"([A-Z_]+)"/.exec(answer)?.[1] ?? null];
}
