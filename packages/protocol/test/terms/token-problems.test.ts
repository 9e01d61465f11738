/** What reception reads when a token is refused. */

import { TOKEN_PROBLEM_CODES } from '@covisa/protocol';
import { ENGLISH_PROBLEMS } from '@covisa/protocol/words/english-problems';
import { FRENCH_PROBLEMS } from '@covisa/protocol/words/french-problems';
import { GERMAN_PROBLEMS } from '@covisa/protocol/words/german-problems';
import { SPANISH_PROBLEMS } from '@covisa/protocol/words/spanish-problems';
import { expect } from 'chai';

const LANGUAGES = { ENGLISH_PROBLEMS, GERMAN_PROBLEMS, FRENCH_PROBLEMS, SPANISH_PROBLEMS };

describe('the problems of a token', () => {
  for (const [language, problems] of Object.entries(LANGUAGES)) {
    it(`${language}: every code has a title of at most six words and advice that ends`, () => {
      expect(Object.keys(problems)).to.deep.equal([...TOKEN_PROBLEM_CODES]);
      for (const [code, { title, advice }] of Object.entries(problems)) {
        expect(title.split(' ').length, `${code}: ${title}`).to.be.within(2, 6);
        expect(title, code).not.to.match(/[.!]$/u);
        expect(advice, code).to.match(/^\p{Lu}[^{}]*\.$/u);
        expect(advice.split(/[.!] /u).length, `${code}: ${advice}`).to.be.at.most(2);
      }
    });
  }

  it('says what to do about an expired visa in each language', () => {
    expect(
      Object.values(LANGUAGES).map(({ VISA_EXPIRED: { title, advice } }) => [title, advice]),
    ).to.deep.equal([
      [
        'The visa has expired',
        'Ask the member to go online and open the wallet: it renews the visa by itself. Then scan again.',
      ],
      [
        'Das Visum ist abgelaufen',
        'Bitte mit dem Telefon online gehen und die Wallet öffnen lassen: Sie erneuert das Visum selbst. Danach noch einmal scannen.',
      ],
      [
        'Le visa a expiré',
        'Demandez au membre de se connecter et d’ouvrir son portefeuille : le visa se renouvelle tout seul. Puis scannez à nouveau.',
      ],
      [
        'El visado ha caducado',
        'Pida al miembro que se conecte y abra su cartera: el visado se renueva solo. Después, escanee de nuevo.',
      ],
    ]);
  });
});
