/** Terms and offers in plain words, in four languages. */

import {
  DEFAULT_TERMS,
  parseCalendarDate,
  parseTerms,
  spaceId,
  type Terms,
} from '@covisa/protocol';
import { expect } from 'chai';
import type { Language } from '../../dist/i18n/languages.js';
import { speaker, type Translation } from '../../dist/i18n/words.js';
import { freeDaysAt } from '../../dist/terms/allowance.js';
import { consequenceText } from '../../dist/terms/free-texts.js';
import { offerTexts, termsTexts } from '../../dist/terms/terms-texts.js';
import { ENGLISH } from '../../dist/terms/words/english.js';
import { FRENCH } from '../../dist/terms/words/french.js';
import { GERMAN } from '../../dist/terms/words/german.js';
import { SPANISH } from '../../dist/terms/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

type Table = typeof ENGLISH;
const speak = (language: Language, table: Translation<Table>) => {
  return { language, say: speaker<Table>(language, table) };
};
const english = speak('en', ENGLISH);
const german = speak('de', GERMAN);
const french = speak('fr', FRENCH);
const spanish = speak('es', SPANISH);
const SPACE = spaceId.parse(`B${'A'.repeat(42)}`);

/** Terms with every rule that a programme may have. */
const ALL: Terms = {
  ...DEFAULT_TERMS,
  allowances: [{ days: 2, count: 'host', window: 'P1M', plans: { only: ['full-time'] } }],
  after: { kind: 'discount', percent: 50 },
  consecutive: { days: 5, pause: 2 },
  eligible: { membership: 'P3M', price: [{ amount: 12_000, currency: 'EUR' }] },
  distance: { km: 144.84, otherwise: 'refuse' },
  notice: { kind: 'message', hours: 24 },
  hours: { opening: true, windows: [{ from: 540, to: 1020, weekdays: [1, 5] }] },
  blackout: {
    days: [
      { yearly: '12-24', yearlyUntil: '12-31', name: 'Christmas' },
      { weekday: 5, nth: -1 },
      { easter: -2 },
      { date: parseCalendarDate('2026-05-12') },
    ],
  },
  capacity: { perDay: 4, spaceAllowing: true },
  party: { adults: 2, children: 4 },
  halfDays: { allowed: true, percent: 40 },
  dayBoundary: 180,
  amenities: { included: ['desk', 'coffee'], excluded: ['meeting rooms'] },
  homeShare: { percent: 50, window: 'P30D' },
};

describe('Terms in plain words', () => {
  it('say the default terms to a member in English', () => {
    const { free, who } = termsTexts(DEFAULT_TERMS, english);
    expect(free).to.deep.equal([
      '3 free days at each space in the visa year.',
      '10 free days for all members of one home space together at each space in the calendar month.',
      'After the free days: the regular rate.',
    ]);
    expect(who).to.deep.equal([
      'For the named member only. Others who come along pay.',
      'Printed visas are accepted, with the consent of the home space.',
      'A printed visa is shown with a photo ID.',
    ]);
  });

  it('say them in German, French and Spanish', () => {
    expect(termsTexts(DEFAULT_TERMS, german).free[0]).to.equal(
      '3 Gratistage in jedem Space im Visumsjahr.',
    );
    expect(termsTexts(DEFAULT_TERMS, french).free[0]).to.equal(
      '3 jours gratuits dans chaque espace par année de visa.',
    );
    expect(termsTexts(DEFAULT_TERMS, spanish).free[0]).to.equal(
      '3 días gratis en cada espacio por año de visado.',
    );
  });

  it('say when a visit may be, with days, months and times of the language', () => {
    expect(parseTerms(ALL)).to.deep.equal(ALL);
    expect(termsTexts(ALL, english).when).to.deep.equal([
      'Send a message at least 24 hours before you arrive. Otherwise the visit costs the regular rate.',
      'A visit begins within the opening hours. Otherwise the visit costs the regular rate.',
      'A visit begins in these hours: 9:00 AM to 5:00 PM on Monday and Friday. Otherwise the visit costs the regular rate.',
      'No free days on: every year from December 24 to December 31 (Christmas); every last Friday of the month; 2 days before Easter Sunday; Tue, May 12, 2026. Otherwise the visit costs the regular rate.',
      'At most 4 visiting members a day. Otherwise the visit costs the regular rate.',
      'Only when there is room. Otherwise the visit costs the regular rate.',
      'A stay of at most 40 % of the opening hours counts half a day.',
      'A day begins at 3:00 AM.',
    ]);
    expect(termsTexts(ALL, german).when[2]).to.equal(
      'Ein Besuch beginnt in diesen Zeiten: 09:00 bis 17:00, Montag und Freitag. Sonst kostet der Besuch den regulären Preis.',
    );
  });

  it('say who may come, and what is included', () => {
    const { free, who, included } = termsTexts(ALL, english);
    expect(free).to.deep.equal([
      '2 free days at each space within 1 month for the plans “full-time”.',
      'After the free days: 50 % off the regular rate.',
      'At most 5 free days in a row at each space. 2 days without a visit end the row. Otherwise the visit costs the regular rate.',
    ]);
    expect(who.slice(0, 4)).to.deep.equal([
      'The membership has lasted for at least 3 months. Otherwise the visit costs the regular rate.',
      'The plan costs at least €120.00 a month. Otherwise the visit costs the regular rate.',
      'The home space is at least 145 km away. Otherwise the visit is not accepted.',
      'A party is at most 2 adults (the member included) and 4 children. Others who come along pay.',
    ]);
    expect(included).to.deep.equal(['Included: desk and coffee.', 'Not included: meeting rooms.']);
  });

  it('leave no parameter open in any language', () => {
    for (const one of [english, german, french, spanish]) {
      const sentences = Object.values(termsTexts(ALL, one)).flat();
      expect(sentences.length).to.equal(29);
      expect(sentences.filter((text) => /[{}]|undefined/u.test(text))).to.deep.equal([]);
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
    const { free, who } = offerTexts(offer, english, () => 'Bund Loft');
    expect(free).to.deep.equal([
      'With Bund Loft (from Thu, Jan 1, 2026): 5 free days at each space in the visa year.',
    ]);
    expect(who).to.deep.equal([
      'Waived here: distance.',
      'Members of Bund Loft are not accepted: an unpaid bill',
    ]);
  });

  it('have the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
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

  it('are followed by a rate with its amount', () => {
    const rate = { amount: 2500, currency: 'EUR' };
    expect(consequenceText({ kind: 'regular' }, english, rate)).to.equal(
      'the regular rate of €25.00',
    );
    expect(consequenceText({ kind: 'refuse', note: 'please join' }, german, rate)).to.equal(
      'keine weiteren Besuche (please join)',
    );
  });
});
