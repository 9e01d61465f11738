/** A listing in short texts. */

import { ENGLISH as ENGLISH_SENTENCES } from '@covisa/protocol';
import { GERMAN as GERMAN_SENTENCES } from '@covisa/protocol/words/german';
import { expect } from 'chai';
import { speaker } from '../../dist/i18n/words.js';
import {
  awayText,
  freeText,
  freshnessText,
  type ListingsSpeaker,
  languageNamer,
  nameText,
  openText,
  rateText,
} from '../../dist/listings/listing-text.js';
import { ENGLISH } from '../../dist/listings/words/english.js';
import { FRENCH } from '../../dist/listings/words/french.js';
import { GERMAN } from '../../dist/listings/words/german.js';
import { SPANISH } from '../../dist/listings/words/spanish.js';
import { expectTranslations } from '../support/translations.js';
import { BERLIN, LODZ, PROGRAMME } from './sample.js';

const english: ListingsSpeaker = {
  language: 'en',
  say: speaker<typeof ENGLISH>('en', ENGLISH),
  catalogue: ENGLISH_SENTENCES,
};
const german: ListingsSpeaker = {
  language: 'de',
  say: speaker<typeof ENGLISH>('de', GERMAN),
  catalogue: GERMAN_SENTENCES,
};
/** Tuesday 2026-05-12, 10:00 in Berlin. */
const TUESDAY = Date.UTC(2026, 4, 12, 8) / 1000;

describe('Listings', () => {
  const [venue] = BERLIN.venues;
  if (venue === undefined) throw new Error('expected a venue');

  it('say whether a venue is open, and until when', () => {
    expect(openText(venue, TUESDAY, german)).to.equal('Jetzt geöffnet, bis 18:00');
    expect(openText(venue, TUESDAY + 10 * 3600, german)).to.equal(
      'Jetzt geschlossen, öffnet morgen um 09:00',
    );
    expect(openText(venue, TUESDAY + 4 * 86_400, german)).to.equal(
      'Jetzt geschlossen, öffnet am Montag um 09:00',
    );
  });

  it('say how fresh they are', () => {
    expect(freshnessText(BERLIN, english)).to.equal('Last heard of 1 hour ago');
    expect(freshnessText(LODZ, english)).to.equal('Quiet: last heard of 5 days ago');
    expect(freshnessText({ status: 'quiet', ageSeconds: null }, english)).to.equal(
      'Quiet: not heard of yet',
    );
  });

  it('say what is free, and what follows at which rate', () => {
    expect(freeText(BERLIN, [PROGRAMME], english)).to.equal(
      '3 free days in the visa year, then the regular rate, EUR 25',
    );
    expect(freeText(LODZ, [PROGRAMME], german)).to.equal(
      '3 Gratistage im Visumsjahr, danach der reguläre Preis',
    );
    expect(freeText(BERLIN, [], english)).to.equal('Free days by the programme’s terms');
  });

  it('say the rate, the distance and the name, or that there is none', () => {
    expect(rateText(BERLIN, english)).to.equal('EUR\u00a025 a day');
    expect(rateText(LODZ, english)).to.equal('The regular rate is not stated');
    expect(awayText(5300, english)).to.equal('5.3 km away');
    expect(awayText(null, english)).to.equal(null);
    expect(nameText({ ...BERLIN, name: ' ' }, english)).to.equal('A space without a name');
  });

  it('name languages, and leave a tag that is none as it is', () => {
    expect(languageNamer('de')('fr')).to.equal('Französisch');
    expect(languageNamer('de')('x')).to.equal('x');
  });

  it('have the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
