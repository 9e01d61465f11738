import {
  cutBy,
  EMPTY_COMPACT_RANGE,
  type Entry,
  encodeBase64url,
  encodeEntry,
  extendReplica,
  type KnownKeys,
  leafHash,
  type Marker,
  openingChain,
  type ResumeEntry,
  recoveryDigest,
  resumeToSign,
  settleRange,
  sha256,
  stands,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf, codeOfAsync } from '../support/errors.js';
import { checkpointFor, LOG, SPACE } from './test-log.js';

const RECOVERY_SEED = new Uint8Array(32).fill(7);
const RECOVERY = tweetnaclBackend.publicKey(RECOVERY_SEED);
const DIGEST = recoveryDigest(RECOVERY);
const NEXT_SEED = new Uint8Array(32).fill(8);
const NEW_LOG_SEED = new Uint8Array(32).fill(9);
const TIME = 1_780_000_000;

function key(fill: number): string {
  return encodeBase64url(new Uint8Array(32).fill(fill));
}

function resumeEntry(change: Partial<ResumeEntry> = {}, seed = RECOVERY_SEED): ResumeEntry {
  const claims = {
    space: SPACE,
    incarnation: 1,
    previous: { size: 5, root: key(1) },
    log: encodeBase64url(tweetnaclBackend.publicKey(NEW_LOG_SEED)),
    witness: key(2),
    peer: key(3),
    box: key(4),
    recovery: recoveryDigest(tweetnaclBackend.publicKey(NEXT_SEED)),
    time: TIME,
    ...change,
  };
  return {
    type: 'resume',
    version: 1,
    ...claims,
    recoveryKey: encodeBase64url(tweetnaclBackend.publicKey(seed)),
    signature: encodeBase64url(tweetnaclBackend.sign(seed, resumeToSign(claims))),
  };
}

const FIRST: KnownKeys = { logKey: null, recovery: DIGEST };
const NEW_LOG = { space: SPACE, incarnation: 1 };

/** What a range with this first entry makes of an empty replica of incarnation 1. */
function opened(entry: ResumeEntry, known = FIRST) {
  const lines = [encodeEntry(entry)];
  const range = { from: 0, lines, checkpoint: checkpointFor(NEW_LOG, lines, NEW_LOG_SEED) };
  return extendReplica({ log: NEW_LOG, compact: EMPTY_COMPACT_RANGE }, range, known);
}

describe('a resume', () => {
  it('RESUME-1: signs its meaning in 260 bytes', () => {
    const bytes = resumeToSign(resumeEntry());
    expect(bytes.length).to.equal(260);
    expect(new TextDecoder().decode(bytes.slice(0, 16))).to.equal('covisa/resume/1\n');
    // Incarnation 1, then size 5.
    expect([...bytes.slice(48, 60)]).to.deep.equal([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5]);
    // 1,780,000,000 seconds.
    expect([...bytes.slice(252)]).to.deep.equal([0, 0, 0, 0, 0x6a, 0x18, 0xa5, 0]);
  });

  it('LOG-10: opens the next incarnation with its own log key', async () => {
    const outcome = opened(resumeEntry());
    if (outcome?.kind !== 'extension') throw new Error('expected an extension');
    const extension = await settleRange(tweetnaclBackend, outcome);
    expect(extension.compact.size).to.equal(1);
    expect(extension.logKey).to.deep.equal(tweetnaclBackend.publicKey(NEW_LOG_SEED));
  });

  it('RESUME-6: opens none of more than 64 incarnations', () => {
    const codeAt = (incarnation: number) => {
      const log = { space: SPACE, incarnation };
      const lines = [encodeEntry(resumeEntry({ incarnation }))];
      const range = { from: 0, lines, checkpoint: checkpointFor(log, lines, NEW_LOG_SEED) };
      return codeOf(() => extendReplica({ log, compact: EMPTY_COMPACT_RANGE }, range, FIRST));
    };
    expect(codeAt(63)).to.equal('nothing thrown');
    expect(codeAt(64)).to.equal('RESUME_INVALID');
  });

  it('LOG-10: nothing else opens it, and nothing while the incarnation before is not held', () => {
    const note = new TextEncoder().encode('{"type":"note"}');
    const checkpoint = checkpointFor(NEW_LOG, [note], NEW_LOG_SEED);
    const replica = { log: NEW_LOG, compact: EMPTY_COMPACT_RANGE };
    const other = () => extendReplica(replica, { from: 0, lines: [note], checkpoint }, FIRST);
    expect(codeOf(other)).to.equal('RANGE_INVALID');
    const early = () => opened(resumeEntry(), { logKey: null, recovery: null });
    expect(codeOf(early)).to.equal('RANGE_INVALID');
  });

  it('RESUME-2: serves for the space and incarnation that it names, and for no other', () => {
    expect(codeOf(() => opened(resumeEntry({ incarnation: 2 })))).to.equal('RESUME_INVALID');
    const other = encodeBase64url(leafHash(new Uint8Array(1))) as typeof SPACE;
    expect(codeOf(() => opened(resumeEntry({ space: other })))).to.equal('RESUME_INVALID');
  });

  it('RESUME-3: is signed by the recovery key of the incarnation before, and by no other', async () => {
    const thief = new Uint8Array(32).fill(66);
    expect(codeOf(() => opened(resumeEntry({}, thief)))).to.equal('RESUME_INVALID');
    const changed = { ...resumeEntry(), peer: key(99) };
    const outcome = opened(changed);
    if (outcome?.kind !== 'extension') throw new Error('expected an extension');
    expect(await codeOfAsync(() => settleRange(tweetnaclBackend, outcome))).to.equal(
      'RESUME_INVALID',
    );
  });
});

describe('what stands beyond a resume', () => {
  const cut = cutBy(resumeEntry());
  const entry = (fields: object): Entry => fields as Entry;
  const marker = 'AAAAAAAAAAAAAAAAAAAAAA' as Marker;

  it('RESUME-4: all below the accepted size', () => {
    for (const type of ['profile', 'keys', 'closing', 'stamp', 'void', 'unknown']) {
      expect(stands(entry({ type }), 4, cut), type).to.equal(true);
    }
  });

  it('RESUME-4: beyond it what protects others, and nothing else', () => {
    for (const type of ['stamp', 'refusal', 'roster', 'roster-signature']) {
      expect(stands(entry({ type }), 5, cut), type).to.equal(true);
    }
    const others = ['profile', 'keys', 'closing', 'void', 'endorsement'];
    for (const type of [...others, 'leave', 'return', 'key-revocation', 'unknown']) {
      expect(stands(entry({ type }), 5, cut), type).to.equal(false);
    }
    expect(stands({ type: 'revocation', marker, time: TIME - 1 }, 9, cut)).to.equal(true);
    expect(stands({ type: 'revocation', marker, time: TIME }, 9, cut)).to.equal(false);
  });

  it('RESUME-4: all where no resume follows', () => {
    expect(stands(entry({ type: 'keys' }), 99, null)).to.equal(true);
  });
});

describe('the chain of openings', () => {
  it('leads from the inception to the latest keys', () => {
    const first = encodeEntry({
      ...{ type: 'inception', version: 1, recovery: DIGEST },
      ...{ log: key(20), witness: key(21), peer: key(22), box: key(23) },
    });
    const space = encodeBase64url(sha256(first)) as typeof SPACE;
    const second = resumeEntry({ space });
    const chain = openingChain(space, [first, encodeEntry(second)]);
    expect(chain.latest).to.deep.equal(second);
    expect(chain.checks.map((check) => tweetnaclBackend.verify(check))).to.deep.equal([true]);
    const third = resumeEntry({ space, incarnation: 2 }, NEXT_SEED);
    const whole = openingChain(space, [first, encodeEntry(second), encodeEntry(third)]);
    expect(whole.checks.map((check) => tweetnaclBackend.verify(check))).to.deep.equal([true, true]);
    expect(codeOf(() => openingChain(space, [first, encodeEntry(third)]))).to.equal(
      'RESUME_INVALID',
    );
    expect(codeOf(() => openingChain(space, [encodeEntry(second)]))).to.equal('RESUME_INVALID');
    expect(codeOf(() => openingChain(LOG.space, [first]))).to.equal('RESUME_INVALID');
  });
});
