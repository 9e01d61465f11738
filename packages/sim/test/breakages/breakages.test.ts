import { expect } from 'chai';
import { BREAKAGES } from '../../dist/breakages/index.js';
import { broken, builtText } from '../../dist/breakages/patched-tree.js';

const LIMIT = { name: 'limit', sentence: 'has none', file: 'node/dist/limit.js' };

describe('A breakage', () => {
  it('puts its text in the place of what it breaks, as it stands', () => {
    const breakage = { ...LIMIT, from: 'if (left < need)', to: 'if ($& && $1)' };
    expect(broken('a;\nif (left < need)\n  b;', breakage)).to.equal('a;\nif ($& && $1)\n  b;');
  });

  it('says so when what it breaks is not there, or there twice', () => {
    const breakage = { ...LIMIT, from: 'no;', to: '' };
    expect(() => broken('yes;', breakage)).to.throw(
      RangeError,
      'limit: expected its text once in node/dist/limit.js, got 0 times',
    );
    expect(() => broken('no;no;', breakage)).to.throw(RangeError, 'got 2 times');
  });

  it('has a name of its own', () => {
    const names = BREAKAGES.map(({ name }) => name);
    expect([...new Set(names)]).to.deep.equal(names);
    expect(names.length).to.be.at.least(15);
  });

  for (const breakage of BREAKAGES) {
    it(`is possible still: ${breakage.name}`, () => {
      const text = builtText(breakage);
      expect(broken(text, breakage)).not.to.equal(text);
    });
  }
});
