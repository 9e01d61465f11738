/** Vectors of the chapter crypto: the one rule of Ed25519, and the keys of a node. */

import {
  boxPublicKey,
  deriveKey,
  encodeUtf8,
  type KeyName,
  recoveryDigest,
  tweetnaclBackend,
} from '@covisa/protocol';
import { bent, hex, seedOf } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const verify = vectorsOf('ed25519-verify');
const nodeKey = vectorsOf('node-key');
const recovery = vectorsOf('recovery-digest');

const seed = seedOf('ed25519');
const publicKey = tweetnaclBackend.publicKey(seed);
const message = encodeUtf8('one verification rule everywhere');
const signature = tweetnaclBackend.sign(seed, message);

/** L, the order of the group, little-endian. */
const ORDER = hex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');

/** The same signature with S + L in place of S. */
function plusOrder(signed: Uint8Array): Uint8Array {
  const copy = signed.slice();
  let carry = 0;
  for (let i = 0; i < 32; i++) {
    const sum = (copy[32 + i] ?? 0) + (ORDER[i] ?? 0) + carry;
    copy[32 + i] = sum & 0xff;
    carry = sum >> 8;
  }
  return copy;
}

function refused(title: string, rules: string, change: object): Vector {
  const input = { publicKey, message, signature, ...change };
  return verify.ok(title, rules, input, { valid: false });
}

/** Points of small order, and encodings that reduce to one. */
const IDENTITY = hex('0100000000000000000000000000000000000000000000000000000000000000');
const ORDER_EIGHT = hex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
const OVER_P = hex('f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');
const ZERO_S = new Uint8Array(32);

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  return Uint8Array.of(...left, ...right);
}

/** Cases 3, 4 and 5 of ed25519-speccheck: with a cofactor all three hold, without it the first. */
const cofactorless = {
  message: hex('9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79'),
  publicKey: hex('cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d'),
  signature: hex(`9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f
    87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009`),
};
const cofactored = {
  message: hex('e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c'),
  publicKey: cofactorless.publicKey,
  signature: hex(`160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed512
    5ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09`),
};

const signatures: readonly Vector[] = [
  verify.ok(
    'a signature holds',
    'CRYPTO-1 CRYPTO-2',
    { publicKey, message, signature },
    { valid: true },
  ),
  verify.ok(
    'a signature with a part of small order in its key holds without a cofactor',
    'CRYPTO-7',
    cofactorless,
    { valid: true },
  ),
  verify.ok('a signature that holds with a cofactor only does not hold', 'CRYPTO-7', cofactored, {
    valid: false,
  }),
  refused('a public key of 31 bytes', 'CRYPTO-1', { publicKey: publicKey.slice(1) }),
  refused('a public key of 33 bytes', 'CRYPTO-1', { publicKey: Uint8Array.of(...publicKey, 0) }),
  refused('a signature of 63 bytes', 'CRYPTO-2', { signature: signature.slice(0, 63) }),
  refused('a signature of 65 bytes', 'CRYPTO-2', { signature: Uint8Array.of(...signature, 0) }),
  refused('no signature at all', 'CRYPTO-2', { signature: new Uint8Array() }),
  refused('S and the order of the group make no second signature', 'CRYPTO-3', {
    signature: plusOrder(signature),
  }),
  refused('S of the order of the group', 'CRYPTO-3', {
    signature: join(signature.slice(0, 32), ORDER),
  }),
  refused('a public key that is not encoded canonically', 'CRYPTO-4', { publicKey: OVER_P }),
  refused('the identity as public key signs everything', 'CRYPTO-5', {
    publicKey: IDENTITY,
    signature: join(IDENTITY, ZERO_S),
  }),
  refused('a public key of order eight', 'CRYPTO-5', {
    publicKey: ORDER_EIGHT,
    signature: join(ORDER_EIGHT, ZERO_S),
  }),
  refused('R of small order', 'CRYPTO-6', { signature: join(ORDER_EIGHT, signature.slice(32)) }),
  refused('another message', '', { message: encodeUtf8('another') }),
  refused('a bit of R turned', '', { signature: bent(signature, 0) }),
  refused('a bit of S turned', '', { signature: bent(signature, 33) }),
  refused('another public key', '', { publicKey: tweetnaclBackend.publicKey(seedOf('other')) }),
];

const secret = seedOf('node/melbourne');

function publicOf(name: KeyName, key: Uint8Array): Uint8Array | null {
  if (name === 'store') return null;
  return name === 'box' ? boxPublicKey(key) : tweetnaclBackend.publicKey(key);
}

function key(title: string, name: KeyName, generation: number): Vector {
  const info = `covisa/key/${name}/${generation}`;
  const derived = deriveKey(secret, info);
  const input = { secret, name, generation };
  const steps = { info, salt: '', infoBytes: encodeUtf8(info) };
  return nodeKey.ok(
    title,
    'KEYS-1',
    input,
    { key: derived, publicKey: publicOf(name, derived) },
    steps,
  );
}

const recoveryKey = tweetnaclBackend.publicKey(seedOf('recovery/melbourne'));

const keys: readonly Vector[] = [
  key('the log key of a node', 'log', 0),
  key('the issuing key of a later generation', 'issuing', 7),
  key('the box key of a node is of X25519', 'box', 0),
  key('the store key of a node has no public half', 'store', 0),
  recovery.ok(
    'the recovery digest',
    'KEYS-2',
    { recoveryKey },
    { digest: recoveryDigest(recoveryKey) },
  ),
];

export const crypto: readonly Vector[] = [...signatures, ...keys];
