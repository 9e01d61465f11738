import { expect } from 'chai';
import { BREAKAGES } from '../../dist/breakages/index.js';
import { INVARIANTS } from '../../dist/invariants/index.js';
import { readDocument, withInvariants, withResults } from '../../dist/report/document.js';

const BREAKAGE = { name: 'limit', sentence: 'has none', file: 'node/dist/a.js', from: '', to: '' };

describe('The documentation of the simulator', () => {
  it('gets its table of breakages in the place of the one before', () => {
    const before = 'Head\n<!-- breakages -->\nold\n<!-- end of breakages -->\nfoot\n';
    const by = { seed: '3', invariants: ['limits', 'growth'], text: 'four of three' };
    const results = [
      { breakage: BREAKAGE, by, seeds: 3 },
      { breakage: { ...BREAKAGE, name: 'other' }, by: null, seeds: 200 },
    ];
    expect(withResults(before, results)).to.equal(
      [
        'Head',
        '<!-- breakages -->',
        '| breakage | the broken engine | noticed at seed |',
        '|---|---|---|',
        '| `limit` | has none | 3, by `limits`, `growth` |',
        '| `other` | has none | not noticed |',
        '<!-- end of breakages -->',
        'foot',
        '',
      ].join('\n'),
    );
  });

  it('is refused without the marks of a part', () => {
    expect(() => withResults('Head\n<!-- breakages -->', [])).to.throw(RangeError, 'expected');
  });

  it('names every invariant in its sentence (npm run sim -- document)', () => {
    expect(withInvariants(readDocument(), INVARIANTS)).to.equal(readDocument());
  });

  it('tells of every breakage what noticed it (npm run sim -- breakages)', () => {
    const rows = readDocument().match(/^\| `[a-z-]+` \|.*$/gmu) ?? [];
    expect(rows.map((row) => row.split('`')[1])).to.deep.equal(BREAKAGES.map(({ name }) => name));
    expect(rows.filter((row) => row.includes('not noticed'))).to.deep.equal([]);
  });
});
