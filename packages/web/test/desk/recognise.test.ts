/** What people hold before the camera of a desk. */

import { encodeBase45 } from '@covisa/protocol';
import { expect } from 'chai';
import { recognise } from '../../dist/desk/input/recognise.js';

function kindOf(text: string): string {
  const seen = recognise(text);
  return seen.kind === 'token' ? 'token' : seen.what;
}

describe('What is not a visa’s code', () => {
  it('is told apart by what the person can do about it', () => {
    const texts = {
      '': 'empty',
      'https://home.example/claim#ABC.def': 'claim-link',
      'https://host.example/here#space.venue': 'poster',
      'https://home.example/honour': 'honour-link',
      'https://host.example/desk#pair.ABCD': 'pairing-link',
      'covisa://join?x': 'join-link',
      'https://example.com/menu': 'link',
      'WIFI:T:WPA;S:Loft;P:secret;;': 'wifi',
      'BEGIN:VCARD\nN:Kim\nEND:VCARD': 'contact',
      'AB3D-K9QT': 'spoken',
      'COVISA PRACTICE: 2': 'practice',
      'CV2:ABC': 'newer',
      'HC1:6BF+70790T9WJWG': 'other',
      '4006381333931': 'other',
    };
    const kinds = Object.fromEntries(Object.keys(texts).map((text) => [text, kindOf(text)]));
    expect(kinds).to.deep.equal(texts);
  });

  it('is bounded: a huge paste is neither read nor kept', () => {
    expect(kindOf('x'.repeat(5_000_000))).to.equal('too-long');
    expect(kindOf(`CV1:${'A'.repeat(5_000_000)}`)).to.equal('too-long');
    const seen = recognise('y'.repeat(1000));
    expect(seen.kind === 'foreign' && seen.text.length).to.equal(80);
  });

  it('is torn where a visa’s code lacks its end', () => {
    expect(kindOf('CV1:NCFOXN')).to.equal('torn');
    expect(kindOf(`CV1:${encodeBase45(new Uint8Array([0x82, 0x41]))}`)).to.equal('torn');
  });
});
