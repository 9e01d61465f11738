/**
 * The floor of a check-in, in a process of its own: an Express app that does what no host can do
 * without, and nothing else. It reads the same body, verifies the same two signatures, signs once
 * and commits once to SQLite, durably. `floor.js <database>`; the signatures come over the channel,
 * so that it need not even read the token. `/check-in` is all of it in one request; `/checks` and
 * `/visits` are the same in two, as reception does it.
 */

import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { loadDriver } from '@covisa/store';
import express from 'express';
import { systemRandom } from '../../../../node/dist/adapters/random-system.js';
import type { Presented } from './presented.js';

interface Check {
  readonly key: KeyObject;
  readonly message: Buffer;
  readonly signature: Buffer;
}

const [path = ''] = process.argv.slice(2);
const driver = loadDriver();
const db = new driver(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE visits (id TEXT PRIMARY KEY, head BLOB NOT NULL) STRICT, WITHOUT ROWID');
const insert = db.prepare<[string, Uint8Array]>('INSERT INTO visits (id, head) VALUES (?, ?)');
const { privateKey } = generateKeyPairSync('ed25519');

const presented = new Map<string, readonly Check[]>();
const waiting = new Set<string>();

function verifyBoth({ token }: { readonly token: string }): string {
  const checks = presented.get(token) ?? [];
  const holds = checks.map(({ key, message, signature }) => verify(null, message, key, signature));
  if (holds.length !== 2 || holds.includes(false)) throw new Error('token: does not hold');
  return Buffer.from(systemRandom.bytes(12)).toString('base64url');
}

/** A signed head of about 300 bytes, stored durably. */
function commit(id: string): void {
  const head = Buffer.from(`covisa/${id}\n`.padEnd(200, '0'));
  insert.run(id, Buffer.concat([head, sign(null, head, privateKey)]));
}

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(express.json());
app.post('/check-in', ({ body }, response) => {
  const id = verifyBoth(body);
  commit(id);
  response.status(201).json({ id });
});
app.post('/checks', ({ body }, response) => {
  const id = verifyBoth(body);
  waiting.add(id);
  response.json({ id });
});
app.post('/visits', ({ body: { check } }, response) => {
  if (!waiting.delete(check)) throw new Error('check: is not open');
  commit(check);
  response.status(201).json({ id: check });
});

/** Issuing keys are few, and imported once. A phone's key is met for the first time. */
const issuingKeys = new Map<string, KeyObject>();

function keyOf(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

function learn({ token, visa, proof }: Presented): void {
  const issuing = issuingKeys.get(visa.publicKey) ?? keyOf(visa.publicKey);
  issuingKeys.set(visa.publicKey, issuing);
  const checks = [visa, proof].map((one, i) => ({
    key: i === 0 ? issuing : keyOf(one.publicKey),
    message: Buffer.from(one.message, 'base64url'),
    signature: Buffer.from(one.signature, 'base64url'),
  }));
  presented.set(token, checks);
}

process.on('message', (all: readonly Presented[]) => {
  presented.clear();
  for (const one of all) learn(one);
  process.send?.({ learnt: all.length });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.once('SIGTERM', () => process.exit(0));
