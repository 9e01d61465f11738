import {
  assembleVisa,
  type CborValue,
  encodeCbor,
  holderKeyDigest,
  issuerOf,
  parseCalendarDate,
  parseCbor,
  parseVisa,
  shortSpaceId,
  tweetnaclBackend,
  type VisaClaims,
  visaCheck,
  visaPayload,
  visaYearEnd,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';
import { TEST_INSTANT, testBytes, testSeed } from '../support/fixed.js';
import {
  holderKeyOf,
  issuingKeyOf,
  MELBOURNE,
  makeClaims,
  makeVisa,
  SYDNEY,
} from '../support/visas.js';

const SIGNATURE = new Uint8Array(64).fill(7);
const OWN = -65537;

/** A visa whose payload nobody checked before it was signed. */
function unchecked(payload: CborValue): Uint8Array {
  return assembleVisa(encodeCbor(payload), SIGNATURE);
}

type Members = Map<number, CborValue>;

/** Ada's payload, with one change made to its decoded maps. */
function changed(change: (payload: Members, own: Members) => void): Uint8Array {
  const payload = parseCbor(visaPayload(makeClaims({ former: [testBytes('old', 8)] }))) as Members;
  change(payload, payload.get(OWN) as Members);
  return unchecked(payload);
}

const claimsArbitrary: fc.Arbitrary<VisaClaims> = fc
  .record({
    number: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    issuedAt: fc.integer({ min: TEST_INSTANT - 100 * 86_400, max: TEST_INSTANT }),
    lifetime: fc.integer({ min: 1, max: 100 * 86_400 }),
    holderKey: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 })),
    plan: fc.string({ minLength: 1, maxLength: 16, unit: 'grapheme-ascii' }),
    displayName: fc.option(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' })),
    former: fc.array(fc.uint8Array({ minLength: 8, maxLength: 8 }), { maxLength: 3 }),
    ask: fc.boolean(),
  })
  .map(({ lifetime, ...rest }) =>
    makeClaims({
      ...rest,
      expiresAt: rest.issuedAt + lifetime,
      ask: rest.ask || rest.holderKey === null,
      former: rest.holderKey === null ? [] : rest.former,
    }),
  );

describe("a visa's bytes", () => {
  it('give back any claims', () => {
    fc.assert(
      fc.property(claimsArbitrary, (claims) => {
        const visa = parseVisa(assembleVisa(visaPayload(claims), SIGNATURE));
        expect(visa.claims).to.deep.equal(claims);
        expect(visaPayload(visa.claims)).to.deep.equal(visa.payload);
      }),
    );
  });

  it('are these, for an ordinary member', () => {
    const claims = makeClaims({ holderKey: new Uint8Array(32).fill(9) });
    expect(Buffer.from(visaPayload(claims)).toString('hex')).to.equal(
      'a6017673615f65497a516371454532494c4e3330634c6c4d77041a6a292790061a6a019a900750340a05ed0e33e08db25bfb31f7a5c71508a101a30101200621582009090909090909090909090909090909090909090909090909090909090909093a00010000a40119500502194e0d0364666c65780466416461204c2e',
    );
  });

  it('are kept as they came', () => {
    const bytes = makeVisa();
    expect(parseVisa(bytes).bytes).to.equal(bytes);
  });

  it('carry a signature that holds for the full id of the home only', () => {
    const visa = parseVisa(makeVisa());
    const key = issuingKeyOf(MELBOURNE);
    expect(tweetnaclBackend.verify(visaCheck(visa, MELBOURNE, key))).to.equal(true);
    expect(tweetnaclBackend.verify(visaCheck(visa, SYDNEY, key))).to.equal(false);
    const other = visaCheck(visa, MELBOURNE, issuingKeyOf(SYDNEY));
    expect(tweetnaclBackend.verify(other)).to.equal(false);
  });
});

describe("a visa's claims", () => {
  const refused: readonly (readonly [string, Partial<VisaClaims>])[] = [
    ['VISA-1: an issuer of 21 characters', { issuer: 'A'.repeat(21) }],
    ['VISA-1: an issuer with bits after its 16 bytes', { issuer: `${'A'.repeat(21)}B` }],
    ['VISA-1: a visa number of 15 bytes', { number: testBytes('n', 15) }],
    ['VISA-2: an expiry at the issue time', { expiresAt: TEST_INSTANT - 86_400 }],
    ['VISA-3: an expiry after the visa year', { expiresAt: 1_801_440_001 }],
    [
      'VISA-4: an issue two days before the visa year',
      { yearStart: parseCalendarDate('2026-05-13') },
    ],
    ['VISA-5: a static visa that does not ask', { holderKey: null }],
    ['VISA-5: a holder key of 33 bytes', { holderKey: new Uint8Array(33) }],
    ['VISA-6: no plan', { plan: '' }],
    ['VISA-6: a plan of 17 characters', { plan: 'p'.repeat(17) }],
    ['VISA-6: an empty display name', { displayName: '' }],
    ['VISA-6: a display name of 25 bytes', { displayName: `${'n'.repeat(23)}é` }],
    ['VISA-6: a line break in a display name', { displayName: 'Ada\nFREE' }],
    ['VISA-6: a display name that turns the writing around', { displayName: 'Ada \u202egnp' }],
    ['VISA-6: half a character', { displayName: '\ud83d' }],
    ['VISA-7: four former keys', { former: Array(4).fill(testBytes('f', 8)) }],
    ['VISA-7: a former key of 7 bytes', { former: [testBytes('f', 7)] }],
    [
      'VISA-7: a former key in a static visa',
      { holderKey: null, ask: true, former: [testBytes('f', 8)] },
    ],
  ];
  for (const [title, changes] of refused) {
    it(`${title} is refused`, () => {
      expect(codeOf(() => visaPayload(makeClaims(changes)))).to.equal('VISA_INVALID');
    });
  }

  it('VISA-3: an expiry at the end of the visa year is taken', () => {
    // 2027-02-01T00:00:00Z
    expect(makeClaims({ expiresAt: 1_801_440_000 }).expiresAt).to.equal(1_801_440_000);
    expect(parseVisa(makeVisa({ expiresAt: 1_801_440_000 })).claims.expiresAt).to.equal(
      1_801_440_000,
    );
    expect(visaYearEnd(parseCalendarDate('2026-02-01'))).to.equal('2027-02-01');
  });

  it('VISA-6: names of 24 bytes in any script are taken', () => {
    for (const displayName of ['阿达洛夫莱斯伯爵', 'Ada 👩🏽‍💻', 'n'.repeat(24)]) {
      expect(parseVisa(makeVisa({ displayName })).claims.displayName).to.equal(displayName);
    }
  });
});

describe('a visa from outside', () => {
  const refused: readonly (readonly [string, (payload: Members, own: Members) => void])[] = [
    ['an unknown claim', (payload) => payload.set(2, 'subject')],
    ['an unknown member of its own map', (_, own) => own.set(8, true)],
    ['no visa number', (payload) => payload.delete(7)],
    ['no issue time', (payload) => payload.delete(6)],
    ['a negative issue time', (payload) => payload.set(6, -1)],
    ['a text for an expiry', (payload) => payload.set(4, '2026')],
    ['an expiry in the year 10000', (payload) => payload.set(4, 253_402_300_800)],
    ['no map of its own', (payload) => payload.delete(OWN)],
    ['a list for its own map', (payload) => payload.set(OWN, [])],
    ['no holder key, and not static', (payload) => payload.delete(8)],
    ['a holder key, and static', (_, own) => own.set(7, true)],
    ['ask: false', (_, own) => own.set(6, false)],
    ['an empty list of former keys', (_, own) => own.set(5, [])],
    ['former keys that are texts', (_, own) => own.set(5, ['12345678'])],
    ['a visa year that starts in 1999', (_, own) => own.set(1, 10_956)],
    ['a visa year that starts in 2999', (_, own) => own.set(1, 376_000)],
    [
      'a holder key of another kind',
      (payload) =>
        payload.set(
          8,
          new Map([
            [
              1,
              new Map<number, CborValue>([
                [1, 2],
                [-1, 6],
                [-2, testSeed('x')],
              ]),
            ],
          ]),
        ),
    ],
    [
      'a holder key of another curve',
      (payload) =>
        payload.set(
          8,
          new Map([
            [
              1,
              new Map<number, CborValue>([
                [1, 1],
                [-1, 4],
                [-2, testSeed('x')],
              ]),
            ],
          ]),
        ),
    ],
    [
      'a holder key with its secret',
      (payload) =>
        payload.set(
          8,
          new Map([
            [
              1,
              new Map<number, CborValue>([
                [1, 1],
                [-1, 6],
                [-2, testSeed('x')],
                [-4, testSeed('x')],
              ]),
            ],
          ]),
        ),
    ],
    ['a holder key by reference', (payload) => payload.set(8, new Map([[3, testSeed('x')]]))],
  ];
  for (const [what, change] of refused) {
    it(`is refused with ${what}`, () => {
      expect(codeOf(() => parseVisa(changed(change)))).to.equal('VISA_INVALID');
    });
  }

  it('is taken as it is, or none of these tests says anything', () => {
    expect(codeOf(() => parseVisa(changed(() => undefined)))).to.equal('nothing thrown');
  });

  it('is refused with a payload that is no map, or not deterministic', () => {
    expect(codeOf(() => parseVisa(unchecked([])))).to.equal('VISA_INVALID');
    const unsorted = Uint8Array.of(0xa2, 0x02, 0x00, 0x01, 0x00);
    expect(codeOf(() => parseVisa(assembleVisa(unsorted, SIGNATURE)))).to.equal(
      'CBOR_NOT_DETERMINISTIC',
    );
  });
});

describe('what stands for longer things in a visa', () => {
  it('is the first 16 bytes for a space id, and the first 8 of SHA-256 for a holder key', () => {
    expect(shortSpaceId(MELBOURNE)).to.deep.equal(testBytes('space/melbourne', 16));
    expect(issuerOf(MELBOURNE)).to.equal('sa_eIzQcqEE2ILN30cLlMw');
    expect(Buffer.from(holderKeyDigest(new Uint8Array(32))).toString('hex')).to.equal(
      '66687aadf862bd77',
    );
    expect(holderKeyDigest(holderKeyOf('ada')).length).to.equal(8);
  });
});
