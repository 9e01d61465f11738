import { expect } from 'chai';
import { findNamed } from '../../dist/cli/names.js';
import { renamedVenues } from '../../dist/cli/profile.js';

const ADAS = [
  { id: 'x1y2z3', name: 'Ada' },
  { id: 'z3w4v5', name: 'ada' },
];

describe('cli/names', () => {
  it('lists the ids where a name means several, as wrong usage', () => {
    expect(() => findNamed('member', 'Ada', ADAS))
      .to.throw('Give an id instead: Ada (x1y2z3), ada (z3w4v5).')
      .with.property('exitStatus', 2);
    expect(findNamed('member', 'z3w4', ADAS).name).to.equal('ada');
  });

  it('lets venues follow the name of their space, but for those with a name of their own', () => {
    const venues = [{ name: 'Old' }, { name: 'My coworking space' }, { name: 'Harbour hall' }];
    expect(renamedVenues(venues, 'Old', 'New').map(({ name }) => name)).to.deep.equal([
      'New',
      'New',
      'Harbour hall',
    ]);
  });
});
