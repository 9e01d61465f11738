import {
  encodeBase45,
  encodeToken,
  joinCborArray,
  ProtocolError,
  PURPOSES,
  parseProof,
  parseToken,
  proofCheck,
  shortSpaceId,
  tweetnaclBackend,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';
import { TEST_INSTANT, testBytes } from '../support/fixed.js';
import {
  holderKeyOf,
  MELBOURNE,
  makeProof,
  makeStaticText,
  makeTokenText,
  makeVisa,
  SHANGHAI,
  SYDNEY,
} from '../support/visas.js';

describe('a token', () => {
  const text = makeTokenText({}, { host: shortSpaceId(SHANGHAI) });

  it('gives back the visa and the proof byte for byte', () => {
    const token = parseToken(text);
    expect(token.kind).to.equal('presented');
    expect(token.visa.bytes).to.deep.equal(makeVisa());
    expect(token.proof?.bytes).to.deep.equal(makeProof({ host: shortSpaceId(SHANGHAI) }));
    expect(token.proof?.claims).to.deep.equal({
      purpose: 'visit',
      time: TEST_INSTANT,
      host: shortSpaceId(SHANGHAI),
      nonce: testBytes('nonce', 8),
    });
  });

  it('TOKEN-3: is a visa alone where it is static', () => {
    const token = parseToken(makeStaticText());
    expect(token.kind).to.equal('static');
    expect(token.proof).to.equal(null);
    expect(token.visa.claims.holderKey).to.equal(null);
  });

  it('TOKEN-3: is refused where a proof is missing, too many, or beside a static visa', () => {
    const card = makeVisa({ holderKey: null, ask: true });
    expect(codeOf(() => parseToken(encodeToken(makeVisa())))).to.equal('TOKEN_INVALID');
    expect(codeOf(() => parseToken(encodeToken(card, makeProof())))).to.equal('TOKEN_INVALID');
    const three = joinCborArray([makeVisa(), makeProof(), makeProof()]);
    expect(codeOf(() => parseToken(`CV1:${encodeBase45(three)}`))).to.equal('TOKEN_INVALID');
    const none = joinCborArray([]);
    expect(codeOf(() => parseToken(`CV1:${encodeBase45(none)}`))).to.equal('TOKEN_INVALID');
  });

  it('TOKEN-1, TOKEN-2: is refused with another start, or over 1,200 characters', () => {
    expect(codeOf(() => parseToken(text.toLowerCase()))).to.equal('TOKEN_INVALID');
    expect(codeOf(() => parseToken(` ${text}`))).to.equal('TOKEN_INVALID');
    expect(codeOf(() => parseToken(''))).to.equal('TOKEN_INVALID');
    expect(codeOf(() => parseToken('https://covisa.example/'))).to.equal('TOKEN_INVALID');
    expect(codeOf(() => parseToken(`CV1:${'0'.repeat(1197)}`))).to.equal('TOKEN_TOO_LONG');
    expect(codeOf(() => parseToken('CV1:'))).to.equal('CBOR_INVALID');
    expect(codeOf(() => parseToken('CV1:GGW'))).to.equal('BASE45_INVALID');
  });

  it('TOKEN-4: is refused with white space around it, which is no part of it', () => {
    for (const [before, after] of [
      [' ', ''],
      ['\n', ''],
      ['', '\n'],
      ['', '\t'],
    ] as const) {
      expect(codeOf(() => parseToken(before + text + after))).to.match(/^(TOKEN|BASE45)_INVALID$/);
    }
  });

  it('TOKEN-4: never ends in the space that base45 has, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 5 }), (bytes) => {
        expect(encodeBase45(bytes).at(-1)).not.to.equal(' ');
      }),
    );
  });

  it('takes every purpose, and PRES-1: no other', () => {
    const numbers = Object.entries({
      ...{ visit: 1, renew: 2, rekey: 3, feedback: 4, complaint: 5 },
      ...{ renumber: 6, erase: 7 },
    } as const);
    expect(numbers.map(([purpose]) => purpose)).to.deep.equal(PURPOSES);
    for (const purpose of PURPOSES) {
      const proof = parseProof(makeProof({ purpose }));
      expect(proof.claims.purpose).to.equal(purpose);
      expect([purpose, proof.payload[2]]).to.deep.equal(numbers.find(([name]) => name === purpose));
    }
    // The purpose is the byte after key 1, the first of the payload's map.
    for (const purpose of [0, 8]) {
      const bytes = makeProof();
      const at = bytes.indexOf(0xa3) + 2;
      expect(bytes[at - 1]).to.equal(1);
      const other = bytes.with(at, purpose);
      expect(
        codeOf(() => parseProof(other)),
        String(purpose),
      ).to.equal('TOKEN_INVALID');
    }
  });

  it('is refused, as a ProtocolError, or is another token, whatever character is changed', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a\n');
    fc.assert(
      fc.property(fc.nat(text.length - 1), character, (at, other) => {
        const mutated = text.slice(0, at) + other + text.slice(at + 1);
        let token: ReturnType<typeof parseToken>;
        try {
          token = parseToken(mutated);
        } catch (error) {
          expect(error).to.be.instanceOf(ProtocolError);
          return;
        }
        // One token has one text: what was read writes the mutated text again.
        expect(encodeToken(token.visa.bytes, token.proof?.bytes)).to.equal(mutated);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused as a ProtocolError when it is cut off or noise', () => {
    const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => `CV1:${encodeBase45(bytes)}`);
    const cut = fc.nat(text.length - 1).map((end) => text.slice(0, end));
    fc.assert(
      fc.property(fc.oneof(noise, cut, fc.string()), (one) => {
        expect(() => parseToken(one)).to.throw(ProtocolError);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a proof's signature", () => {
  it('holds for its own home, visa number and holder only', () => {
    const proof = parseProof(makeProof());
    const number = testBytes('visa/ada', 16);
    const ada = holderKeyOf('ada');
    const verify = (...args: [typeof MELBOURNE, Uint8Array, Uint8Array]) =>
      tweetnaclBackend.verify(proofCheck(proof, ...args));
    expect(verify(MELBOURNE, number, ada)).to.equal(true);
    expect(verify(SYDNEY, number, ada)).to.equal(false);
    expect(verify(MELBOURNE, testBytes('visa/eve', 16), ada)).to.equal(false);
    expect(verify(MELBOURNE, number, holderKeyOf('eve'))).to.equal(false);
  });

  it('is asked for with a host of 16 bytes, a nonce of 8 and a visa number of 16 only', () => {
    expect(codeOf(() => makeProof({ host: testBytes('h', 32) }))).to.equal('TypeError');
    expect(codeOf(() => makeProof({ nonce: testBytes('n', 7) }))).to.equal('TypeError');
    expect(codeOf(() => makeProof({}, { number: testBytes('n', 15) }))).to.equal('TypeError');
  });
});
