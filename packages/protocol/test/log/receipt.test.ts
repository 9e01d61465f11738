/** What a receipt stands on, and what thieves of keys put in its place. */

import {
  encodeBase64url,
  encodeEntry,
  encodeReceipt,
  encodeUtf8,
  type InceptionEntry,
  type LogId,
  leafHash,
  parseReceipt,
  parseUtf8,
  type ResumeEntry,
  recoveryDigest,
  resumeToSign,
  type SpaceId,
  sha256,
  tweetnaclBackend,
  verifyAll,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from '../support/errors.js';
import { testSeed } from '../support/fixed.js';
import { checkpointFor } from './test-log.js';

const LOG_SEED = testSeed('log');
const RECOVERY_SEED = testSeed('recovery');
const THIEF_SEED = testSeed('thief');
const OTHER_SEED = testSeed('other');

function keyOf(seed: Uint8Array): string {
  return encodeBase64url(tweetnaclBackend.publicKey(seed));
}

function inceptionOf(seed: Uint8Array): Uint8Array {
  const others = { witness: keyOf(OTHER_SEED), peer: keyOf(OTHER_SEED), box: keyOf(OTHER_SEED) };
  const recovery = recoveryDigest(tweetnaclBackend.publicKey(RECOVERY_SEED));
  const entry: InceptionEntry = {
    type: 'inception',
    version: 1,
    log: keyOf(seed),
    ...others,
    recovery,
  };
  return encodeEntry(entry);
}

function spaceOf(inception: Uint8Array): SpaceId {
  return encodeBase64url(sha256(inception)) as SpaceId;
}

const INCEPTION = inceptionOf(LOG_SEED);
const SPACE = spaceOf(INCEPTION);
const SECOND = encodeUtf8('{"type":"note"}');

/** The receipt of the second entry of a log, of which these are the first entries. */
function receiptOf(log: LogId, seed = LOG_SEED, keys = { space: SPACE, lines: [INCEPTION] }) {
  const lines = [keys.lines.at(-1) ?? INCEPTION, SECOND];
  return encodeReceipt({
    extra: {
      entry: parseUtf8(SECOND),
      log: { space: keys.space, lines: keys.lines.map(parseUtf8) },
      witnesses: [],
    },
    index: 1,
    proof: lines.slice(0, 1).map((line) => leafHash(line)),
    checkpoint: checkpointFor(log, lines, seed),
    cosignatures: [],
  });
}

function holds(receipt: string): Promise<boolean> {
  return verifyAll(tweetnaclBackend, parseReceipt(receipt).checks);
}

/** A resume for incarnation 1 that this seed signed, with the recovery key that was announced. */
function resumeBy(seed: Uint8Array): Uint8Array {
  const claims = {
    space: SPACE,
    incarnation: 1,
    previous: { size: 1, root: encodeBase64url(leafHash(INCEPTION)) },
    ...{
      log: keyOf(THIEF_SEED),
      witness: keyOf(OTHER_SEED),
      peer: keyOf(OTHER_SEED),
      box: keyOf(OTHER_SEED),
    },
    recovery: recoveryDigest(tweetnaclBackend.publicKey(RECOVERY_SEED)),
    time: 1_780_000_000,
  };
  const entry: ResumeEntry = {
    ...{ type: 'resume', version: 1 },
    ...claims,
    recoveryKey: keyOf(RECOVERY_SEED),
    signature: encodeBase64url(tweetnaclBackend.sign(seed, resumeToSign(claims))),
  };
  return encodeEntry(entry);
}

describe('a receipt', () => {
  it('RECEIPT-1: stands on the first entries of the log', async () => {
    const receipt = receiptOf({ space: SPACE, incarnation: 0 });
    expect(await holds(receipt)).to.equal(true);
    expect(parseReceipt(receipt)).to.deep.include({ index: 1, size: 2, witnesses: [] });
  });

  it('RECEIPT-1: is none where another space’s key signed a checkpoint in this one’s name', () => {
    const inception = inceptionOf(THIEF_SEED);
    const keys = { space: spaceOf(inception), lines: [inception] };
    const forged = receiptOf({ space: SPACE, incarnation: 0 }, THIEF_SEED, keys);
    expect(codeOf(() => parseReceipt(forged))).to.equal('RECEIPT_INVALID');
  });

  it('RECEIPT-1: is none where the key of before a resume signed for the incarnation after it', () => {
    const forged = receiptOf({ space: SPACE, incarnation: 1 });
    expect(codeOf(() => parseReceipt(forged))).to.equal('RECEIPT_INVALID');
  });

  it('RECEIPT-1, RECEIPT-2: holds after a resume only if the recovery key signed that', async () => {
    const log = { space: SPACE, incarnation: 1 };
    const by = (seed: Uint8Array) =>
      receiptOf(log, THIEF_SEED, { space: SPACE, lines: [INCEPTION, resumeBy(seed)] });
    expect(await holds(by(RECOVERY_SEED))).to.equal(true);
    expect(await holds(by(THIEF_SEED))).to.equal(false);
  });
});
