/** Lists of members: read as people have them, and written so that spreadsheets do no harm. */

import { parseCalendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { readMembers, unknownHeads } from '../../dist/http/csv/reading.js';
import { writeMembers } from '../../dist/http/csv/writing.js';
import { codeOf } from '../support/errors.js';
import { MEMBER } from './support/home-double.js';

const date = parseCalendarDate;

describe('A list of members', () => {
  it('is read with commas, semicolons or tabs, with a byte order mark or without', () => {
    const expected = {
      line: 2,
      fields: {
        ...{ name: 'Mei, Lin', displayName: 'Mei L.', contact: 'mei@example.org', plan: 'full' },
        ...{ since: date('2024-09-15'), paidUntil: date('2026-12-31'), isStatic: true },
      },
      problem: null,
      path: null,
    };
    const heads = ['Name', 'Display-Name', 'E-Mail', 'plan', 'since', 'PAID UNTIL', 'card'];
    const cells = ['"Mei, Lin"', 'Mei L.', 'mei@example.org', 'full', '2024-09-15', '31.12.2026'];
    for (const [mark, bom, end] of [
      [',', '', '\n'],
      [';', '\ufeff', '\r\n'],
      ['\t', '\ufeff', '\n'],
    ] as const) {
      const csv = `${bom}${heads.join(mark)}${end}${[...cells, 'Yes'].join(mark)}${end}${end}`;
      expect(readMembers(csv), mark).to.deep.equal([expected]);
    }
  });

  it('says nothing by empty cells, columns of others and rows of nothing', () => {
    const csv = 'locker,name,plan,contact\n7,Mei,,\n,,,\n8,Ned,flex';
    expect(readMembers(csv).map(({ line, fields }) => [line, fields])).to.deep.equal([
      [2, { name: 'Mei' }],
      [4, { name: 'Ned', plan: 'flex' }],
    ]);
  });

  it('tells the heads that it passes over', () => {
    const csv = 'Name;E-Mail;Tarif;;status;E-Mail-Adresse\nMei;;;;;';
    expect(unknownHeads(csv)).to.deep.equal(['Tarif', 'E-Mail-Adresse']);
  });

  it('names the line and the column of what cannot be read, and reads on', () => {
    const csv =
      'name,plan,paid until,card\nMei,full,2026-02-30,\n,full,,\nNed,flex,,maybe\nOla,flex,,';
    expect(readMembers(csv).map(({ line, path }) => [line, path])).to.deep.equal([
      [2, 'paidUntil'],
      [3, 'name'],
      [4, 'isStatic'],
      [5, null],
    ]);
  });

  it('that is no such list, or too much, is refused whole', () => {
    const codes = [
      '',
      'plan,contact\nfull,x',
      'name,e-mail,contact\nMei,a,b',
      'name\n"Mei',
      `name\n"${'x'.repeat(20_000)}"`,
      `name\n${'Mei\n'.repeat(5001)}`,
    ].map((csv) => codeOf(() => readMembers(csv)));
    expect(codes).to.deep.equal(Array(6).fill('REQUEST_INVALID'));
    expect(readMembers(`name\n${'Mei\n'.repeat(5000)}`)).to.have.length(5000);
  });

  it('holds heads that mean something to a program as text', () => {
    const csv = '__proto__,name,constructor\nx,toString,y';
    expect(readMembers(csv)[0]?.fields).to.deep.equal({ name: 'toString' });
  });

  it('is written with heads, a byte order mark, and formulas that do not calculate', () => {
    const evil = { ...MEMBER, name: '=HYPERLINK("http://a.example")', contact: '+49 30 1' };
    expect(writeMembers([evil])).to.equal(
      [
        '\ufeffname,display name,mail address,plan,since,paid until,card,status',
        `"'=HYPERLINK(""http://a.example"")",Mei L.,'+49 30 1,full,2026-05-12,,no,active`,
        '',
      ].join('\r\n'),
    );
  });

  it('is written so that no part of a cell calculates where semicolons or tabs divide', () => {
    const names: readonly (readonly [name: string, cell: string])[] = [
      ['x;=1+2;y', `"x;'=1+2;y"`],
      ['x\t=1', `"x\t'=1"`],
      ['x\n+1', `"x\n'+1"`],
      ['x; "=1"', `"x; ""'=1"""`],
      [' =1', `" '=1"`],
      ['\u200b@SUM(A1)', `\u200b'@SUM(A1)`],
      ['\ufeff-1', `"\ufeff'-1"`],
      ['\u22121', `'\u22121`],
      ['\uff1d1', `'\uff1d1`],
      ["'=1", `''=1`],
      ['a=b-c', 'a=b-c'],
      ["O'=Hara; 'x", `"O'=Hara; 'x"`],
    ];
    for (const [name, cell] of names) {
      const csv = writeMembers([{ ...MEMBER, name, contact: null }]);
      expect(csv.split('\r\n')[1], name).to.equal(`${cell},Mei L.,,full,2026-05-12,,no,active`);
      expect(readMembers(csv)[0]?.fields.name, name).to.equal(name);
    }
  });

  it('that was written is read as it was, whatever stands in it', () => {
    const some = fc.constantFrom(...'=+-@\u2212\uff1d;\t\n\r"\'\u200b\ufeff, ax');
    const text = fc.string({ unit: some, minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, (middle) => {
        const name = `${middle}z`;
        const csv = writeMembers([{ ...MEMBER, name }]);
        expect(readMembers(csv)[0]?.fields.name).to.equal(name);
      }),
    );
  });

  it('that was written is read as it was', () => {
    const odd = { ...MEMBER, name: '@Mei "the\nfirst";', contact: '-1', displayName: null };
    const [row] = readMembers(writeMembers([odd]));
    expect(row?.fields).to.deep.equal({
      ...{ name: odd.name, contact: '-1', plan: 'full', since: MEMBER.since, isStatic: false },
    });
  });
});
