/** A child process: offers hypercores to whoever connects. argv: storage, keys as JSON. */

import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import Hypercore from 'hypercore';

const [, , folder = '', cores = '[]'] = process.argv;
const storage = Hypercore.defaultStorage(folder);
const held = (JSON.parse(cores) as readonly { key: string }[]).map(
  ({ key }) => new Hypercore(storage, Buffer.from(key, 'hex')),
);
await Promise.all(held.map((core) => core.ready()));
const server = createServer({ noDelay: true }, (socket) => {
  const [first, ...others] = held;
  if (!first) return;
  const stream = first.replicate(false);
  for (const core of others) core.replicate(stream);
  // The other side goes when it has all.
  socket.on('error', () => undefined);
  stream.on('error', () => undefined);
  socket.pipe(stream).pipe(socket);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
