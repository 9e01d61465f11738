/** What the desk says, in all languages. */

import { expect } from 'chai';
import { ENGLISH as ARRIVAL } from '../../dist/desk/words/arrival/english.js';
import { FRENCH as ARRIVAL_FRENCH } from '../../dist/desk/words/arrival/french.js';
import { GERMAN as ARRIVAL_GERMAN } from '../../dist/desk/words/arrival/german.js';
import { SPANISH as ARRIVAL_SPANISH } from '../../dist/desk/words/arrival/spanish.js';
import { ENGLISH as PAGE } from '../../dist/desk/words/page/english.js';
import { FRENCH as PAGE_FRENCH } from '../../dist/desk/words/page/french.js';
import { GERMAN as PAGE_GERMAN } from '../../dist/desk/words/page/german.js';
import { SPANISH as PAGE_SPANISH } from '../../dist/desk/words/page/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('The words of the desk', () => {
  it('have the same parameters in every language', () => {
    expectTranslations(ARRIVAL, {
      GERMAN: ARRIVAL_GERMAN,
      FRENCH: ARRIVAL_FRENCH,
      SPANISH: ARRIVAL_SPANISH,
    });
    expectTranslations(PAGE, {
      GERMAN: PAGE_GERMAN,
      FRENCH: PAGE_FRENCH,
      SPANISH: PAGE_SPANISH,
    });
  });

  it('have no name twice: the two tables are said as one', () => {
    const names = Object.keys(ARRIVAL);
    expect(Object.keys(PAGE).filter((name) => names.includes(name))).to.deep.equal([]);
  });
});
