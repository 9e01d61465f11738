/** Terms and offers, put together by what a visiting member asks. */

import {
  DEFAULT_TERMS,
  describeTerms,
  ENGLISH,
  parseCalendarDate,
  spaceId,
  type Terms,
} from '@covisa/protocol';
import { expect } from 'chai';
import { LANGUAGES } from '../../dist/i18n/languages.js';
import { loadVerdictWords } from '../../dist/i18n/verdict-words.js';
import { freeDaysAt } from '../../dist/terms/allowance.js';
import { offerTexts, termsTexts } from '../../dist/terms/terms-texts.js';

const SPACE = spaceId.parse(`B${'A'.repeat(42)}`);

/** The default terms, and a rule for each of the parts. */
const TERMS: Terms = {
  ...DEFAULT_TERMS,
  notice: { kind: 'none' },
  dayBoundary: 180,
  amenities: { included: ['desk', 'coffee'], excluded: [] },
};

describe('Terms in parts', () => {
  it('say first what is free, then who, when, what is included, and the rest', () => {
    const { free, who, when, included, between } = termsTexts(TERMS, ENGLISH);
    expect(free[0]).to.equal('3 free days at each space in the visa year.');
    expect(free).to.have.lengthOf(3);
    expect(who).to.include('Printed visas are accepted, with the consent of the home space.');
    expect(when).to.deep.equal(['No notice is needed.', 'A day begins at 03:00.']);
    expect(included).to.deep.equal(['Included: desk, coffee.']);
    expect(between[0]).to.match(/^Without the consent of the home space/u);
  });

  it('leave out nothing, and say nothing twice, in every language', async () => {
    for (const language of LANGUAGES) {
      const catalogue = await loadVerdictWords(language);
      const parts = Object.values(termsTexts(TERMS, catalogue)).flat();
      expect(parts, language).to.have.members([...describeTerms(TERMS, catalogue)]);
    }
  });

  it('say an offer, with the names of other spaces', () => {
    const offer = {
      waive: ['distance' as const],
      agreements: [
        {
          space: SPACE,
          from: parseCalendarDate('2026-01-01'),
          allowances: [{ days: 5, count: 'host' as const, window: 'visa-year' }],
        },
      ],
      refuses: [{ space: SPACE, reason: 'an unpaid bill' }],
    };
    const { free, who, between } = offerTexts(offer, ENGLISH, () => 'Bund $& Loft');
    expect(free).to.have.lengthOf(1);
    expect(free[0]).to.match(/^With Bund \$& Loft .*2026-01-01.*5 free days at each space/u);
    expect(who).to.deep.equal([
      'Waived: distance.',
      'Members of Bund $& Loft are not accepted: an unpaid bill',
    ]);
    expect(between).to.deep.equal([]);
  });
});

describe('The free days at a space', () => {
  const five = { allowances: [{ days: 5, count: 'host' as const, window: 'visa-year' }] };
  const one = { allowances: [{ days: 1, count: 'host' as const, window: 'visa-year' }] };

  it('are the terms’, or more where the space offers more', () => {
    expect(freeDaysAt(DEFAULT_TERMS, null)?.count).to.equal(3);
    expect(freeDaysAt(DEFAULT_TERMS, five)?.count).to.equal(5);
    expect(freeDaysAt(DEFAULT_TERMS, one)?.count).to.equal(3);
  });

  it('are the space’s own where the terms leave them to it', () => {
    expect(freeDaysAt({ ...DEFAULT_TERMS, hostDecides: ['allowances'] }, one)?.count).to.equal(1);
  });

  it('are no number where the terms set none', () => {
    expect(freeDaysAt({}, null)).to.equal(null);
  });
});
