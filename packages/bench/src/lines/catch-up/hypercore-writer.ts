/** A child process: appends logs to hypercores, one core a log. argv: files of logs, storage. */

import Hypercore from 'hypercore';
import { nodeSignatureBackend } from '../../../../node/dist/adapters/ed25519-node.js';
import { bytesOf } from '../../programmes/written-log.js';
import { readLogFiles } from './hypercore-files.js';

function writerOf(seed: Uint8Array) {
  const publicKey = Buffer.from(nodeSignatureBackend().publicKey(seed));
  const manifest = { version: 1, signers: [{ publicKey }] } as const;
  return { manifest, keyPair: { publicKey, secretKey: Buffer.concat([seed, publicKey]) } };
}

const [, , files = '', folder = ''] = process.argv;
const storage = Hypercore.defaultStorage(folder);
const cores: { key: string; length: number }[] = [];
for (const [i, lines] of readLogFiles(files).entries()) {
  const writer = writerOf(bytesOf(`core ${i}`, 32));
  const key = Hypercore.key(writer.manifest);
  const core = new Hypercore(storage, key, writer);
  await core.ready();
  await core.append(lines);
  cores.push({ key: Buffer.from(key).toString('hex'), length: core.length });
}
console.log(JSON.stringify(cores));
await storage.close();
