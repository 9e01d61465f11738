/** How codes begin an arrival: by text, by voice, by a scanner under test. */

import { encodeBase45 } from '@covisa/protocol';
import { expect } from 'chai';
import { type Setting, startOf } from '../../dist/desk/flow/start-of.js';
import { spokenCode } from '../../dist/desk/input/spoken.js';
import { judgeScannerTest, SCANNER_TEST_TEXT } from '../../dist/desk/input/test-code.js';
import { suggestedReason } from '../../dist/desk/verdict/refusal-reason.js';
import { VERDICT } from './support/views.js';

const SETTING: Setting = { isPractice: false, venue: 'main', date: null };
const PRACTISING: Setting = { ...SETTING, isPractice: true };
const PRACTICE_CODE = 'COVISA PRACTICE: NEW';

describe('What is scanned', () => {
  it('is asked about in practice only where it is a code for practice', () => {
    expect(startOf(PRACTICE_CODE, PRACTISING)).to.deep.include({
      presented: { by: 'token', token: PRACTICE_CODE },
      venue: 'main',
    });
    expect(startOf(PRACTICE_CODE, SETTING)).to.include({ kind: 'foreign', what: 'practice' });
    expect(startOf(`CV1:${encodeBase45(new Uint8Array(4))}`, PRACTISING)).to.include({
      what: 'torn',
    });
  });

  it('is a spoken code whatever people put between its characters', () => {
    expect(spokenCode(' ab3d-k9qt ')).to.equal('AB3DK9QT');
    expect(spokenCode('AB3D K9Q')).to.equal(null);
    expect(spokenCode('AB3D K9QTX')).to.equal(null);
  });
});

describe('The scanner test', () => {
  it('holds every character of base45', () => {
    for (const one of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:') {
      expect(SCANNER_TEST_TEXT).to.include(one);
    }
  });

  it('tells a scanner of US keys from one of the machine’s layout, and both from a wrong one', () => {
    const wrong = SCANNER_TEST_TEXT.replaceAll('+', '').replaceAll(' ', '');
    expect(judgeScannerTest({ byPlace: SCANNER_TEST_TEXT, byLayout: 'x' })).to.deep.equal({
      is: 'good',
      by: 'place',
    });
    expect(judgeScannerTest({ byPlace: 'x', byLayout: SCANNER_TEST_TEXT })).to.deep.equal({
      is: 'good',
      by: 'layout',
    });
    expect(judgeScannerTest({ byPlace: wrong, byLayout: wrong })).to.deep.equal({
      is: 'lost',
      missing: '␣ +',
    });
    expect(judgeScannerTest({ byPlace: '4006381333931', byLayout: '' })).to.deep.equal({
      is: 'other',
    });
  });
});

describe('The reason for a refusal', () => {
  it('begins with what the verdict says', () => {
    const because = (code: 'CAPACITY_DAY' | 'VENUE_CLOSED' | 'SPACE_REFUSED') =>
      suggestedReason({
        ...VERDICT,
        outcome: 'refuse',
        reasons: [{ code, rule: 'x', parameters: {} }],
      });
    expect(because('CAPACITY_DAY')).to.equal('full');
    expect(because('VENUE_CLOSED')).to.equal('closed');
    expect(because('SPACE_REFUSED')).to.equal('rules');
    expect(suggestedReason(VERDICT)).to.equal('full');
  });
});
