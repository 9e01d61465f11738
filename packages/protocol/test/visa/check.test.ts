import {
  checkPresentation,
  encodeToken,
  type PresentationContext,
  parseToken,
  shortSpaceId,
  type Token,
  tweetnaclBackend,
  verifyPresentation,
} from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf, codeOfAsync } from '../support/errors.js';
import { TEST_INSTANT, testSeed } from '../support/fixed.js';
import {
  holderSeed,
  issuingKeyOf,
  issuingSeed,
  MELBOURNE,
  makeProof,
  makeStaticText,
  makeToken,
  makeVisa,
  SHANGHAI,
  SYDNEY,
} from '../support/visas.js';

const atShanghai: PresentationContext = {
  home: MELBOURNE,
  issuingKey: issuingKeyOf(MELBOURNE),
  host: SHANGHAI,
  purpose: 'visit',
  instant: TEST_INSTANT,
  revokedBefore: null,
};

const verify = (token: Token, context: PresentationContext = atShanghai) =>
  codeOfAsync(() => verifyPresentation(tweetnaclBackend, token, context));
const check = (token: Token, changes: Partial<PresentationContext> = {}) =>
  codeOf(() => checkPresentation(token, { ...atShanghai, ...changes }));

/** S of a signature plus the group order: the forgery that tweetnacl alone takes. */
function plusGroupOrder(bytes: Uint8Array): Uint8Array {
  const order = Buffer.from(
    'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
    'hex',
  );
  const forged = Uint8Array.from(bytes);
  let carry = 0;
  for (let i = 0; i < 32; i++) {
    const at = forged.length - 32 + i;
    const sum = (forged[at] ?? 0) + (order[i] ?? 0) + carry;
    forged[at] = sum & 0xff;
    carry = sum >> 8;
  }
  return forged;
}

describe('a presentation at the desk', () => {
  const ada = makeToken();

  it('is verified when it is open, bound to this host, or a card', async () => {
    const token = await verifyPresentation(tweetnaclBackend, ada, atShanghai);
    expect(token.visa.claims.plan).to.equal('flex');
    expect(token.context).to.equal(atShanghai);
    expect(await verify(makeToken({}, { host: shortSpaceId(SHANGHAI) }))).to.equal(
      'nothing thrown',
    );
    expect(await verify(parseToken(makeStaticText()))).to.equal('nothing thrown');
  });

  it('PRES-5: is good from 60 s before its time', () => {
    expect(check(ada, { instant: TEST_INSTANT - 60 })).to.equal('nothing thrown');
    expect(check(ada, { instant: TEST_INSTANT - 61 })).to.equal('PRESENTATION_FROM_FUTURE');
  });

  it('PRES-6: is good until 120 s after its time', () => {
    expect(check(ada, { instant: TEST_INSTANT + 120 })).to.equal('nothing thrown');
    expect(check(ada, { instant: TEST_INSTANT + 121 })).to.equal('PRESENTATION_STALE');
    expect(check(ada, { instant: TEST_INSTANT + 180 })).to.equal('PRESENTATION_STALE');
  });

  it('PRES-4: serves at the host that it names only', () => {
    const bound = makeToken({}, { host: shortSpaceId(SYDNEY) });
    expect(check(bound)).to.equal('PRESENTATION_OTHER_HOST');
    expect(check(bound, { host: null })).to.equal('PRESENTATION_OTHER_HOST');
    expect(check(bound, { host: SYDNEY })).to.equal('nothing thrown');
    expect(check(ada, { host: null })).to.equal('nothing thrown');
  });

  it('PRES-3: serves the purpose that it names only', () => {
    const renewal = makeToken({}, { purpose: 'renew' });
    expect(check(renewal)).to.equal('PRESENTATION_OTHER_PURPOSE');
    expect(check(renewal, { purpose: 'renew', host: null })).to.equal('nothing thrown');
    expect(check(ada, { purpose: 'rekey' })).to.equal('PRESENTATION_OTHER_PURPOSE');
  });

  it('PRES-2: is no more than a visit on a static visa', () => {
    const card = parseToken(makeStaticText());
    expect(check(card, { purpose: 'renew' })).to.equal('VISA_STATIC');
    expect(check(card)).to.equal('nothing thrown');
  });

  it('VISA-8: is refused when the visa has another issuer than the home', () => {
    expect(check(ada, { home: SYDNEY })).to.equal('VISA_INVALID');
  });

  it('VISA-9: is refused when the visa is issued more than 60 s ahead', () => {
    expect(check(makeToken({ issuedAt: TEST_INSTANT + 60 }))).to.equal('nothing thrown');
    expect(check(makeToken({ issuedAt: TEST_INSTANT + 61 }))).to.equal('VISA_NOT_YET_VALID');
  });

  it('VISA-10: is refused from the expiry of the visa on', () => {
    expect(check(makeToken({ expiresAt: TEST_INSTANT + 1 }))).to.equal('nothing thrown');
    expect(check(makeToken({ expiresAt: TEST_INSTANT }))).to.equal('VISA_EXPIRED');
  });

  it('VISA-11: is refused when the visa was issued before its revocation', () => {
    const issuedAt = TEST_INSTANT - 86_400;
    expect(check(ada, { revokedBefore: issuedAt })).to.equal('nothing thrown');
    expect(check(ada, { revokedBefore: issuedAt + 1 })).to.equal('VISA_REVOKED');
  });

  it("VISA-12: is refused when the visa is not signed by its home's issuing key", async () => {
    const forged = parseToken(encodeToken(makeVisa({}, MELBOURNE, testSeed('eve')), makeProof()));
    expect(await verify(forged)).to.equal('VISA_FORGED');
    const otherKey = { ...atShanghai, issuingKey: issuingKeyOf(SYDNEY) };
    expect(await verify(ada, otherKey)).to.equal('VISA_FORGED');
    const card = parseToken(
      encodeToken(makeVisa({ holderKey: null, ask: true }, MELBOURNE, holderSeed('ada'))),
    );
    expect(await verify(card)).to.equal('VISA_FORGED');
  });

  it('VISA-12: is refused when it is signed for another home whose id starts alike', async () => {
    const visa = makeVisa({ issuer: 'A'.repeat(22) }, SYDNEY, issuingSeed(MELBOURNE));
    const alike = 'A'.repeat(43) as typeof MELBOURNE;
    const token = parseToken(encodeToken(visa, makeProof()));
    expect(await verify(token, { ...atShanghai, home: alike })).to.equal('VISA_FORGED');
  });

  it('PRES-7: is refused when the proof is not signed by the holder, or for another visa', async () => {
    const byEve = encodeToken(makeVisa(), makeProof({}, { seed: holderSeed('eve') }));
    expect(await verify(parseToken(byEve))).to.equal('PRESENTATION_FORGED');
    const otherVisa = encodeToken(makeVisa(), makeProof({}, { number: new Uint8Array(16) }));
    expect(await verify(parseToken(otherVisa))).to.equal('PRESENTATION_FORGED');
  });

  it('CRYPTO-3: is refused when L was added to a signature', async () => {
    const visa = encodeToken(plusGroupOrder(makeVisa()), makeProof());
    expect(await verify(parseToken(visa))).to.equal('VISA_FORGED');
    const proof = encodeToken(makeVisa(), plusGroupOrder(makeProof()));
    expect(await verify(parseToken(proof))).to.equal('PRESENTATION_FORGED');
  });

  it('hands out the checks by what they prove', () => {
    const checks = checkPresentation(ada, atShanghai);
    expect(checks.visa.publicKey).to.equal(atShanghai.issuingKey);
    expect(checks.proof?.publicKey).to.deep.equal(ada.visa.claims.holderKey);
    expect(checkPresentation(parseToken(makeStaticText()), atShanghai).proof).to.equal(null);
  });
});
