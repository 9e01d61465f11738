/** The words of the protocol, by the language of the page. */

import { DEFAULT_TERMS, describeTerms } from '@covisa/protocol';
import { expect } from 'chai';
import { LANGUAGES } from '../../dist/i18n/languages.js';
import { loadTokenWords } from '../../dist/i18n/token-words.js';
import { loadVerdictWords } from '../../dist/i18n/verdict-words.js';

describe('the words of the protocol', () => {
  it('verdicts and terms are said in the language of the page', async () => {
    const catalogues = await Promise.all(LANGUAGES.map(loadVerdictWords));
    expect(catalogues.map((one) => describeTerms(DEFAULT_TERMS, one)[0])).to.deep.equal([
      '3 free days at each space in the visa year.',
      '3 Gratistage in jedem Space im Visumsjahr.',
      '3 jours gratuits dans chaque espace au cours de l’année de visa.',
      '3 días gratis en cada espacio en el año de visado.',
    ]);
  });

  it('what to do about a token is said in the language of the page', async () => {
    const words = await Promise.all(LANGUAGES.map(loadTokenWords));
    expect(words.map(({ NOT_FOUND }) => NOT_FOUND)).to.deep.equal([
      'The check is too old. It is older than 15 minutes. Scan the code again.',
      'Die Prüfung ist zu alt. Sie ist älter als 15 Minuten. Bitte den Code noch einmal scannen.',
      'La vérification est trop ancienne. Elle date de plus de 15 minutes. Scannez à nouveau le code.',
      'La comprobación es demasiado antigua. Tiene más de 15 minutos. Escanee el código de nuevo.',
    ]);
  });
});
