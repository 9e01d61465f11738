import { isPublicKeyAcceptable, passesEd25519Guard, tweetnaclBackend } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { testSeed } from '../support/fixed.js';

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

const GOOD_KEY = tweetnaclBackend.publicKey(testSeed('guard'));
const L_HEX = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
];
const NOT_CANONICAL = [
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

function guardOf(r: Uint8Array, s: Uint8Array, publicKey = GOOD_KEY): boolean {
  const signature = new Uint8Array([...r, ...s]);
  return passesEd25519Guard({ publicKey, message: new Uint8Array(0), signature });
}

const ONE = hex(`01${'00'.repeat(31)}`);

describe("Ed25519's guard", () => {
  it('CRYPTO-3: takes S = L − 1, and neither L nor anything above', () => {
    expect(guardOf(GOOD_KEY, hex(`ec${L_HEX.slice(2)}`))).to.equal(true);
    expect(guardOf(GOOD_KEY, hex(L_HEX))).to.equal(false);
    expect(guardOf(GOOD_KEY, hex(`ee${L_HEX.slice(2)}`))).to.equal(false);
    expect(guardOf(GOOD_KEY, hex('ff'.repeat(32)))).to.equal(false);
    expect(guardOf(GOOD_KEY, hex(`${'00'.repeat(31)}20`))).to.equal(false);
  });

  it('CRYPTO-4: takes y = p − 2 in a public key, and no y from p on', () => {
    expect(isPublicKeyAcceptable(hex(`eb${'ff'.repeat(30)}7f`))).to.equal(true);
    for (const key of NOT_CANONICAL) expect(isPublicKeyAcceptable(hex(key)), key).to.equal(false);
  });

  it('CRYPTO-5: takes no public key of small order', () => {
    for (const key of SMALL_ORDER) expect(isPublicKeyAcceptable(hex(key)), key).to.equal(false);
  });

  it('CRYPTO-6: takes no R of small order', () => {
    for (const r of [...SMALL_ORDER, ...NOT_CANONICAL.slice(0, 2)]) {
      expect(guardOf(hex(r), ONE), r).to.equal(false);
    }
    expect(guardOf(GOOD_KEY, ONE)).to.equal(true);
  });

  it('lets every honest key and signature pass', () => {
    const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(seed, fc.uint8Array({ maxLength: 50 }), (one, message) => {
        const publicKey = tweetnaclBackend.publicKey(one);
        const signature = tweetnaclBackend.sign(one, message);
        expect(passesEd25519Guard({ publicKey, message, signature })).to.equal(true);
      }),
      { numRuns: 20 },
    );
  });
});
