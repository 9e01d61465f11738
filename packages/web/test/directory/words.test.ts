/** The words of the directory page. */

import { ENGLISH } from '../../dist/directory/words/english.js';
import { FRENCH } from '../../dist/directory/words/french.js';
import { GERMAN } from '../../dist/directory/words/german.js';
import { SPANISH } from '../../dist/directory/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('The directory page', () => {
  it('has the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
