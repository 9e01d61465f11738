import { encodeUtf8 } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { systemRandom } from '../../dist/adapters/random-system.js';
import { encodeRecoveryWords, parseRecoveryWords } from '../../dist/adapters/recovery-words.js';
import { nodeSha256 } from '../../dist/adapters/sha256-node.js';
import { codeOf, thrownBy } from '../support/errors.js';

describe('SHA-256 by node:crypto', () => {
  it("gives FIPS 180-4's example as a plain Uint8Array", () => {
    const digest = nodeSha256(encodeUtf8('abc'));
    expect(Buffer.from(digest).toString('hex')).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(digest.constructor).to.equal(Uint8Array);
  });
});

describe("the machine's chance", () => {
  it('gives as many bytes as asked for, in a buffer of their own', () => {
    const bytes = systemRandom.bytes(32);
    expect(bytes).to.have.length(32);
    expect(bytes.buffer.byteLength).to.equal(32);
    expect(systemRandom.bytes(32)).to.not.deep.equal(bytes);
  });
});

describe('recovery words', () => {
  const zeros = `${'abandon '.repeat(23)}art`;

  it("agree with BIP-39's vector for 32 zero bytes", () => {
    expect(encodeRecoveryWords(new Uint8Array(32))).to.equal(zeros);
    expect(parseRecoveryWords(zeros)).to.deep.equal(new Uint8Array(32));
  });

  it('bring every seed back, whatever the case and white space', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        const words = encodeRecoveryWords(seed);
        expect(parseRecoveryWords(words)).to.deep.equal(seed);
        expect(
          parseRecoveryWords(`  ${words.toUpperCase().replaceAll(' ', '\n ')}\n`),
        ).to.deep.equal(seed);
      }),
      { numRuns: 30 },
    );
  });

  it('are refused with a code when one is missing, unknown or out of place', () => {
    const code = 'RECOVERY_WORDS_INVALID';
    expect(codeOf(() => parseRecoveryWords('abandon '.repeat(23)))).to.equal(code);
    expect(codeOf(() => parseRecoveryWords('abandon '.repeat(24)))).to.equal(code);
    expect(codeOf(() => parseRecoveryWords(''))).to.equal(code);
  });

  it('are never repeated by an error', () => {
    const error = thrownBy(() => parseRecoveryWords(zeros.replace('art', 'arrt')));
    expect(error.message).to.equal('recovery words: word 24 is not in the list of recovery words');
    const checksum = thrownBy(() => parseRecoveryWords('abandon '.repeat(24)));
    expect(checksum.message).to.not.contain('abandon');
    expect(checksum.cause).to.equal(undefined);
  });

  it('need a seed of 32 bytes', () => {
    expect(() => encodeRecoveryWords(new Uint8Array(16))).to.throw(TypeError);
  });
});
