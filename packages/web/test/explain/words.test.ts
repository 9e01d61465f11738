/** The words of the explaining pages. */

import { ENGLISH } from '../../dist/explain/words/english.js';
import { FRENCH } from '../../dist/explain/words/french.js';
import { GERMAN } from '../../dist/explain/words/german.js';
import { SPANISH } from '../../dist/explain/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('The explaining pages', () => {
  it('have the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
