/** The chapter `spec/sharding.md` and the model say the same. */

import { readFileSync } from 'node:fs';
import { parseBase64url } from '@covisa/protocol';
import { expect } from 'chai';
import { runModel } from '../../dist/sharding/model.js';
import { ASSUMPTIONS, sharding } from '../../dist/sharding/sharding.js';

const CHAPTER = readFileSync(new URL('../../../../spec/sharding.md', import.meta.url), 'utf8');

describe('The plan for sharding', () => {
  it('shows what the model finds for a thousand spaces', () => {
    expect(CHAPTER).to.include(`\n${sharding(['--spaces', '1000'])}\n`);
  }).timeout(60_000);

  it('shows the shard of its example’s marker', () => {
    const [first = 0, second = 0, third = 0] = parseBase64url('-XCrPo84jlyCu4nBLYYXhA');
    expect((first * 2 ** 16 + second * 2 ** 8 + third) >>> 6).to.equal(255_426);
    expect(CHAPTER).to.include(
      'first 18 bits of the marker `-XCrPo84jlyCu4nBLYYXhA` are shard 255,426',
    );
  });

  it('is repeated from the same seed, and another from another', () => {
    const small = { ...ASSUMPTIONS, spaces: 50, shards: 256, lookUps: 100 };
    const some = runModel({ ...small, seed: 'a' });
    expect(runModel({ ...small, seed: 'a' })).to.deep.equal(some);
    expect(runModel({ ...small, seed: 'b' }).stampsAYear).not.to.equal(some.stampsAYear);
  });

  it('refuses numbers of spaces that the model does not hold', () => {
    for (const spaces of ['9', '120001', '1.5', 'many']) {
      expect(() => sharding(['--spaces', spaces])).to.throw(RangeError, `got ${spaces}`);
    }
  });
});
