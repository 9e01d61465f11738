import {
  encodeEntry,
  openSeal,
  revocationMarker,
  sealKey,
  sealStamp,
  shortSpaceId,
  stampMarker,
} from '@covisa/protocol';
import { expect } from 'chai';
import { testBytes } from '../support/fixed.js';
import { holderKeyOf, makeProof, SHANGHAI, SYDNEY } from '../support/visas.js';
import { grantFor, makeStamp } from './stamp-samples.js';

const NUMBER = new Uint8Array(16);
const NONCE = testBytes('nonce', 24);
const PLACE = { visaNumber: NUMBER, k: 3, host: SHANGHAI };

describe('markers and seals', () => {
  it('STAMP-1: a marker is the first 16 bytes of SHA-256 over label, visa number and index', () => {
    expect(stampMarker(NUMBER, 0)).to.equal('2GI8JryksVwobDVnrUAyJg');
    expect(stampMarker(NUMBER, 1)).to.equal('xYhdP-mymTsr86MXcYD-1A');
    expect(stampMarker(NUMBER, 0xffff_ffff)).to.equal('BwtzpYEUvvVkYnaZd_5a4g');
  });

  it('STAMP-1: a revocation has a marker of its own', () => {
    expect(revocationMarker(NUMBER)).to.equal('XZMVhVbEjfX3MSSa_8oboA');
  });

  it('refuses a visa number of another length and an index beyond 32 bits', () => {
    expect(() => stampMarker(new Uint8Array(15), 0)).to.throw(TypeError, '16 bytes');
    expect(() => stampMarker(NUMBER, 2 ** 32)).to.throw(RangeError, '32-bit');
  });

  it('STAMP-2: a seal opens with the visa number, index and host that it was made for', () => {
    const contents = { holderKey: holderKeyOf('ada'), proof: makeProof(), grant: null };
    expect(openSeal(sealStamp(contents, PLACE, NONCE), PLACE)).to.deep.equal(contents);
  });

  it('STAMP-2: a seal of a static visa holds a grant alone', () => {
    const contents = { holderKey: null, proof: null, grant: grantFor(SHANGHAI, 3, 0) };
    expect(openSeal(sealStamp(contents, PLACE, NONCE), PLACE)).to.deep.equal(contents);
  });

  it('STAMP-2, STAMP-12: refuses a visa number, nonce or holder key of another length', () => {
    const contents = { holderKey: holderKeyOf('ada'), proof: makeProof(), grant: null };
    const short = { ...PLACE, visaNumber: new Uint8Array(15) };
    expect(() => sealKey(short)).to.throw(TypeError, '16 bytes');
    expect(() => sealStamp(contents, PLACE, NONCE.slice(1))).to.throw(TypeError, '24 bytes');
    const cut = { ...contents, holderKey: new Uint8Array(31) };
    expect(() => sealStamp(cut, PLACE, NONCE)).to.throw(TypeError, '32 bytes');
  });

  it('STAMP-2: a seal opens nowhere else', () => {
    const contents = { holderKey: holderKeyOf('ada'), proof: makeProof(), grant: null };
    const seal = sealStamp(contents, PLACE, NONCE);
    expect(openSeal(seal, { ...PLACE, host: SYDNEY })).to.equal(null);
    expect(openSeal(seal, { ...PLACE, k: 4 })).to.equal(null);
    expect(openSeal(seal, { ...PLACE, visaNumber: testBytes('other', 16) })).to.equal(null);
  });

  it('STAMP-2: noise, a short text and other alphabets are no seals, and no errors', () => {
    for (const seal of ['', 'A', 'AAAA', 'A'.repeat(300), '!'.repeat(60), 'é'.repeat(60)]) {
      expect(openSeal(seal, PLACE), seal).to.equal(null);
    }
  });

  it('STAMP-2: the key of a seal differs by number, index and host', () => {
    expect(sealKey(PLACE)).to.have.length(32);
    expect(sealKey(PLACE)).to.not.deep.equal(sealKey({ ...PLACE, k: 4 }));
  });

  it('STAMP-12: a stamp entry without a grant has at most 520 bytes', () => {
    const bound = makeProof({ host: shortSpaceId(SHANGHAI) });
    const stamp = makeStamp({
      host: SHANGHAI,
      k: 300,
      proof: bound,
      entry: { kind: 'courtesy', weight: 0.5, venue: 'abcdefghijklmnop', roster: 1_000_000 },
    });
    expect(encodeEntry(stamp.entry).length).to.be.at.most(520);
    const usual = makeStamp({ host: SHANGHAI, k: 300, proof: bound });
    expect(encodeEntry(usual.entry).length).to.equal(492);
  });
});
