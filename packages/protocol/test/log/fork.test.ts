import {
  consistencyRanges,
  encodeBase64url,
  encodeEntry,
  type ForkProof,
  type ForkSide,
  forkProof,
  isDeeper,
  type KnownKeys,
  keptSize,
  type LogId,
  leafHash,
  type ResumeEntry,
  readFork,
  recoveryDigest,
  resumeToSign,
  settleFork,
  subtreeHash,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf, codeOfAsync } from '../support/errors.js';
import { checkpointFor, checkpointOf, LOG, LOG_KEY, logLines, rootOf, SPACE } from './test-log.js';

const KNOWN: KnownKeys = { logKey: LOG_KEY, recovery: null };

function hashes(lines: readonly Uint8Array[], from: number): string[] {
  const leaves = lines.map((line) => leafHash(line));
  return consistencyRanges(from, lines.length).map((subtree) =>
    encodeBase64url(subtreeHash(leaves.slice(subtree.from, subtree.to))),
  );
}

function side(lines: readonly Uint8Array[], common: number, parted = common + 1): ForkSide {
  return {
    checkpoint: checkpointOf(lines),
    atCommon: hashes(lines, common),
    beyond: parted > lines.length ? [] : hashes(lines, parted),
  };
}

/** Two histories that part after `common` entries. */
function branches(common: number, sizes: readonly [number, number]) {
  const trunk = logLines(common);
  const [one, other] = sizes.map((size, i) => [
    ...trunk,
    ...logLines(size, i === 0 ? 'one' : 'other').slice(common),
  ]);
  if (!one || !other) throw new Error('expected two branches');
  return { trunk, one, other };
}

function proofOf(common: number, sizes: readonly [number, number]): ForkProof {
  const { one, other } = branches(common, sizes);
  const sides = [side(one, common), side(other, common)] as const;
  return { ...LOG, common, sides };
}

/** The code for which a proof of two checkpoints is refused, with something in it changed. */
function refusal(change: (proof: ReturnType<typeof checkpointProof>) => ForkProof): string | null {
  return codeOf(() => readFork(change(checkpointProof()), KNOWN));
}

function checkpointProof() {
  const { one, other } = branches(5, [9, 7]);
  return { ...LOG, common: 5, sides: [side(one, 5), side(other, 5)] as const };
}

describe('the proof of a fork', () => {
  it('FORK-3: FORK-4: shows what two histories have in common, whatever their sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        async (common, one, other) => {
          const proof = proofOf(common, [common + one, common + other]);
          const travelled = forkProof.parse(JSON.parse(JSON.stringify(proof)));
          const fork = await settleFork(tweetnaclBackend, readFork(travelled, KNOWN));
          expect(fork.log).to.deep.equal(LOG);
          expect(fork.common).to.equal(common);
          expect(fork.root).to.equal(
            encodeBase64url(rootOf(branches(common, [common, common]).trunk)),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('FORK-1: is of two checkpoints of the log, both beyond what is common', () => {
    const { one } = branches(5, [9, 7]);
    const elsewhere = checkpointFor({ ...LOG, incarnation: 1 }, one, new Uint8Array(32).fill(1));
    const other = (proof: ReturnType<typeof checkpointProof>, checkpoint: string): ForkProof => ({
      ...proof,
      sides: [{ ...proof.sides[0], checkpoint }, proof.sides[1]],
    });
    expect(refusal((proof) => other(proof, elsewhere))).to.equal('FORK_INVALID');
    expect(refusal((proof) => other(proof, checkpointOf(one.slice(0, 5))))).to.equal(
      'FORK_INVALID',
    );
    expect(refusal((proof) => ({ ...proof, common: 7 }))).to.equal('FORK_INVALID');
  });

  it('FORK-2: has the first entry in common, in whichever incarnation', () => {
    const { one, other } = branches(5, [9, 7]);
    const apart = (log: LogId): ForkProof => {
      const from = (lines: readonly Uint8Array[]): ForkSide => ({
        ...side(lines, 0),
        checkpoint: checkpointFor(log, lines, new Uint8Array(32).fill(1)),
      });
      return { ...log, common: 0, sides: [from(one), from(other.slice(1))] };
    };
    expect(codeOf(() => readFork(apart(LOG), KNOWN))).to.equal('FORK_INVALID');
    expect(codeOf(() => readFork(apart({ ...LOG, incarnation: 1 }), KNOWN))).to.equal(
      'FORK_INVALID',
    );
  });

  it('FORK-3: is none where the roots at the common size differ', () => {
    const { one, other } = branches(4, [9, 7]);
    const sides = [side(one, 5), side(other, 5)] as const;
    expect(codeOf(() => readFork({ ...LOG, common: 5, sides }, KNOWN))).to.equal('FORK_INVALID');
  });

  it('FORK-4: is none where the roots one entry further are equal', () => {
    const { one, other } = branches(6, [9, 8]);
    const sides = [side(one, 5), side(other, 5)] as const;
    expect(codeOf(() => readFork({ ...LOG, common: 5, sides }, KNOWN))).to.equal('FORK_INVALID');
    const { one: same } = branches(5, [9, 7]);
    const twice = [side(same, 5), side(same, 5)] as const;
    expect(codeOf(() => readFork({ ...LOG, common: 5, sides: twice }, KNOWN))).to.equal(
      'FORK_INVALID',
    );
  });

  it('FORK-4: shows less as common where who has pruned shows no size in between', async () => {
    const { one, other } = branches(6, [9, 8]);
    const sides = [side(one, 4, 8), side(other, 4, 8)] as const;
    const proof: ForkProof = { ...LOG, common: 4, parted: 8, sides };
    const travelled = forkProof.parse(JSON.parse(JSON.stringify(proof)));
    const fork = await settleFork(tweetnaclBackend, readFork(travelled, KNOWN));
    expect(fork.common).to.equal(4);
    expect(fork.root).to.equal(encodeBase64url(rootOf(logLines(4))));
  });

  it('FORK-4: takes the end of an aligned subtree of 2 to 256 entries for where they part', () => {
    const cases: readonly (readonly [string, number, number, number, string])[] = [
      ['two entries', 2, 4, 3, 'nothing thrown'],
      ['a tile', 256, 512, 400, 'nothing thrown'],
      ['the last entry of a tile', 256, 512, 511, 'nothing thrown'],
      ['the next entry, which is not to be named', 6, 7, 6, 'FORK_INVALID'],
      ['no entry', 6, 6, 6, 'FORK_INVALID'],
      ['fewer entries than are common', 6, 4, 6, 'FORK_INVALID'],
      ['three entries', 6, 9, 7, 'FORK_INVALID'],
      ['four entries that are no subtree', 6, 10, 7, 'FORK_INVALID'],
      ['two tiles', 512, 1024, 600, 'FORK_INVALID'],
      ['a subtree after which they part', 4, 8, 8, 'FORK_INVALID'],
      ['a subtree before which they part', 4, 8, 3, 'FORK_INVALID'],
    ];
    for (const [title, common, parted, branch, code] of cases) {
      const { one, other } = branches(branch, [parted + 3, parted + 1]);
      const sides = [side(one, common, parted), side(other, common, parted)] as const;
      const read = codeOf(() => readFork({ ...LOG, common, parted, sides }, KNOWN));
      expect(read, title).to.equal(code);
    }
  });

  it('FORK-4: is of checkpoints that reach to where they part', () => {
    const proof = (size: number): ForkProof => {
      const { one, other } = branches(6, [9, size]);
      return { ...LOG, common: 4, parted: 8, sides: [side(one, 4, 8), side(other, 4, 8)] };
    };
    expect(codeOf(() => readFork(proof(7), KNOWN))).to.equal('FORK_INVALID');
    expect(codeOf(() => readFork(proof(8), KNOWN))).to.equal('nothing thrown');
  });

  it('FORK-3: is none with any hash of it changed', () => {
    const wrong = encodeBase64url(new Uint8Array(32).fill(9));
    for (const name of ['atCommon', 'beyond'] as const) {
      for (const at of checkpointProof().sides[0][name].keys()) {
        const changed = refusal((proof) => {
          const list = proof.sides[0][name].with(at, wrong);
          return { ...proof, sides: [{ ...proof.sides[0], [name]: list }, proof.sides[1]] };
        });
        expect(changed, `${name} ${at}`).to.equal('FORK_INVALID');
      }
    }
  });

  it('FORK-6: accuses nobody by a checkpoint that the log’s key has not signed', async () => {
    const { one, other } = branches(5, [9, 7]);
    const forged = checkpointOf(other, new Uint8Array(32).fill(8));
    const sides = [side(one, 5), { ...side(other, 5), checkpoint: forged }] as const;
    const read = codeOf(() => readFork({ ...LOG, common: 5, sides }, KNOWN));
    expect(read, 'another key id').to.equal('CHECKPOINT_INVALID');
    const { checkpoint } = side(other, 5);
    const broken = checkpoint.replace(/(.{8})=\n$/u, 'AAAAAAAA=\n');
    const unsigned = [side(one, 5), { ...side(other, 5), checkpoint: broken }] as const;
    const fork = readFork({ ...LOG, common: 5, sides: unsigned }, KNOWN);
    expect(await codeOfAsync(() => settleFork(tweetnaclBackend, fork))).to.equal('FORK_INVALID');
  });

  it('FORK-12: leaves of an ended log what the resume accepts, neither fewer entries nor more', () => {
    expect(keptSize(null, null)).to.equal(null);
    expect(keptSize(null, 8)).to.equal(null);
    expect(keptSize(5, null)).to.equal(5);
    expect(keptSize(5, 8)).to.equal(8);
    expect(keptSize(9, 8)).to.equal(8);
  });

  it('FORK-7: holds if it leaves less in common than what was known', () => {
    expect(isDeeper(5, null)).to.equal(true);
    expect(isDeeper(5, 6)).to.equal(true);
    expect(isDeeper(5, 5)).to.equal(false);
    expect(isDeeper(6, 5)).to.equal(false);
  });

  it('is of no log whose key is not known', () => {
    const unknown = { logKey: null, recovery: null };
    expect(codeOf(() => readFork(checkpointProof(), unknown))).to.equal('FORK_INVALID');
  });
});

const RECOVERY_SEED = new Uint8Array(32).fill(7);
const RECOVERY = recoveryDigest(tweetnaclBackend.publicKey(RECOVERY_SEED));
const NEXT: LogId = { space: SPACE, incarnation: 1 };
const AFTER_INCEPTION: KnownKeys = { logKey: null, recovery: RECOVERY };

function resume(logFill: number, more: object = {}): string {
  const key = (fill: number) => encodeBase64url(new Uint8Array(32).fill(fill));
  const claims = {
    ...NEXT,
    previous: { size: 5, root: key(1) },
    ...{ log: key(logFill), witness: key(2), peer: key(3), box: key(4), recovery: key(5) },
    time: 1_780_000_000,
  };
  const entry: ResumeEntry = {
    ...{ type: 'resume', version: 1, ...claims },
    recoveryKey: encodeBase64url(tweetnaclBackend.publicKey(RECOVERY_SEED)),
    signature: encodeBase64url(tweetnaclBackend.sign(RECOVERY_SEED, resumeToSign(claims))),
  };
  return new TextDecoder().decode(encodeEntry({ ...entry, ...more }));
}

describe('two resumes of one incarnation', () => {
  it('FORK-5: rival each other if the recovery key signed both', async () => {
    const proof: ForkProof = { ...NEXT, common: 0, resumes: [resume(8), resume(9)] };
    const travelled = forkProof.parse(JSON.parse(JSON.stringify(proof)));
    const fork = await settleFork(tweetnaclBackend, readFork(travelled, AFTER_INCEPTION));
    expect(fork).to.include({ common: 0 });
  });

  it('FORK-5: do not if they say the same', () => {
    const proof: ForkProof = { ...NEXT, common: 0, resumes: [resume(8), resume(8)] };
    expect(codeOf(() => readFork(proof, AFTER_INCEPTION))).to.equal('FORK_INVALID');
  });

  it('FORK-6: do not if one is not signed by the recovery key', async () => {
    const forged = resume(9, { signature: encodeBase64url(new Uint8Array(64).fill(1)) });
    const proof: ForkProof = { ...NEXT, common: 0, resumes: [resume(8), forged] };
    const fork = readFork(proof, AFTER_INCEPTION);
    expect(await codeOfAsync(() => settleFork(tweetnaclBackend, fork))).to.equal('FORK_INVALID');
  });

  it('do not if they are of another recovery key, or if none is known', () => {
    const proof: ForkProof = { ...NEXT, common: 0, resumes: [resume(8), resume(9)] };
    const other = { logKey: null, recovery: recoveryDigest(new Uint8Array(32).fill(1)) };
    expect(codeOf(() => readFork(proof, other))).to.equal('RESUME_INVALID');
    expect(codeOf(() => readFork(proof, KNOWN))).to.equal('FORK_INVALID');
  });
});
