/** Codes that people type or read out. */

import { expect } from 'chai';
import { makeCode, plainCode } from '../../dist/engine/codes.js';

describe('A code', () => {
  it('is made of digits and letters that nobody mistakes, as long as it is asked for', () => {
    const bytes = (count: number) => Uint8Array.from({ length: count }, (_, place) => place * 25);
    expect(makeCode({ bytes }, 10)).to.equal('0SJB4XPF81');
    expect(makeCode({ bytes }, 8)).to.equal('0SJB4XPF');
  });

  it('SPOKEN-5: is read whatever its case, dashes and spaces, and however O, I and L were read', () => {
    expect(plainCode(' oil-7 ab ')).to.equal('0117AB');
  });
});
