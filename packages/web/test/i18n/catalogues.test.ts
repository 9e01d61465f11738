/** What holds of all texts of a language, on every page and in the protocol's catalogues. */

import { expect } from 'chai';
import { type FoundText, textsOf } from '../support/catalogues.js';

/** A mark without its no-break space (U+00A0); a code's own start, `CV1:`, is not French. */
const LOOSE_MARK = /(?<!\u00a0|CV1|[?!])(?:[;!?»%]|:(?=\s|$))|«(?!\u00a0)|\u202f/u;
const SPANISH_TU =
  /(?<!\p{L})(?:tú|tus?|ti|te|contigo|tuy[oa]s?|eres|puedes|tienes|quieres|necesitas|recibes)(?!\p{L})/iu;
const FRENCH_TU = /(?<!\p{L})(?:tu|toi|ton|tes|t’\p{L}+)(?!\p{L})/iu;
const GERMAN_DU = /(?<!\p{L})(?:du|dir|dich|dein\p{L}*|euch|euer\p{L}*|eure\p{L}*)(?!\p{L})/iu;
/** "Freier Tag" would be a day off; the home space has one name. */
const GERMAN_OTHER_WORDS = /freie[rnms]? Tag|Gratis-Tag|Home-?Space|Heim-?Space|Heimatspace/iu;

function breaking(texts: readonly FoundText[], rule: RegExp): readonly string[] {
  return texts.filter(({ text }) => rule.test(text)).map(({ at, text }) => `${at}: ${text}`);
}

describe('The catalogues of all pages', () => {
  it('in French hold a mark and its word together with a no-break space', async () => {
    const texts = await textsOf('french');
    expect(texts.length).to.be.greaterThan(800);
    expect(breaking(texts, LOOSE_MARK)).to.deep.equal([]);
  });

  it('in French say vous', async () => {
    expect(breaking(await textsOf('french'), FRENCH_TU)).to.deep.equal([]);
  });

  it('in Spanish say usted', async () => {
    const texts = await textsOf('spanish');
    expect(texts.length).to.be.greaterThan(800);
    expect(breaking(texts, SPANISH_TU)).to.deep.equal([]);
  });

  it('in German say neither du nor ihr', async () => {
    const texts = await textsOf('german');
    expect(texts.length).to.be.greaterThan(800);
    expect(breaking(texts, GERMAN_DU)).to.deep.equal([]);
  });

  it('in German say Gratistag and Heimat-Space', async () => {
    expect(breaking(await textsOf('german'), GERMAN_OTHER_WORDS)).to.deep.equal([]);
  });

  it('would show a mark without its space', () => {
    for (const text of [
      'Prêt : oui',
      'Prêt: oui',
      'Ouvert ?',
      '« oui\u00a0»',
      '50 %',
      'a\u202f;',
    ]) {
      expect(breaking([{ at: 'x', text }], LOOSE_MARK)).to.deep.equal([`x: ${text}`]);
    }
    expect(breaking([{ at: 'x', text: 'https://x\u00a0?!' }], LOOSE_MARK)).to.deep.equal([]);
  });
});
