/** What the scanner says, in all languages, and what keeps a camera from being used. */

import { expect } from 'chai';
import { cameraProblem } from '../../dist/scan/camera.js';
import { ENGLISH } from '../../dist/scan/words/english.js';
import { FRENCH } from '../../dist/scan/words/french.js';
import { GERMAN } from '../../dist/scan/words/german.js';
import { SPANISH } from '../../dist/scan/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('The words of the scanner', () => {
  it('have the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });

  it('tell a camera that is not allowed from one that is missing or in use', () => {
    expect(cameraProblem('NotAllowedError')).to.equal('denied');
    expect(cameraProblem('NotFoundError')).to.equal('missing');
    expect(cameraProblem('NotReadableError')).to.equal('busy');
    expect(cameraProblem('OverconstrainedError')).to.equal('missing');
  });
});
