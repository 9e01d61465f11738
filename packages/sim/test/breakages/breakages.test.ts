import { expect } from 'chai';
import { BREAKAGES } from '../../dist/breakages/index.js';
import { broken, brokenFiles } from '../../dist/breakages/patched-tree.js';
import { CHECKED } from '../../dist/invariants/index.js';

const LIMIT = { file: 'node/dist/limit.js' };

describe('A breakage', () => {
  it('puts its text in the place of what it breaks, as it stands', () => {
    const edit = { ...LIMIT, from: 'if (left < need)', to: 'if ($& && $1)' };
    expect(broken('limit', 'a;\nif (left < need)\n  b;', edit)).to.equal('a;\nif ($& && $1)\n  b;');
  });

  it('says so when what it breaks is not there, or there twice', () => {
    const edit = { ...LIMIT, from: 'no;', to: '' };
    expect(() => broken('limit', 'yes;', edit)).to.throw(
      RangeError,
      'limit: expected its text once in node/dist/limit.js, got 0 times',
    );
    expect(() => broken('limit', 'no;no;', edit)).to.throw(RangeError, 'got 2 times');
  });

  it('has a name of its own', () => {
    const names = BREAKAGES.map(({ name }) => name);
    expect([...new Set(names)]).to.deep.equal(names);
    expect(names.length).to.be.at.least(28);
  });

  it('is meant for an invariant that there is, and each has one', () => {
    const meant = new Set(BREAKAGES.map(({ by }) => by));
    expect([...meant].sort()).to.deep.equal([...CHECKED].sort());
  });

  for (const breakage of BREAKAGES) {
    it(`is possible still: ${breakage.name}`, () => {
      const files = brokenFiles(breakage);
      expect([...files.keys()]).to.include(breakage.file);
    });
  }
});
