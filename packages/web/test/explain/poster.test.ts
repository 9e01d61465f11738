/** The link of a poster, and the words of the explaining pages. */

import { expect } from 'chai';
import { parsePoster } from '../../dist/explain/poster.js';
import { ENGLISH } from '../../dist/explain/words/english.js';
import { FRENCH } from '../../dist/explain/words/french.js';
import { GERMAN } from '../../dist/explain/words/german.js';
import { SPANISH } from '../../dist/explain/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

const SPACE = `B${'A'.repeat(42)}`;

describe('The explaining pages', () => {
  it('read space and venue from a poster’s link', () => {
    expect(parsePoster(`${SPACE}.main`)).to.deep.equal({ space: SPACE, venue: 'main' });
  });

  it('take nothing else for a poster', () => {
    for (const text of ['', SPACE, `${SPACE}.`, 'short.main', `${SPACE}A.main`]) {
      expect(parsePoster(text), text).to.equal(null);
    }
  });

  it('have the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
