/** The contract of the methods that erase whose a record was, once its visa year is over. */

import { isNamed, type Store } from '@covisa/store';
import { expect } from 'chai';
import { date, fill, melbourne, member, range, refusal, visit } from '../support/makers.js';

const ALL = [date('2000-01-01'), date('2099-12-31')] as const;

export function erasingContract(store: () => Store): void {
  it('Visits of a visa year that is over are erased to numbers; the others stay whole.', async () => {
    const over = visit('a', { visaUntil: date('2026-11-01'), voidIndex: 5 });
    const later = visit('b', { visaUntil: date('2026-11-02') });
    await store().putVisits([over, later]);
    expect(await store().eraseVisitNames(date('2026-10-31'), 9)).to.equal(0);
    expect(await store().visit('a')).to.deep.equal(over);
    expect(await store().eraseVisitNames(date('2026-11-01'), 9)).to.equal(1);
    const { home, venue, programme } = over;
    expect(await store().visit('a')).to.deep.equal({
      ...{ id: 'a', home, venue, programme, roster: 3, date: '2026-05-11' },
      ...{ kind: 'paid', weight: 0.5, recorded: 1_778_457_600, amount: 4500 },
      ...{ visaNumber: null, visaUntil: null, displayName: null, note: null },
      ...{ k: 0, seal: '', incarnation: 0, index: 0, voidIndex: 5 },
    });
    expect(await store().visits(...ALL)).to.have.length(2);
    expect(await store().visitsByVisaNumber(fill(7, 16))).to.deep.equal([later]);
    expect(await store().eraseVisitNames(date('2026-11-01'), 9)).to.equal(0);
  });

  it('No more than the count are erased at once.', async () => {
    await store().putVisits(['a', 'b', 'c'].map((id) => visit(id)));
    await store().putRefusals(['a', 'b', 'c'].map((id) => refusal(id)));
    const until = date('2027-01-01');
    for (const erased of [2, 1, 0]) {
      expect(await store().eraseVisitNames(until, 2)).to.equal(erased);
      expect(await store().eraseRefusalNames(until, 2)).to.equal(erased);
    }
    const records = [...(await store().visits(...ALL)), ...(await store().refusals(...ALL))];
    expect(records.filter(isNamed)).to.deep.equal([]);
    expect(records).to.have.length(6);
  });

  it('Refusals are erased to what the log says.', async () => {
    const over = refusal('a', { visaUntil: date('2026-11-01'), index: 4 });
    const later = refusal('b', { visaUntil: date('2026-11-02'), index: 5 });
    await store().putRefusals([over, later]);
    expect(await store().eraseRefusalNames(date('2026-11-01'), 9)).to.equal(1);
    const { home, venue, programme } = over;
    expect(await store().refusals(...ALL)).to.deep.equal([
      {
        ...{ id: 'a', home, venue, programme, roster: 3, date: '2026-05-11', reason: 'full' },
        ...{ recorded: 1_778_457_600, visaUntil: null, visaNumber: null, displayName: null },
        ...{ note: null, recordedBy: null, index: 4 },
      },
      later,
    ]);
  });

  it('What waited to be published and was erased waits no more.', async () => {
    await store().putVisits([visit('a', { index: null })]);
    await store().putRefusals([refusal('a')]);
    await store().eraseVisitNames(date('2027-01-01'), 9);
    await store().eraseRefusalNames(date('2027-01-01'), 9);
    expect(await store().pendingVisits()).to.deep.equal([]);
    expect(await store().pendingRefusals()).to.deep.equal([]);
  });

  it('Of one visa number all is erased at once, and of others nothing.', async () => {
    const other = { visaNumber: fill(8, 16) };
    await store().putVisits([visit('a'), visit('b'), visit('c', other)]);
    await store().putRefusals([refusal('a', { visaNumber: fill(7, 16) }), refusal('c', other)]);
    await store().ingestRanges([range(melbourne(), 0, [])]);
    const memo = { ...melbourne(), index: 0, outcome: fill(1, 3) };
    for (const number of [fill(7, 16), fill(8, 16)]) {
      await store().rememberStampChecks(number, date('2027-01-01'), [memo]);
    }
    const erase = (byte: number) => store().eraseNamesOf(fill(byte, 16));
    expect(await erase(7)).to.deep.equal({ visits: 2, refusals: 1 });
    expect(await erase(7)).to.deep.equal({ visits: 0, refusals: 0 });
    expect(await erase(9)).to.deep.equal({ visits: 0, refusals: 0 });
    const records = [...(await store().visits(...ALL)), ...(await store().refusals(...ALL))];
    expect(records).to.have.length(5);
    expect(records.filter(isNamed)).to.deep.equal([visit('c', other), refusal('c', other)]);
    expect(await store().stampChecks(fill(7, 16))).to.deep.equal([]);
    expect(await store().stampChecks(fill(8, 16))).to.deep.equal([memo]);
  });

  it('Checks go with the visa year of their number, those put last deciding which.', async () => {
    await store().ingestRanges([range(melbourne(), 0, [])]);
    const memo = { ...melbourne(), index: 0, outcome: fill(1, 3) };
    await store().rememberStampChecks(fill(1, 16), date('2026-11-01'), [memo]);
    await store().rememberStampChecks(fill(2, 16), date('2026-11-01'), [memo]);
    await store().rememberStampChecks(fill(2, 16), date('2026-11-02'), [memo]);
    await store().dropStampChecksUntil(date('2026-10-31'));
    expect(await store().stampChecks(fill(1, 16))).to.deep.equal([memo]);
    await store().dropStampChecksUntil(date('2026-11-01'));
    expect(await store().stampChecks(fill(1, 16))).to.deep.equal([]);
    expect(await store().stampChecks(fill(2, 16))).to.deep.equal([memo]);
  });

  it('A member is found by the first end of a visa year of its numbers.', async () => {
    // Present years that end on 2027-01-01, and on 1 March after one that began on a 29 February.
    const earlier = member('d');
    const present = member('b', { earlier: [] });
    const leap = member('c', { earlier: [], visaYearStart: date('2028-02-29') });
    await store().putMembers([leap, present, earlier]);
    const ids = async (until: string, countMax = 9) => {
      const found = await store().membersWithNumbersUntil(date(until), countMax);
      return found.map(({ id }) => id).join('');
    };
    expect(await ids('2025-12-31')).to.equal('');
    expect(await ids('2026-01-01')).to.equal('d');
    expect(await ids('2027-01-01')).to.equal('db');
    expect(await ids('2029-02-28')).to.equal('db');
    expect(await ids('2029-03-01')).to.equal('dbc');
    expect(await ids('2029-03-01', 2)).to.equal('db');
    await store().putMembers([{ ...earlier, earlier: [] }]);
    expect(await ids('2026-12-31')).to.equal('');
    expect(await ids('2027-01-01')).to.equal('bd');
    expect(await store().membersWithNumbersUntil(date('2027-01-01'), 1)).to.deep.equal([present]);
  });
}
