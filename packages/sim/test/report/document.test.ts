import { expect } from 'chai';
import { BREAKAGES } from '../../dist/breakages/index.js';
import { CHECKED, INVARIANTS } from '../../dist/invariants/index.js';
import {
  readDocument,
  rememberedSeeds,
  withCoverage,
  withInvariants,
  withResults,
} from '../../dist/report/document.js';

const EDIT = { file: 'node/dist/a.js', from: '', to: '' };
const BREAKAGE = { name: 'limit', sentence: 'has none', by: 'limits', ...EDIT };

describe('The documentation of the simulator', () => {
  it('gets its table of breakages in the place of the one before', () => {
    const before = 'Head\n<!-- breakages -->\nold\n<!-- end of breakages -->\nfoot\n';
    const options = { spacesMax: 3, lie: 'fork' } as const;
    const third = { ...BREAKAGE, name: 'third', options };
    const by = { seed: '3', invariants: ['limits', 'growth'], text: 'four of three' };
    const results = [
      { breakage: BREAKAGE, by, seeds: 3 },
      { breakage: { ...BREAKAGE, name: 'other' }, by: null, seeds: 200 },
      { breakage: third, by: { seed: '12', invariants: ['growth'], text: '' }, seeds: 12 },
    ];
    expect(withResults(before, results)).to.equal(
      [
        'Head',
        '<!-- breakages -->',
        '| breakage | the broken engine | noticed at seed |',
        '|---|---|---|',
        '| `limit` | has none | 3, by `limits`, `growth` |',
        '| `other` | has none | not noticed |',
        '| `third` | has none | 12 with `--spaces 3 --lie fork`, by `growth` |',
        '<!-- end of breakages -->',
        'foot',
        '',
      ].join('\n'),
    );
  });

  it('tells again at which seed a breakage was noticed', () => {
    const rows = [
      '| `limit` | has | none | 3, by `limits`, `growth` |',
      '| `other` | has none | not noticed |',
      '| `third` | has none | 12 with `--spaces 3`, by `growth` |',
      '| `limits` | `limit` |',
    ];
    const expected = [
      ['limit', 3],
      ['third', 12],
    ];
    expect([...rememberedSeeds(rows.join('\n'))]).to.deep.equal(expected);
  });

  it('is refused without the marks of a part', () => {
    expect(() => withResults('Head\n<!-- breakages -->', [])).to.throw(RangeError, 'expected');
  });

  it('names every invariant in its sentence (npm run sim -- document)', () => {
    expect(withInvariants(readDocument(), INVARIANTS)).to.equal(readDocument());
  });

  it('names what each invariant has to notice (npm run sim -- document)', () => {
    expect(withCoverage(readDocument(), CHECKED, BREAKAGES)).to.equal(readDocument());
  });

  it('tells of every breakage what noticed it (npm run sim -- breakages)', () => {
    const table = readDocument().split(/<!-- (?:end of )?breakages -->/u)[1] ?? '';
    const rows = table.match(/^\| `[a-z-]+` \|.*$/gmu) ?? [];
    for (const [at, { by }] of BREAKAGES.entries()) expect(rows[at]).to.include(`by \`${by}\``);
    expect(rows.map((row) => row.split('`')[1])).to.deep.equal(BREAKAGES.map(({ name }) => name));
    expect(rows.filter((row) => row.includes('not noticed'))).to.deep.equal([]);
  });
});
