import { encodeBase45, encodeUtf8, ProtocolError, parseBase45 } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';

describe('base45', () => {
  it('encodes the examples of RFC 9285', () => {
    expect(encodeBase45(encodeUtf8('AB'))).to.equal('BB8');
    expect(encodeBase45(encodeUtf8('Hello!!'))).to.equal('%69 VD92EX0');
    expect(encodeBase45(encodeUtf8('base-45'))).to.equal('UJCLQE7W581');
    expect(parseBase45('QED8WEX0')).to.deep.equal(encodeUtf8('ietf!'));
    expect(encodeBase45(new Uint8Array(0))).to.equal('');
  });

  it('refuses GGW, which is 65,536', () => {
    expect(codeOf(() => parseBase45('GGW'))).to.equal('BASE45_INVALID');
    expect(parseBase45('FGW')).to.deep.equal(Uint8Array.of(0xff, 0xff));
  });

  it('refuses a last group over 255', () => {
    expect(parseBase45('U5')).to.deep.equal(Uint8Array.of(255));
    expect(codeOf(() => parseBase45('V5'))).to.equal('BASE45_INVALID');
    expect(codeOf(() => parseBase45('::'))).to.equal('BASE45_INVALID');
  });

  it('refuses lengths that no bytes have', () => {
    expect(codeOf(() => parseBase45('B'))).to.equal('BASE45_INVALID');
    expect(codeOf(() => parseBase45('BB8B'))).to.equal('BASE45_INVALID');
  });

  it('refuses characters outside of the alphabet, small letters among them', () => {
    for (const text of ['bb8', 'B\n8', 'BB_', 'BBé', 'BB\u{1f600}', 'BB=']) {
      expect(codeOf(() => parseBase45(text))).to.equal('BASE45_INVALID');
    }
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parseBase45(encodeBase45(bytes))).to.deep.equal(bytes);
      }),
    );
  });

  it('takes no second text for any bytes', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 20 }), (text) => {
        let bytes: Uint8Array;
        try {
          bytes = parseBase45(text);
        } catch (error) {
          expect(error).to.be.instanceOf(ProtocolError);
          return;
        }
        expect(encodeBase45(bytes)).to.equal(text);
      }),
      { numRuns: 1000 },
    );
  });
});
