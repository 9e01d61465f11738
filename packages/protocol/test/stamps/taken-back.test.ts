/** What a home changes after visits is no strike against the host that recorded them. */

import { type AnnouncedKey, encodeBase64url } from '@covisa/protocol';
import { expect } from 'chai';
import { TEST_INSTANT, testBytes } from '../support/fixed.js';
import { SHANGHAI } from '../support/visas.js';
import { ADA, grantFor, ISSUING_KEYS, makeStamp, proofOf, usageOf } from './stamp-samples.js';

const [KEY] = ISSUING_KEYS;
if (!KEY) throw new Error('expected an issuing key');

/** Four visits by grants alone, and then one by a proof. */
function usageUnder(keys: readonly AnnouncedKey[]) {
  const granted = [0, 1, 2, 3].map((k) =>
    makeStamp({ host: SHANGHAI, k, index: k, proof: null, grant: grantFor(SHANGHAI, k, 0) }),
  );
  const proven = makeStamp({ host: SHANGHAI, k: 4, index: 4, proof: proofOf(0) });
  const { stamps, rejected } = usageOf([...granted, proven], ADA, keys);
  return [stamps.map((one) => one.stamp.k), rejected.map((one) => one.flaw)];
}

describe('A home that takes its grants back', () => {
  it('STAMP-10: by a revocation that is dated back hides no later visit', () => {
    expect(usageUnder([{ ...KEY, deadSince: TEST_INSTANT - 1 }])).to.deep.equal([
      [4],
      ['evidence', 'evidence', 'evidence', 'evidence'],
    ]);
  });

  it('STAMP-10: by a second key for the same time hides no later visit', () => {
    const entry = { ...KEY.entry, generation: 1, issuing: encodeBase64url(testBytes('later', 32)) };
    expect(usageUnder([KEY, { ...KEY, entry }])).to.deep.equal([
      [4],
      ['signature', 'signature', 'signature', 'signature'],
    ]);
  });

  it('STAMP-10: hides none by a new phone that it does not name as the next one', () => {
    const old = [0, 1, 2, 3].map((k) =>
      makeStamp({ host: SHANGHAI, k, index: k, proof: proofOf(0, `old/${k}`) }),
    );
    const next = makeStamp({
      ...{ host: SHANGHAI, k: 4, index: 4, proof: null, grant: grantFor(SHANGHAI, 4, 0) },
    });
    const usage = usageOf([...old, next], { ...ADA, holderKey: testBytes('next phone', 32) });
    expect(usage.stamps.map((one) => one.stamp.k)).to.deep.equal([4]);
  });

  it('STAMP-10: is not what a grant fails by that another has signed', () => {
    const forged = [0, 1, 2].map((k) =>
      makeStamp({
        ...{ host: SHANGHAI, k, index: k, proof: null },
        grant: grantFor(SHANGHAI, k, 0, 1, testBytes('forger', 32)),
      }),
    );
    const next = makeStamp({ host: SHANGHAI, k: 3, index: 3, proof: proofOf(0) });
    expect(usageOf([...forged, next]).stamps).to.deep.equal([]);
  });

  it('STAMP-10: excuses 400 stamps of a log, and no more', () => {
    const proof = proofOf(0);
    const many = Array.from({ length: 403 }, (_, i) =>
      makeStamp({ host: SHANGHAI, k: 0, index: i, proof }),
    );
    const next = makeStamp({
      ...{ host: SHANGHAI, k: 1, index: 403, proof: null, grant: grantFor(SHANGHAI, 1, 0) },
    });
    const visa = { ...ADA, holderKey: testBytes('next phone', 32) };
    expect(usageOf([...many, next], visa).stamps).to.deep.equal([]);
    expect(usageOf([...many.slice(1), next], visa).stamps).to.have.length(1);
  });
});
