/**
 * What one check alone keeps out: each of these was not noticed when that check was taken out of
 * the code (docs/mutations.md). No vector can hold them: its inputs have the right types.
 */

import { messageToSign, sealMessage } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from './support/errors.js';

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);

describe('Bytes of which every check is needed', () => {
  it('MSG-5: signs no document that is not bytes', () => {
    const text: unknown = '{}';
    expect(codeOf(() => messageToSign(text as Uint8Array))).to.equal('TypeError');
    const list: unknown = [123, 125];
    expect(codeOf(() => messageToSign(list as Uint8Array))).to.equal('TypeError');
  });

  it('MSG-6: seals no message whose signature is a byte too short or too long', () => {
    const seal = { ephemeralSecret: bytes(32), nonce: bytes(24), recipientKey: bytes(32) };
    const sealed = (length: number) => codeOf(() => sealMessage(bytes(2), bytes(length), seal));
    expect([63, 64, 65].map(sealed)).to.deep.equal(['TypeError', 'nothing thrown', 'TypeError']);
  });
});
