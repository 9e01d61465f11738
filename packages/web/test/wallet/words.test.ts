/** What the wallet says, in all languages. */

import { ENGLISH } from '../../dist/wallet/words/english.js';
import { FRENCH } from '../../dist/wallet/words/french.js';
import { GERMAN } from '../../dist/wallet/words/german.js';
import { SPANISH } from '../../dist/wallet/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('The words of the wallet', () => {
  it('have the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
