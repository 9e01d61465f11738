import { expect } from 'chai';
import { columnsOf, instant, money, pairs, plain, span, table } from '../../dist/cli/text.js';

describe('cli/text', () => {
  it('aligns columns by what they take in a terminal, numbers at the right', () => {
    const rows = [
      ['Bund Loft 外滩', 2, true],
      ['Yarra Works', 10, null],
    ];
    expect(table(['space', 'days', 'open'], rows, 'none').split('\n')).to.deep.equal([
      'SPACE           DAYS  OPEN',
      'Bund Loft 外滩     2  yes',
      'Yarra Works       10  –',
    ]);
  });

  it('says in a sentence that a table is empty', () => {
    expect(table(['space'], [], 'No spaces yet.')).to.equal('No spaces yet.');
  });

  it('aligns values behind their names', () => {
    expect(
      pairs([
        ['home', 'Yarra Works'],
        ['left here', 2],
      ]),
    ).to.equal('home       Yarra Works\nleft here  2');
  });

  it('takes escape sequences and turned directions out of the names of others', () => {
    expect(plain('a\u001b[31mb\u202ec\nd\u0085e')).to.equal('a [31mb c d e');
  });

  it('counts combining marks as nothing and East Asian characters as two', () => {
    expect([columnsOf('e\u0301'), columnsOf('外滩'), columnsOf('abc')]).to.deep.equal([1, 4, 3]);
  });

  it('writes money with as many digits as its currency has', () => {
    expect([
      money(2500, 'EUR'),
      money(5, 'EUR'),
      money(2500, 'JPY'),
      money(2500, 'KWD'),
    ]).to.deep.equal(['25.00 EUR', '0.05 EUR', '2500 JPY', '2.500 KWD']);
  });

  it('writes instants in UTC, and spans in their largest unit', () => {
    expect(instant(1_778_576_400)).to.equal('2026-05-12 09:00 UTC');
    expect(instant(null)).to.equal(null);
    expect([span(59), span(3600), span(2 * 86_400 + 5)]).to.deep.equal([
      '59 seconds',
      '1 hour',
      '2 days',
    ]);
  });
});
