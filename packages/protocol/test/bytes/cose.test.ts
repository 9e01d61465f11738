import { assembleCose, coseMessage, encodeUtf8, parseCose } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

const SIGNATURE = '5840' + '07'.repeat(64);

describe('COSE_Sign1', () => {
  it('signs the Sig_structure of RFC 9052', () => {
    expect(coseMessage(hex('a0'), encodeUtf8('aad'))).to.deep.equal(
      hex('84 6a 5369676e617475726531 43 a10127 43 616164 41 a0'),
    );
  });

  it('signs no Sig_structure of more than 2,048 bytes', () => {
    const longest = new Uint8Array(2028);
    expect(coseMessage(longest, new Uint8Array(0))).to.have.length(2048);
    expect(codeOf(() => coseMessage(longest, hex('00')))).to.equal('CBOR_INVALID');
  });

  it('writes one form and reads it back', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        (payload, signature) => {
          const bytes = assembleCose(payload, signature);
          expect(parseCose(bytes)).to.deep.equal({ bytes, payload, signature });
        },
      ),
    );
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['a tag', `d2 84 43 a10127 a0 41a0 ${SIGNATURE}`, 'CBOR_INVALID'],
    ['another algorithm', `84 43 a10126 a0 41a0 ${SIGNATURE}`, 'COSE_INVALID'],
    ['a further protected member', `84 46 a20127044101 a0 41a0 ${SIGNATURE}`, 'COSE_INVALID'],
    ['an empty protected header', `84 40 a0 41a0 ${SIGNATURE}`, 'COSE_INVALID'],
    ['an unprotected member', `84 43 a10127 a1044101 41a0 ${SIGNATURE}`, 'COSE_INVALID'],
    ['a detached payload', `84 43 a10127 a0 f6 ${SIGNATURE}`, 'COSE_INVALID'],
    ['a payload that is not wrapped', `84 43 a10127 a0 a0 ${SIGNATURE}`, 'COSE_INVALID'],
    ['a short signature', `84 43 a10127 a0 41a0 41 07`, 'COSE_INVALID'],
    ['a signature of 65 bytes', `84 43 a10127 a0 41a0 5841${'07'.repeat(65)}`, 'COSE_INVALID'],
    [
      'a signature with a long head',
      `84 43 a10127 a0 41a0 590040${'07'.repeat(64)}`,
      'COSE_INVALID',
    ],
    ['a signature of text', `84 43 a10127 a0 41a0 7840${'41'.repeat(64)}`, 'COSE_INVALID'],
    ['three items', `83 43 a10127 a0 41a0`, 'COSE_INVALID'],
    ['five items', `85 43 a10127 a0 41a0 ${SIGNATURE} 00`, 'COSE_INVALID'],
    ['a payload with a long head', `84 43 a10127 a0 5801a0 ${SIGNATURE}`, 'CBOR_NOT_DETERMINISTIC'],
    ['a long array head', `9804 43 a10127 a0 41a0 ${SIGNATURE}`, 'CBOR_INVALID'],
    ['an empty array', '80', 'COSE_INVALID'],
    ['a map', 'a0', 'CBOR_INVALID'],
  ];
  for (const [what, bytes, code] of refused) {
    it(`COSE-1: refuses ${what}`, () => {
      expect(codeOf(() => parseCose(hex(bytes)))).to.equal(code);
    });
  }

  it('takes no signature of another length to write', () => {
    expect(codeOf(() => assembleCose(hex('a0'), new Uint8Array(63)))).to.equal('TypeError');
  });
});
