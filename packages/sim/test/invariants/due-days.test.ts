import { type CalendarDate, calendarDate, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { DUE_DAYS } from '../../dist/invariants/due-days.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, saidOf, visit, visitsOf } from './support/played.js';

const ONE_DAY: Terms = {
  allowances: [{ days: 1, count: 'programme', window: 'visa-year' }],
  after: { kind: 'regular' },
};
const NOT_ASKED = { asks: false };

describe('No free day is denied that the terms leave', () => {
  it('though one is that is used, and one again that was undone', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(
      play,
      visit(0, 1, NOT_ASKED),
      visit(0, 2, NOT_ASKED),
      { at: 0, kind: 'void', host: 1 },
      visit(0, 2, NOT_ASKED),
    );
    const shown = visitsOf(play).map((one) => [one.visit.kind, one.denied, one.state]);
    expect(shown).to.deep.equal([
      ['free', [], 'voided'],
      ['paid', ['ALLOWANCE_PROGRAMME_USED'], 'stands'],
    ]);
    expect(await saidOf(play, DUE_DAYS)).to.deep.equal([]);
  });

  it('and is broken by a desk that counts what was undone', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(play, visit(0, 1, NOT_ASKED), { at: 0, kind: 'void', host: 1 });
    await happened(play, visit(0, 2, NOT_ASKED));
    expect(visitsOf(play)[1]?.knew.undone.size).to.equal(1);
    denied(play, 1);
    expect(await saidOf(play, DUE_DAYS)).to.deep.equal([
      'space-2 denied member 0 a free day on 2026-11-02: 0 of 1 (programme) may be used',
    ]);
  });

  it('or counts what its window does not reach', async () => {
    const allowances = [{ days: 1, count: 'programme', window: 'P2D' }] as const;
    const play = await begun({ terms: { ...ONE_DAY, allowances } });
    await happened(play, visit(0, 1, NOT_ASKED));
    play.ledger.begin(0, calendarDate.parse('2026-11-02'));
    await play.world.pass(2 * 86_400);
    await happened(play, visit(0, 2, NOT_ASKED));
    expect(visitsOf(play).map((one) => one.visit.kind)).to.deep.equal(['free', 'free']);
    denied(play, 1, calendarDate.parse('2026-11-03'));
    expect(await saidOf(play, DUE_DAYS), 'said before midnight').to.deep.equal([]);
    denied(play, 1);
    expect(await saidOf(play, DUE_DAYS)).to.deep.equal([
      'space-2 denied member 0 a free day on 2026-11-04: 0 of 1 (programme) may be used',
    ]);
  });

  it('unless something was begun of which nobody knows what came of it', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(play, visit(0, 2, NOT_ASKED));
    denied(play, 0);
    play.ledger.begin(0, calendarDate.parse('2026-11-02'));
    expect(await saidOf(play, DUE_DAYS)).to.deep.equal([]);
  });

  for (const [where, host, said] of [
    ['unless a host was shown the visa that invents visits', 2, []],
    [
      'though there is a host that invents visits, as it was not shown the visa',
      1,
      ['space-1 denied member 0 a free day on 2026-11-02: 0 of 1 (programme) may be used'],
    ],
  ] as const) {
    it(where, async () => {
      const play = await begun({ terms: ONE_DAY, lie: 'invent' });
      await happened(play, visit(0, host, NOT_ASKED), visit(0, 1, NOT_ASKED), visit(1, 2));
      denied(play, host === 1 ? 0 : 1);
      play.ledger.ofMember(0).forEach((one) => {
        one.state = 'voided';
      });
      expect(await saidOf(play, DUE_DAYS)).to.deep.equal(said);
    });
  }

  it('or by a home that counts a grant as open beside its stamp', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(play, visit(0, 1));
    expect(visitsOf(play)[0]?.grant).to.equal('had');
    expect(await saidOf(play, DUE_DAYS)).to.deep.equal([]);
    countedAsOpen(play);
    expect(await saidOf(play, DUE_DAYS)).to.deep.equal([
      'space-0 counts the grant of member 0 at space-1 on 2026-11-02 as open',
    ]);
  });

  it('if the stamp is not in the log of a liar, of which the rest may be passed over', async () => {
    const play = await begun({ terms: ONE_DAY, lie: 'alter' });
    await happened(play, visit(0, 2));
    expect(visitsOf(play)[0]?.grant).to.equal('had');
    countedAsOpen(play);
    expect(await saidOf(play, DUE_DAYS)).to.deep.equal([]);
  });
});

/** As if the home of the first visit counted its grant as open for ever. */
function countedAsOpen(play: Play): void {
  const [first] = visitsOf(play);
  if (!first) throw new RangeError('visits: expected one of the play');
  const { wallets } = play.space(0).engine;
  const open = { host: play.space(first.host).id, date: first.visit.date, weight: 1 };
  wallets.overview = async () => ({ granted: [open] }) as never;
}

/** As if the desk had said that the member has no day left, of that date or of another one. */
function denied(play: Play, number: number, judgedOn?: CalendarDate): void {
  const one = visitsOf(play)[number];
  if (!one) throw new RangeError(`visit ${number}: expected one of the play`);
  const paid = { ...one.visit, kind: 'paid' as const };
  const denial = {
    ...{ ...one, visit: paid, denied: ['ALLOWANCE_PROGRAMME_USED'] },
    judgedOn: judgedOn ?? paid.date,
  };
  play.ledger.ofMember(one.member);
  play.ledger.acknowledged[number] = denial;
}
