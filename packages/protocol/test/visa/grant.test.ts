import {
  assembleGrant,
  type CborValue,
  checkGrant,
  encodeCbor,
  type GrantClaims,
  grantCheck,
  grantToSign,
  isGrantOpen,
  parseGrant,
  shortSpaceId,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';
import { TEST_DATE, TEST_INSTANT, testBytes } from '../support/fixed.js';
import { issuingKeyOf, issuingSeed, MELBOURNE, SHANGHAI, SYDNEY } from '../support/visas.js';

const number = testBytes('visa/ada', 16);

function makeGrant(changes: Partial<GrantClaims> = {}): Uint8Array {
  const claims: GrantClaims = {
    k: 3,
    host: shortSpaceId(SHANGHAI),
    date: TEST_DATE,
    issuedAt: TEST_INSTANT,
    lapsesAt: TEST_INSTANT + 100_000,
    weight: 1,
    ...changes,
  };
  const { payload, message } = grantToSign(claims, MELBOURNE, number);
  return assembleGrant(payload, tweetnaclBackend.sign(issuingSeed(MELBOURNE), message));
}

describe('a grant', () => {
  const grant = parseGrant(makeGrant());
  const visit = { k: 3, host: SHANGHAI, date: TEST_DATE };

  it('gives back any claims', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1023 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.constantFrom<1 | 0.5>(1, 0.5),
        (k, host, weight) => {
          const claims = { ...grant.claims, k, host, weight };
          const { payload } = grantToSign(claims, MELBOURNE, number);
          const read = parseGrant(assembleGrant(payload, new Uint8Array(64)));
          expect(read.claims).to.deep.equal(claims);
        },
      ),
    );
  });

  it('has at most 150 bytes', () => {
    expect(makeGrant().length).to.be.at.most(150);
  });

  it('holds under the key of its home, for its visa number only', () => {
    const key = issuingKeyOf(MELBOURNE);
    const verify = (home: typeof MELBOURNE, other: Uint8Array) =>
      tweetnaclBackend.verify(grantCheck(grant, home, other, key));
    expect(verify(MELBOURNE, number)).to.equal(true);
    expect(verify(SYDNEY, number)).to.equal(false);
    expect(verify(MELBOURNE, testBytes('visa/eve', 16))).to.equal(false);
  });

  it('GRANT-2: serves its index, host and date only', () => {
    expect(codeOf(() => checkGrant(grant, visit))).to.equal('nothing thrown');
    expect(codeOf(() => checkGrant(grant, { ...visit, k: 4 }))).to.equal('GRANT_INVALID');
    expect(codeOf(() => checkGrant(grant, { ...visit, host: SYDNEY }))).to.equal('GRANT_INVALID');
    const other = parseGrant(makeGrant({ date: '2026-05-13' as typeof TEST_DATE }));
    expect(codeOf(() => checkGrant(other, visit))).to.equal('GRANT_INVALID');
  });

  it('GRANT-3: is open from its issue, 60 s allowed for clocks, until it lapses', () => {
    expect(isGrantOpen(grant, TEST_INSTANT - 61)).to.equal(false);
    expect(isGrantOpen(grant, TEST_INSTANT - 60)).to.equal(true);
    expect(isGrantOpen(grant, TEST_INSTANT + 99_999)).to.equal(true);
    expect(isGrantOpen(grant, TEST_INSTANT + 100_000)).to.equal(false);
  });

  it('GRANT-1: is refused when it lapses before it is issued', () => {
    expect(codeOf(() => parseGrant(makeGrant({ lapsesAt: TEST_INSTANT })))).to.equal(
      'GRANT_INVALID',
    );
  });

  it('GRANT-13: has an index that a look-up reaches', () => {
    expect(parseGrant(makeGrant({ k: 1023 })).claims.k).to.equal(1023);
    expect(codeOf(() => parseGrant(makeGrant({ k: 1024 })))).to.equal('GRANT_INVALID');
  });

  const members: readonly (readonly [number, CborValue])[] = [
    [1, 3],
    [2, shortSpaceId(SHANGHAI)],
    [3, 20_585],
    [4, 10],
    [5, 20],
    [6, 2],
  ];
  const refused: readonly (readonly [string, number, CborValue])[] = [
    ['an index that no look-up reaches', 1, 1024],
    ['an index beyond 32 bits', 1, 2 ** 32],
    ['a host of 32 bytes', 2, testBytes('h', 32)],
    ['a date before 2000', 3, 1],
    ['a date as text', 3, '2026-05-12'],
    ['no weight at all', 6, 0],
    ['three halves', 6, 3],
    ['an unknown member', 7, true],
  ];
  for (const [what, key, value] of refused) {
    it(`is refused with ${what}`, () => {
      const payload = encodeCbor(new Map([...members, [key, value]]));
      expect(codeOf(() => parseGrant(assembleGrant(payload, new Uint8Array(64))))).to.equal(
        'GRANT_INVALID',
      );
    });
  }

  it('is taken as it is, or none of these tests says anything', () => {
    const bytes = assembleGrant(encodeCbor(new Map(members)), new Uint8Array(64));
    expect(parseGrant(bytes).claims.date).to.equal('2026-05-12');
  });
});
