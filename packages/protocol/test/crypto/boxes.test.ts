import { boxPublicKey, openBox, openSecret, sealBox, sealSecret } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from '../support/errors.js';
import { testBytes, testSeed } from '../support/fixed.js';

const nonce = testBytes('nonce', 24);
const plaintext = testBytes('plaintext', 20);

describe('boxes', () => {
  it('open a secret under its own nonce and key only', () => {
    const box = sealSecret(plaintext, nonce, testSeed('key'));
    expect(box.length).to.equal(36);
    expect(openSecret(box, nonce, testSeed('key'))).to.deep.equal(plaintext);
    expect(openSecret(box, nonce, testSeed('other'))).to.equal(null);
    expect(openSecret(box, testBytes('other', 24), testSeed('key'))).to.equal(null);
    expect(openSecret(box.with(3, (box[3] ?? 0) ^ 1), nonce, testSeed('key'))).to.equal(null);
    expect(openSecret(new Uint8Array(3), nonce, testSeed('key'))).to.equal(null);
  });

  it('open between the two keys that they were sealed between', () => {
    const [ada, bob, eve] = [testSeed('ada'), testSeed('bob'), testSeed('eve')];
    const keys = { theirPublicKey: boxPublicKey(bob), ourSecretKey: ada };
    const box = sealBox(plaintext, nonce, keys);
    const back = { theirPublicKey: boxPublicKey(ada), ourSecretKey: bob };
    expect(openBox(box, nonce, back)).to.deep.equal(plaintext);
    expect(openBox(box, nonce, { ...back, ourSecretKey: eve })).to.equal(null);
  });

  it('refuse nonces and keys of another length', () => {
    expect(codeOf(() => sealSecret(plaintext, testBytes('n', 23), testSeed('k')))).to.equal(
      'TypeError',
    );
    expect(codeOf(() => openSecret(plaintext, nonce, testBytes('k', 31)))).to.equal('TypeError');
    expect(codeOf(() => boxPublicKey(testBytes('k', 31)))).to.equal('TypeError');
  });
});
