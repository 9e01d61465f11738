/**
 * The one Ed25519 rule, on every case of two public collections, by each of the three back ends.
 */

import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  keepsToTheRule,
  passesEd25519Guard,
  type SignatureBackend,
  type SubtlePort,
  tweetnaclBackend,
  webcryptoBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';

const root = path.resolve(fileURLToPath(import.meta.url), '../../../../..');
const vectors = path.resolve(root, '../shared/vectors');

interface Speccheck {
  readonly message: string;
  readonly pub_key: string;
  readonly signature: string;
}

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly {
      readonly tcId: number;
      readonly msg: string;
      readonly sig: string;
      readonly result: 'valid' | 'invalid';
    }[];
  }[];
}

/** A file of the public collections, which are not ours to ship. Without it the test is skipped. */
function readVectors(test: Mocha.Context, name: string): string {
  const file = path.join(vectors, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.log(`        skipped: ${file} is not there`);
  return test.skip();
}

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** What every back end must do. */
function signatureBackendContract(name: string, backend: SignatureBackend): void {
  describe(`Ed25519 by ${name}`, () => {
    // RFC 8032 §7.1, test 2.
    const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const publicKey = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const message = hex('72');
    const signature = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );

    it('derives the public key of RFC 8032 test 2', async () => {
      expect(await backend.publicKey(seed)).to.deep.equal(publicKey);
    });

    it('signs RFC 8032 test 2', async () => {
      expect(await backend.sign(seed, message)).to.deep.equal(signature);
    });

    it('verifies RFC 8032 test 2, and not another message', async () => {
      expect(await backend.verify({ publicKey, message, signature })).to.equal(true);
      expect(await backend.verify({ publicKey, message: hex('73'), signature })).to.equal(false);
    });

    it('CRYPTO-1, CRYPTO-2: says false to keys and signatures of another length', async () => {
      const short = { publicKey: publicKey.subarray(1), message, signature };
      expect(await backend.verify(short)).to.equal(false);
      const cut = { publicKey, message, signature: signature.subarray(0, 63) };
      expect(await backend.verify(cut)).to.equal(false);
      const empty = { publicKey: new Uint8Array(0), message, signature: new Uint8Array(0) };
      expect(await backend.verify(empty)).to.equal(false);
    });

    it('CRYPTO-3: says false to S + L', async () => {
      const forged = hex(
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
          'f52db7415978abc61b2c2eb6aeebfca0387b2eaeb4302aeeb00d291612bb0c10',
      );
      expect(await backend.verify({ publicKey, message, signature: forged })).to.equal(false);
    });

    it('says false to a key that is not on the curve', async () => {
      const off = new Uint8Array(32).fill(0);
      off[0] = 2;
      expect(await backend.verify({ publicKey: off, message, signature })).to.equal(false);
    });

    it('refuses a seed that has not 32 bytes', async () => {
      let thrown: unknown;
      try {
        await backend.sign(seed.subarray(1), message);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.be.instanceOf(TypeError);
    });

    it("answers XXXVXXXXXXXX to ed25519-speccheck's 12 cases", async function () {
      const cases: Speccheck[] = JSON.parse(readVectors(this, 'ed25519-speccheck.json'));
      let answer = '';
      for (const one of cases) {
        const check = {
          publicKey: hex(one.pub_key),
          message: hex(one.message),
          signature: hex(one.signature),
        };
        answer += (await backend.verify(check)) ? 'V' : 'X';
      }
      expect(answer).to.equal('XXXVXXXXXXXX');
    });

    it('CRYPTO-7: keeps to the rule, by its own short look', async () => {
      expect(await keepsToTheRule(backend)).to.equal(true);
    });

    it('agrees with all 151 cases of Wycheproof', async function () {
      const { testGroups }: Wycheproof = JSON.parse(readVectors(this, 'wycheproof-ed25519.json'));
      let seen = 0;
      const disagreed: number[] = [];
      for (const group of testGroups) {
        for (const one of group.tests) {
          seen++;
          const check = {
            publicKey: hex(group.publicKey.pk),
            message: hex(one.msg),
            signature: hex(one.sig),
          };
          const expected = one.result === 'valid';
          if ((await backend.verify(check)) !== expected) disagreed.push(one.tcId);
        }
      }
      expect(disagreed).to.deep.equal([]);
      expect(seen).to.equal(151);
    });
  });
}

const subtle: SubtlePort = webcrypto.subtle;

signatureBackendContract('node:crypto', nodeSignatureBackend());
signatureBackendContract('node:crypto with a cache of one key', nodeSignatureBackend(1));
signatureBackendContract('tweetnacl', tweetnaclBackend);
signatureBackendContract('WebCrypto', webcryptoBackend(subtle));

describe('a platform that does not keep to the rule', () => {
  it('CRYPTO-7: is found out when it uses the cofactor, refuses all, or has no Ed25519', async () => {
    const fake = (verify: SignatureBackend['verify']) => ({ ...tweetnaclBackend, verify });
    // With the cofactor both of the probe's cases hold, and the guard has nothing against them.
    expect(await keepsToTheRule(fake((check) => passesEd25519Guard(check)))).to.equal(false);
    expect(await keepsToTheRule(fake(() => false))).to.equal(false);
    const without = fake(() => {
      throw new Error('NotSupportedError');
    });
    expect(await keepsToTheRule(without)).to.equal(false);
  });
});
