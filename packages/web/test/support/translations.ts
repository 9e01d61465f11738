/** What holds of every page's catalogue: each language uses the parameters that English uses. */

import { expect } from 'chai';
import type { Phrase, Table, Translation } from '../../dist/i18n/words.js';

function parameters(phrase: Phrase): readonly string[] {
  const forms = typeof phrase === 'string' ? [phrase] : Object.values(phrase);
  const named = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name));
  return [...new Set(named)].filter((name) => name !== undefined).sort();
}

/**
 * Expects each table to have English's names, texts that are not empty, and English's parameters.
 */
export function expectTranslations<T extends Table>(
  english: T,
  others: Readonly<Record<string, Translation<T>>>,
): void {
  const names = Object.keys(english).sort();
  for (const [language, table] of Object.entries(others)) {
    expect(Object.keys(table).sort(), language).to.deep.equal(names);
    for (const name of names) {
      const [phrase, original] = [table[name], english[name]];
      if (phrase === undefined || original === undefined) throw new Error(`${name}: missing`);
      expect(parameters(phrase), `${language} ${name}`).to.deep.equal(parameters(original));
      const forms = typeof phrase === 'string' ? [phrase] : Object.values(phrase);
      expect(
        forms.every((form) => form.trim() !== ''),
        `${language} ${name}`,
      ).to.equal(true);
    }
  }
}
