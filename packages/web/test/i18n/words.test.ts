/** Numbers in the texts of the pages. */

import { expect } from 'chai';
import { fill } from '../../dist/i18n/words.js';

describe('A text', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const reads = (...languages: readonly string[]): void => {
    Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });
  };
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  });

  it('writes numbers as the region of its reader does', () => {
    reads('en', 'de-DE');
    expect(fill('de', '{count} Zeilen', { count: 12_345 })).to.equal('12.345 Zeilen');
    reads('de-AT', 'en');
    expect(fill('de', '{count} Zeilen', { count: 12_345 })).to.equal('12\u00a0345 Zeilen');
  });
});
