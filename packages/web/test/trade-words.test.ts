/** The trade's words: one thing has one name in each language, on all pages. */

import { readdirSync } from 'node:fs';
import { expect } from 'chai';

type Language = 'english' | 'german' | 'french' | 'spanish';
type Table = Readonly<Record<string, unknown>>;

const DIST = new URL('../dist/', import.meta.url);

/** How each word is called. Where English has it, the others must have it. */
const TRADE: readonly Readonly<Record<Language, RegExp>>[] = [
  { english: /\bvisas?\b/iu, german: /vis(?:um|a)/iu, french: /\bvisas?\b/iu, spanish: /visa/iu },
  {
    english: /\bowner/iu,
    german: /leitung/iu,
    french: /gestion|gèr|gér/iu,
    spanish: /dire|diri/iu,
  },
  {
    ...{ english: /\bprogrammes?\b/iu, german: /programm/iu },
    ...{ french: /programme/iu, spanish: /programa/iu },
  },
  {
    ...{ english: /\bwallets?\b/iu, german: /wallet/iu },
    ...{ french: /portefeuille/iu, spanish: /cartera/iu },
  },
  {
    ...{ english: /\bposters?\b/iu, german: /plakat|aushang/iu },
    ...{ french: /affiche/iu, spanish: /cartel/iu },
  },
  {
    ...{ english: /\bcourtes(?:y|ies)\b/iu, german: /kulan/iu },
    ...{ french: /offert|gracieu/iu, spanish: /cortes/iu },
  },
  { english: /\bvenues?\b/iu, german: /standort/iu, french: /\blieux?\b/iu, spanish: /local/iu },
  {
    ...{ english: /\bfree days?\b/iu, german: /gratistag|frei/iu },
    ...{ french: /gratuit/iu, spanish: /grat(?:is|uit)/iu },
  },
  {
    ...{ english: /\brecovery (?:key|words)\b/iu, german: /wiederherstellung/iu },
    ...{ french: /récupération/iu, spanish: /recuperación/iu },
  },
];

/** Phrases that mean something else by the word, or need not repeat it. */
const EXCEPT: ReadonlySet<string> = new Set([
  // Courtesy as in manners.
  'german explain/words step2',
  'french explain/words step2',
  // “Ihn”, of the field's own heading.
  'german console/settings/words venueNameHint',
]);

/** The phrases of a part's catalogue, plural forms after a dot; without their parameters. */
async function phrasesOf(part: string, language: Language): Promise<ReadonlyMap<string, string>> {
  const module: Table = await import(new URL(`${part}/${language}.js`, DIST).href);
  const found = new Map<string, string>();
  for (const table of Object.values(module) as readonly Table[]) {
    for (const [name, phrase] of Object.entries(table)) {
      const forms = typeof phrase === 'string' ? { '': phrase } : (phrase as Table);
      const text = Object.values(forms).join(' | ');
      found.set(name, text.replace(/\{\w+\}/gu, ''));
    }
  }
  return found;
}

describe('The trade’s words', () => {
  const parts = readdirSync(DIST, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/english.js'))
    .map((path) => path.slice(0, -'/english.js'.length));

  it('are looked for in every part of the pages', () => {
    expect(parts).to.include.members(['wallet/words', 'desk/words/page', 'console/words']);
    expect(parts.length).to.be.at.least(20);
  });

  for (const language of ['german', 'french', 'spanish'] as const) {
    it(`are the same everywhere in ${language}`, async () => {
      const astray: string[] = [];
      for (const part of parts) {
        const [english, other] = [
          await phrasesOf(part, 'english'),
          await phrasesOf(part, language),
        ];
        for (const [name, text] of english) {
          const said = other.get(name) ?? '';
          const isAstray = TRADE.some(
            (word) => word.english.test(text) && !word[language].test(said),
          );
          if (isAstray && !EXCEPT.has(`${language} ${part} ${name}`)) {
            astray.push(`${part} ${name}: ${text} — ${said}`);
          }
        }
      }
      expect(astray).to.deep.equal([]);
    });
  }

  it('send to the part of the settings by the name that its tab has', async () => {
    const sent = [
      ['session/words', ['deskUnpaired', 'noPeople', 'pairCodeHint'], 'tab-access'],
      ['console/set-up/words', ['donePeople'], 'tab-access'],
      ['console/set-up/words', ['posterOff'], 'tab-desk'],
      ['desk/words/arrival', ['noWelcome'], 'tab-desk'],
    ] as const;
    for (const language of ['english', 'german', 'french', 'spanish'] as const) {
      const tabs = await phrasesOf('console/settings/words', language);
      const settings = (await phrasesOf('console/words', language)).get('settings') ?? '?';
      for (const [part, names, tab] of sent) {
        const phrases = await phrasesOf(part, language);
        for (const name of names) {
          expect(phrases.get(name), `${language} ${part} ${name}`).to.include(settings);
          expect(phrases.get(name), `${language} ${part} ${name}`).to.include(tabs.get(tab) ?? '?');
        }
      }
    }
  });
});
