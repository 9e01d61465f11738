/** The catalogues: complete, alike in their parameters, with a form for every number. */

import { type Catalogue, ENGLISH, reasonSentence, type Text, windowText } from '@covisa/protocol';
import { FRENCH } from '@covisa/protocol/words/french';
import { GERMAN } from '@covisa/protocol/words/german';
import { SPANISH } from '@covisa/protocol/words/spanish';
import { expect } from 'chai';

const LANGUAGES = { GERMAN, FRENCH, SPANISH };
const ALL = [ENGLISH, GERMAN, FRENCH, SPANISH];

/** Every text of a catalogue by its path. */
function textsOf({ reasons, assumptions, phrases, terms }: Catalogue): Map<string, Text> {
  const tables = { reasons, assumptions, phrases, terms: terms.texts, families: terms.families };
  return new Map(
    Object.entries(tables).flatMap(([table, texts]) =>
      Object.entries<Text>(texts).map(([name, text]): [string, Text] => [`${table}.${name}`, text]),
    ),
  );
}

function formsOf(text: Text): readonly string[] {
  if (typeof text === 'string') return [text];
  const { by, ...forms } = text;
  return Object.values(forms).filter((form) => form !== undefined);
}

function parametersOf(text: Text): readonly string[] {
  const found = formsOf(text).flatMap((form) => form.match(/\{\w+\}/gu) ?? []);
  return [...new Set(found)].sort();
}

/** A single word may be the same in two languages. */
function isSentence(text: Text): boolean {
  return typeof text === 'string' && text.includes(' ');
}

describe('the catalogues', () => {
  for (const [language, catalogue] of Object.entries(LANGUAGES)) {
    it(`${language} has every text of English, with the same parameters`, () => {
      const english = textsOf(ENGLISH);
      const own = textsOf(catalogue);
      expect([...own.keys()].sort()).to.deep.equal([...english.keys()].sort());
      for (const [name, text] of own) {
        expect(parametersOf(text), name).to.deep.equal(parametersOf(english.get(name) ?? ''));
        expect(
          formsOf(text).every((form) => form.trim() !== ''),
          name,
        ).to.equal(true);
      }
    });

    it(`${language} leaves no sentence in English`, () => {
      const english = textsOf(ENGLISH);
      const same = [...textsOf(catalogue)].filter(
        ([name, text]) => isSentence(text) && english.get(name) === text,
      );
      expect(same.map(([name]) => name)).to.be.empty;
    });
  }

  it('a text with forms is chosen by one of its own parameters', () => {
    for (const catalogue of ALL) {
      for (const [name, text] of textsOf(catalogue)) {
        if (typeof text !== 'string') {
          expect(parametersOf(text), name).to.include(`{${text.by ?? 'count'}}`);
        }
      }
    }
  });

  it('seven weekdays and twelve months', () => {
    for (const { terms } of ALL) {
      const { weekdays, weekdaysOfMonth, months } = terms;
      expect([weekdays, weekdaysOfMonth, months].map((names) => new Set(names).size)).to.deep.equal(
        [7, 7, 12],
      );
    }
  });
});

describe('plural forms', () => {
  const said = (catalogue: Catalogue) =>
    [0, 1, 2, 5].map((count) =>
      reasonSentence(
        { code: 'COMPANIONS_PAY', rule: 'terms/party', parameters: { count } },
        catalogue,
      ),
    );

  it('0, 1, 2 and 5 in each language', () => {
    expect(said(ENGLISH)).to.deep.equal([
      '0 of those who came along pay.',
      '1 of those who came along pays.',
      '2 of those who came along pay.',
      '5 of those who came along pay.',
    ]);
    expect(said(GERMAN)).to.deep.equal([
      '0 Begleitpersonen zahlen.',
      '1 Begleitperson zahlt.',
      '2 Begleitpersonen zahlen.',
      '5 Begleitpersonen zahlen.',
    ]);
    expect(said(FRENCH)).to.deep.equal([
      '0 accompagnant paie.',
      '1 accompagnant paie.',
      '2 accompagnants paient.',
      '5 accompagnants paient.',
    ]);
    expect(said(SPANISH)).to.deep.equal([
      '0 acompañantes pagan.',
      '1 acompañante paga.',
      '2 acompañantes pagan.',
      '5 acompañantes pagan.',
    ]);
  });

  it('windows', () => {
    const windows = ['P1D', 'P3D', 'P1M', 'P2Y', 'P1M15D'];
    expect(ALL.map((language) => windows.map((one) => windowText(one, language)))).to.deep.equal([
      [
        'within 1 day',
        'within 3 days',
        'within 1 month',
        'within 2 years',
        'within 1 month and 15 days',
      ],
      [
        'innerhalb von 1 Tag',
        'innerhalb von 3 Tagen',
        'innerhalb von 1 Monat',
        'innerhalb von 2 Jahren',
        'innerhalb von 1 Monat und 15 Tagen',
      ],
      ['1 jour', '3 jours', '1 mois', '2 ans', '1 mois et 15 jours'].map(
        (one) => `par période de ${one}`,
      ),
      ['1 día', '3 días', '1 mes', '2 años', '1 mes y 15 días'].map(
        (one) => `en un periodo de ${one}`,
      ),
    ]);
  });
});
