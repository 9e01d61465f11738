/** The typed catalogues: parameters, plural forms, and the choice of the language. */

import { expect } from 'chai';
import { chooseLanguage, regionalTag } from '../dist/i18n/languages.js';
import { fill } from '../dist/i18n/words.js';
import { ENGLISH } from '../dist/ui/words/english.js';
import { FRENCH } from '../dist/ui/words/french.js';
import { GERMAN } from '../dist/ui/words/german.js';
import { SPANISH } from '../dist/ui/words/spanish.js';
import { expectTranslations } from './support/translations.js';

describe('The words of the pages', () => {
  it('take the first of the person’s languages that is known', () => {
    expect(chooseLanguage(['pt-BR', 'de-AT', 'fr'])).to.equal('de');
    expect(chooseLanguage(['pt', 'zh'])).to.equal('en');
  });

  it('are read as the person’s region writes them', () => {
    expect(regionalTag('en', ['de-AT', 'en-GB', 'en-US'])).to.equal('en-GB');
    expect(regionalTag('fr', ['en-GB'])).to.equal('fr');
    expect(regionalTag('en', ['en-US@posix', 'c'])).to.equal('en');
  });

  it('choose the plural form by the language’s own rule', () => {
    const days = { one: '{count} jour', other: '{count} jours' };
    expect(fill('fr', days, { count: 0 })).to.equal('0 jour');
    expect(fill('en', days, { count: 0 })).to.equal('0 jours');
    expect(fill('fr', days, { count: 2 })).to.equal('2 jours');
  });

  it('write numbers as the language does, and leave a missing parameter visible', () => {
    expect(fill('de', '{count} von {all}', { count: 1234.5 })).to.equal('1.234,5 von {all}');
  });

  it('have the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
