import {
  type AnnouncedKey,
  deriveNodeKey,
  deriveNodeKeys,
  followKeys,
  isIssuingPeriodValid,
  issuingKeyAt,
  issuingPublicKey,
  type KeysEntry,
  livingKeyAt,
  recoveryDigest,
  sealedKeyAt,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from '../support/errors.js';
import { TEST_INSTANT, testSeed } from '../support/fixed.js';

const DAY = 86_400;
const secret = testSeed('node secret');

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function keysEntry(generation: number, from: number, until: number): KeysEntry {
  const issuing = recoveryDigest(testSeed(`issuing ${generation}`));
  return { type: 'keys', generation, issuing, from, until };
}

function announce(generation: number, from: number, until: number): AnnouncedKey {
  return { entry: keysEntry(generation, from, until), incarnation: 0, deadSince: null };
}

describe("a node's keys", () => {
  it('KEYS-1: are HKDF-SHA-256 of the node secret under the label covisa/key/<name>/<generation>', () => {
    // Python: HKDF(SHA256, 32, salt=None, info=b'covisa/key/log/0').derive(sha256(b'node secret'))
    expect(toHex(deriveNodeKey(secret, 'log', 0))).to.equal(
      '0884f615eebe0f0614d6deb26647993453e556ef1092b2e9bad7ed1722e6f310',
    );
    expect(toHex(deriveNodeKey(secret, 'issuing', 7))).to.equal(
      '2caeeef3002807825bdc6c5ce41e1c0c15a07dbcf3e9db5532db0a4b25d6d211',
    );
  });

  it('are all different, and so are their generations', () => {
    const first = Object.values(deriveNodeKeys(secret));
    const second = Object.values(
      deriveNodeKeys(secret, { log: 1, witness: 1, peer: 1, box: 1, issuing: 1, store: 1 }),
    );
    expect(new Set([...first, ...second].map(toHex)).size).to.equal(12);
    expect(deriveNodeKeys(secret, { issuing: 7 }).issuing).to.deep.equal(
      deriveNodeKey(secret, 'issuing', 7),
    );
  });

  it('need a secret of 32 bytes and a generation of 32 bits', () => {
    expect(codeOf(() => deriveNodeKey(secret.subarray(1), 'log', 0))).to.equal('TypeError');
    expect(codeOf(() => deriveNodeKey(secret, 'log', -1))).to.equal('RangeError');
    expect(codeOf(() => deriveNodeKey(secret, 'log', 0.5))).to.equal('RangeError');
    expect(codeOf(() => deriveNodeKey(secret, 'log', 2 ** 32))).to.equal('RangeError');
  });

  it('KEYS-2: a recovery key of another length has no digest', () => {
    expect(() => recoveryDigest(new Uint8Array(31))).to.throw(TypeError, '32 bytes');
  });

  it('KEYS-2: the recovery digest is SHA-256 of the recovery public key, in base64url', () => {
    expect(recoveryDigest(new Uint8Array(32))).to.equal(
      'Zmh6rfhivXdsj8GLjp-OIAiXFIVu4jOzkCpZHQ1fKSU',
    );
  });
});

describe('the issuing key at an instant', () => {
  const from = TEST_INSTANT;
  const first = announce(1, from, from + 90 * DAY);

  it('KEYS-4: holds from its first second on, until its last one, exclusive', () => {
    expect(issuingKeyAt([first], from - 1)).to.equal(undefined);
    expect(issuingKeyAt([first], from)).to.equal(first);
    expect(issuingKeyAt([first], from + 90 * DAY - 1)).to.equal(first);
    expect(issuingKeyAt([first], from + 90 * DAY)).to.equal(undefined);
  });

  it('KEYS-4: is the last one in the log of those that hold', () => {
    const second = announce(2, from + 60 * DAY, from + 120 * DAY);
    expect(issuingKeyAt([first, second], from + 59 * DAY)).to.equal(first);
    expect(issuingKeyAt([first, second], from + 60 * DAY)).to.equal(second);
    expect(issuingKeyAt([second, first], from + 60 * DAY)).to.equal(first);
    expect(issuingKeyAt([first, second], from + 100 * DAY)).to.equal(second);
  });

  it('KEYS-3: lives at most 90 days and more than none, or is passed over', () => {
    const tooLong = announce(3, from, from + 90 * DAY + 1);
    const never = announce(4, from, from);
    const backwards = announce(5, from + 10, from);
    expect(issuingKeyAt([first, tooLong, never, backwards], from)).to.equal(first);
    expect(issuingKeyAt([tooLong], from)).to.equal(undefined);
    const lives = [first, tooLong, never, backwards].map(({ entry }) =>
      isIssuingPeriodValid(entry),
    );
    expect(lives).to.deep.equal([true, false, false, false]);
  });

  it('is there in bytes', () => {
    expect(issuingPublicKey(first).length).to.equal(32);
  });
});

describe('dead issuing keys', () => {
  const from = TEST_INSTANT;
  const first = announce(0, from, from + 90 * DAY);
  const revoked = followKeys([first], 0, {
    type: 'key-revocation',
    generation: 0,
    time: from + 10 * DAY,
  });

  it('KEYS-5: a revocation kills the keys of its generation that stand before it in its log', () => {
    expect(revoked.map((one) => one.deadSince)).to.deep.equal([from + 10 * DAY]);
    const other = followKeys([first], 0, { type: 'key-revocation', generation: 1, time: from });
    expect(other).to.deep.equal([first]);
    const later = followKeys(revoked, 0, keysEntry(0, from + 20 * DAY, from + 30 * DAY));
    expect(later.map((one) => one.deadSince)).to.deep.equal([from + 10 * DAY, null]);
    const elsewhere = followKeys([first], 1, { type: 'key-revocation', generation: 0, time: from });
    expect(elsewhere).to.deep.equal([first]);
  });

  it('KEYS-5: an earlier death holds against a later one', () => {
    const again = followKeys(revoked, 0, { type: 'key-revocation', generation: 0, time: from });
    expect(again.map((one) => one.deadSince)).to.deep.equal([from]);
    const late = from + 50 * DAY;
    const twice = followKeys(revoked, 0, { type: 'key-revocation', generation: 0, time: late });
    expect(twice).to.deep.equal(revoked);
  });

  it('KEYS-6: a dead key signs no visa, whenever the visa says that it was issued', () => {
    expect(livingKeyAt([first], from + DAY)).to.deep.equal(issuingPublicKey(first));
    expect(codeOf(() => livingKeyAt(revoked, from + DAY))).to.equal('ISSUING_KEY_REVOKED');
    expect(codeOf(() => livingKeyAt(revoked, from + 20 * DAY))).to.equal('ISSUING_KEY_REVOKED');
    expect(codeOf(() => livingKeyAt([first], from - 1))).to.equal('ISSUING_KEY_UNKNOWN');
  });

  it('KEYS-7: a grant in a seal holds if it was given before its key died', () => {
    expect(sealedKeyAt(revoked, from + 10 * DAY - 1)).to.deep.equal(issuingPublicKey(first));
    expect(sealedKeyAt(revoked, from + 10 * DAY)).to.equal(undefined);
    expect(sealedKeyAt([first], from + 10 * DAY)).to.deep.equal(issuingPublicKey(first));
    expect(sealedKeyAt([first], from - 1)).to.equal(undefined);
  });
});
