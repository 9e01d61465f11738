/**
 * A child process: fetches whole hypercores over one connection into an empty storage, and says how
 * long that took. argv: storage, port, keys and lengths as JSON.
 */

import { connect } from 'node:net';
import Hypercore from 'hypercore';
import { nowMilliseconds } from '../../harness/clock.js';

const [, , folder = '', port = '', wanted = '[]'] = process.argv;
const storage = Hypercore.defaultStorage(folder);
const cores = (JSON.parse(wanted) as readonly { key: string; length: number }[]).map(
  ({ key, length }) => ({ core: new Hypercore(storage, Buffer.from(key, 'hex')), length }),
);
await Promise.all(cores.map(({ core }) => core.ready()));
const [first, ...others] = cores;
if (!first) throw new RangeError('cores: expected one at least');

const startedAt = nowMilliseconds();
const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
const stream = first.core.replicate(true);
for (const { core } of others) core.replicate(stream);
socket.pipe(stream).pipe(socket);
await Promise.all(cores.map(({ core, length }) => core.download({ start: 0, end: length }).done()));
const milliseconds = nowMilliseconds() - startedAt;

const blocks = cores.reduce((sum, { core }) => sum + core.contiguousLength, 0);
console.log(JSON.stringify({ milliseconds, blocks, bytesIn: socket.bytesRead }));
socket.destroy();
await storage.close();
process.exit(0);
