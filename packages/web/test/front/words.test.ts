/** The words of the front page. */

import { ENGLISH } from '../../dist/front/words/english.js';
import { FRENCH } from '../../dist/front/words/french.js';
import { GERMAN } from '../../dist/front/words/german.js';
import { SPANISH } from '../../dist/front/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('The front page', () => {
  it('has the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
