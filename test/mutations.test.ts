/** How checks are taken out of a text, for docs/mutations.md. */

import { expect } from 'chai';
import { editsOf } from '#scripts/mutations/mutators.js';
import { editsForRule } from '#scripts/mutations/places.js';
import { parseSource } from '#scripts/mutations/syntax.js';

/** The text with each of its mutations. */
function mutants(text: string): readonly string[] {
  return editsOf(parseSource(text), text).map(
    ({ start, end, by }) => `${text.slice(0, start)}${by}${text.slice(end)}`,
  );
}

describe('A mutation', () => {
  it('takes out a statement that checks, and each side of one that chooses', () => {
    expect(mutants('if (a > 1) throw new RangeError(b ? c : d);')).to.deep.equal(['{}']);
    expect(mutants('checkNumber(a);')).to.deep.equal(['{}']);
    expect(mutants('if (a) b(); else c();')).to.deep.equal([
      'if (true) b(); else c();',
      'if (false) b(); else c();',
      'if (a) {} else c();',
      'if (a) b(); else {}',
    ]);
  });

  it('takes out each operand, at any depth', () => {
    expect(mutants('const x = f(a && (b || c));')).to.deep.equal([
      'const x = f((b || c));',
      'const x = f((a));',
      'const x = f(a && ((c)));',
      'const x = f(a && ((b)));',
    ]);
  });

  it('takes out bounds, filters, items and parts of what is hashed', () => {
    expect(mutants('const x = Math.min(a, 8);')).to.deep.equal([
      'const x = (a);',
      'const x = (8);',
    ]);
    expect(mutants('const x = a.filter(f);')).to.deep.equal(['const x = a;']);
    expect(mutants('const x = [...a, b];')).to.deep.equal(['const x = [b];', 'const x = [...a];']);
    expect(mutants('const x = concatBytes(a, b);')).to.deep.equal([
      'const x = concatBytes(b);',
      'const x = concatBytes(a);',
    ]);
  });

  it('answers yes, and no, in the place of what answers either', () => {
    expect(mutants('const f = (a: number): boolean => a < 3;')).to.deep.equal([
      'const f = (a: number): boolean => true;',
      'const f = (a: number): boolean => false;',
    ]);
  });

  it('leaves alone what checks nothing', () => {
    expect(mutants('const x: A | B = new Map([[1, a && b]]);')).to.deep.equal([]);
  });

  it('is made of what stands below the comment of a rule, up to the next one', () => {
    const path = 'packages/protocol/src/visa/claims.ts';
    const rule = { id: 'VISA-2', sentence: '', path, isCheck: true, code: undefined };
    expect(editsForRule(rule).map(({ label }) => label)).to.deep.equal([
      "`if (claims.expiresAt <= claims.issuedAt) throw misfit('an expiry after the issue time');` removed",
    ]);
  });
});
