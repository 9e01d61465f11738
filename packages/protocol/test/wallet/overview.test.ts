/** How a wallet reads what a home sends. */

import { parseWalletOverview } from '@covisa/protocol';
import { expect } from 'chai';
import { codeOf } from '../support/errors.js';
import { input, visit } from '../terms/support.js';
import { overviewOf } from './overviews.js';

const sent = overviewOf(
  input({ allowances: [] }, { usage: [visit('2027-05-03')], homeAtHost: [] }),
);

function read(changes: object) {
  return parseWalletOverview(JSON.parse(JSON.stringify({ ...sent, ...changes })));
}

describe('An overview', () => {
  it('is read as it was written', () => {
    expect(read({})).to.deep.equal(sent);
  });

  it('of a hostile home is refused: what is missing, misshapen, or too much', () => {
    expect(codeOf(() => read({ days: undefined }))).to.equal('SHAPE_INVALID');
    expect(codeOf(() => read({ visa: '<b>' }))).to.equal('SHAPE_INVALID');
    expect(codeOf(() => read({ now: 1e12 }))).to.equal('SHAPE_INVALID');
    const days = Array(5001).fill(sent.days[0]);
    expect(codeOf(() => read({ days }))).to.equal('SHAPE_INVALID');
  });

  it('loses listings and programmes that cannot be read, and keeps the others', () => {
    const [listing] = sent.directory;
    const [programme] = sent.programmes;
    const script = { ...listing, site: 'javascript:alert(1)' };
    expect(read({ directory: [script, listing] }).directory).to.deep.equal([listing]);
    const later = { ...programme, terms: { surprise: 1 } };
    expect(read({ programmes: [later, programme] }).programmes).to.deep.equal([programme]);
    expect(read({ directory: Array(10_001).fill(listing) }).directory).to.have.length(10_000);
  });

  it('may say more than this version knows', () => {
    expect(read({ later: true })).to.deep.equal(sent);
  });
});
