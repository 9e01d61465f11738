import { addDays, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import { FREE_DAYS } from '../../dist/invariants/free-days.js';
import { excessOf, isWithoutDays } from '../../dist/invariants/shared/allowance-count.js';
import { HomeDays } from '../../dist/invariants/shared/home-days.js';
import type { Acknowledged } from '../../dist/play/ledger.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent, StoryMember } from '../../dist/story/story.js';
import { begun, happened, saidOf, textsOf, visit, visitsOf } from './support/played.js';

const NOTHING = {
  desk: new Set<string>(),
  undone: new Set<string>(),
  home: null,
  homeSizes: new Map(),
};

const ONE_DAY: Terms = {
  allowances: [{ days: 1, count: 'programme', window: 'visa-year' }],
  after: { kind: 'regular' },
};

describe('No free day is given beyond the terms, by anybody who could know', () => {
  it('holds of a day that is used up, and of two sides of a wall that each had one', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(
      play,
      { at: 0, kind: 'wall', these: [1], those: [0, 2], oneWay: false },
      visit(0, 1),
      visit(0, 2),
      { at: 0, kind: 'heal' },
      visit(1, 1),
      visit(1, 2),
    );
    expect(visitsOf(play).map((one) => [one.visit.kind, one.grant])).to.deep.equal([
      ['free', 'unreachable'],
      ['free', 'had'],
      ['free', 'had'],
      ['paid', 'refused'],
    ]);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([]);
  });

  it('is broken by a desk that gives a day of which it knows that it is used', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(play, visit(0, 1, { asks: false }), visit(0, 2, { asks: false }));
    const [, second] = visitsOf(play);
    asFree(play, 1);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([
      `visit ${second?.visit.id} of member 0 at space-2 on 2026-11-02 makes 2 free days of 1 ` +
        '(programme) by what its desk knew',
    ]);
    // It was given before, where a restored desk was only told of it by its log.
    const [, free] = visitsOf(play);
    if (free) asFree(play, 1, { visit: { ...free.visit, seal: '' } });
    play.ledger.violations.length = 0;
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([]);
  });

  it('is broken by a home that grants a day for which another grant is open', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(play, visit(0, 1), visit(0, 2));
    const [, second] = visitsOf(play);
    asFree(play, 1, {
      grant: 'had',
      grantedAt: second?.at ?? 0,
      knew: { ...NOTHING, home: new Set(), at: second?.knew.at ?? 0 },
    });
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([
      `visit ${second?.visit.id} of member 0 at space-2 on 2026-11-02 makes 2 free days of 1 ` +
        '(programme) by what its home knew',
    ]);
  });

  it('is broken by a day beside one of before the last rest', async () => {
    const play = await begun({ terms: ONE_DAY });
    await happened(play, visit(0, 1, { asks: false }));
    await play.turn();
    expect(visitsOf(play)).to.deep.equal([]);
    await happened(play, visit(0, 2, { asks: false }));
    const [second] = visitsOf(play);
    expect(second?.visit.kind).to.equal('paid');
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([]);
    asFree(play, 0);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([
      `visit ${second?.visit.id} of member 0 at space-2 on 2026-11-02 makes 2 free days of 1 ` +
        '(programme) by what its desk knew',
    ]);
  });

  it('is broken by a host that forgets what stands in its own log', async () => {
    const terms: Terms = { allowances: [{ days: 1, count: 'host', window: 'visa-year' }] };
    const play = await begun({ terms });
    await happened(play, visit(0, 1));
    await play.world.pass(86_400);
    await happened(play, visit(0, 1, { asks: false }));
    const [, second] = visitsOf(play);
    asFree(play, 1, { knew: { ...NOTHING, at: play.at } });
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([
      `visit ${second?.visit.id} of member 0 at space-1 on 2026-11-03 makes 2 free days of 1 ` +
        '(host) in its own log',
    ]);
  });

  for (const [when, restored, text] of [
    ['though it lost its disk before both', 0, 'makes 2 free days of 1 (host) in its own log'],
    ['but not where it lost its disk between the two', 7000, undefined],
  ] as const) {
    it(`is broken by a host that forgets its own log, ${when}`, async () => {
      const terms: Terms = { allowances: [{ days: 1, count: 'host', window: 'visa-year' }] };
      const play = await begun({ terms });
      await happened(play, visit(0, 1));
      await play.world.pass(86_400);
      await happened(play, visit(0, 1, { asks: false }));
      const [first] = visitsOf(play);
      play.restores.push({ space: 1, at: (first?.at ?? 0) - 1 + restored, backedUp: 0 });
      asFree(play, 1, { knew: { ...NOTHING, at: play.at } });
      const [said] = await saidOf(play, FREE_DAYS);
      expect(said?.split(' on 2026-11-03 ')[1]).to.equal(text);
    });
  }

  for (const [when, event, text] of [
    ['whose clock is wrong at that time', 'skew', undefined],
    ['which lost its disk after the first grant', 'restore', undefined],
    [
      'whose clock was wrong before',
      'earlier skew',
      'makes 2 free days of 1 (programme) by what its home knew',
    ],
    [
      'which lost its disk before',
      'earlier restore',
      'makes 2 free days of 1 (programme) by what its home knew',
    ],
  ] as const) {
    it(`is${text ? '' : ' not'} broken by a home that grants beside an open grant, ${when}`, async () => {
      const play = await begun({ terms: ONE_DAY });
      const off: StoryEvent = { at: 0, kind: 'skew', space: 0, milliseconds: 1000 };
      const right: StoryEvent = { ...off, milliseconds: 0 };
      if (event === 'earlier skew') await happened(play, off, right);
      await happened(play, visit(0, 1));
      if (event === 'skew') await happened(play, off);
      await happened(play, visit(0, 2));
      const [first, second] = visitsOf(play);
      const at = (first?.at ?? 0) + (event === 'restore' ? 1 : -1);
      if (event.endsWith('restore')) play.restores.push({ space: 0, at, backedUp: 0 });
      const knew = { ...NOTHING, home: new Set<string>(), at: second?.knew.at ?? 0 };
      asFree(play, 1, { grant: 'had', grantedAt: second?.at ?? 0, knew });
      const [said] = await saidOf(play, FREE_DAYS);
      expect(said?.split(' on 2026-11-02 ')[1]).to.equal(text);
    });
  }

  it('is broken by a host that counts members of one home apart', async () => {
    const terms: Terms = {
      allowances: [{ days: 1, count: 'home-at-host', window: 'calendar-month' }],
    };
    const play = await begun({ terms, homes: [0, 0, 2] });
    await happened(play, visit(0, 1), visit(2, 1), visit(1, 1));
    expect(visitsOf(play).map((one) => one.visit.kind)).to.deep.equal(['free', 'free', 'paid']);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([]);
    const third = visitsOf(play)[2];
    asFree(play, 2);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([
      `visit ${third?.visit.id} of member 1 at space-1 on 2026-11-02 makes 2 free days of 1 ` +
        '(home-at-host) of its home',
    ]);
  });

  for (const [when, before, isSaid] of [
    ['lost its disk before both', 1, true],
    ['lost its disk with the first', 0, false],
    ['lost its disk between the two', -1, false],
  ] as const) {
    it(`is${isSaid ? '' : ' not'} broken by a host that counts them apart, and ${when}`, async () => {
      const terms: Terms = {
        allowances: [{ days: 1, count: 'home-at-host', window: 'calendar-month' }],
      };
      const play = await begun({ terms });
      await happened(play, visit(0, 1), visit(1, 1));
      const [first] = visitsOf(play);
      play.restores.push({ space: 1, at: (first?.at ?? 0) - before, backedUp: 0 });
      asFree(play, 1);
      expect(await saidOf(play, FREE_DAYS)).to.have.length(isSaid ? 1 : 0);
    });
  }

  for (const window of ['calendar-month', 'P30D'] as const) {
    it(`looks at each visit of a home so many times, however many there are, by ${window}`, async () => {
      const days = { days: 366, count: 'home-at-host', window } as const;
      const play = await begun({ terms: { allowances: [days] } });
      await happened(play, visit(0, 1));
      const reads = await readsOf(play, 300);
      expect(await readsOf(play, 600)).to.be.at.most(2.2 * reads);
      expect(textsOf(play, FREE_DAYS)).to.deep.equal([]);
    });
  }

  it('is broken by a desk that gives a plan more than the terms do', async () => {
    const terms: Terms = {
      allowances: [
        { days: 2, count: 'programme', window: 'visa-year' },
        { days: 1, count: 'programme', window: 'visa-year', plans: { only: ['part'] } },
      ],
    };
    const play = await begun({ terms, plans: ['part'] });
    await happened(play, visit(0, 1), visit(0, 2), visit(1, 1), visit(1, 2));
    const kinds = visitsOf(play).map((one) => one.visit.kind);
    expect(kinds).to.deep.equal(['free', 'paid', 'free', 'free']);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([]);
    asFree(play, 1);
    const texts = await saidOf(play, FREE_DAYS);
    expect(texts[0]).to.match(/makes 2 free days of 1 \(programme\) by what its desk knew$/);
  });

  it('is broken by a free day of a plan for which the terms have none', async () => {
    const terms: Terms = {
      allowances: [
        { days: 1, count: 'programme', window: 'visa-year', plans: { except: ['part'] } },
      ],
    };
    const play = await begun({ terms, plans: ['part'] });
    await happened(play, visit(0, 1), visit(1, 1));
    expect(visitsOf(play).map((one) => one.visit.kind)).to.deep.equal(['paid', 'free']);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([]);
    const [first] = visitsOf(play);
    asFree(play, 0);
    expect(await saidOf(play, FREE_DAYS)).to.deep.equal([
      `visit ${first?.visit.id} of member 0 at space-1 on 2026-11-02 is free by plan part`,
    ]);
  });
});

describe('A count of free days by the terms', () => {
  const count = (window: string, ...dates: readonly string[]) => {
    const [last, ...others] = [...dates].reverse().map((date) => dated(date));
    if (!last) throw new RangeError('dates: expected one at least');
    const terms = { allowances: [{ days: 1, count: 'host', window }] } as Terms;
    return excessOf(last, others, terms)?.days ?? null;
  };

  it('cuts time into windows as the terms say', () => {
    expect(count('calendar-month', '2026-11-30', '2026-12-01')).to.equal(null);
    expect(count('calendar-month', '2026-12-31', '2026-12-01')).to.equal(2);
    expect(count('calendar-year', '2026-12-31', '2027-01-01')).to.equal(null);
    expect(count('P30D', '2026-11-02', '2026-12-02')).to.equal(null);
    expect(count('P30D', '2026-11-02', '2026-12-01')).to.equal(2);
    expect(count('P30D', '2026-12-20', '2026-12-01')).to.equal(2);
    expect(count('visa-year', '2026-11-02', '2027-10-30')).to.equal(2);
    expect(count('visa-year', '2026-11-01', '2026-11-02')).to.equal(null);
  });

  it('counts a code that was shown twice once, as the longer visit', () => {
    const [one, other] = [dated('2026-11-02', 0.5, 'a'), dated('2026-11-02', 1, 'a')];
    const days = { days: 0.5, count: 'programme', window: 'visa-year' } as const;
    expect(excessOf(one, [other], { allowances: [days] })?.days).to.equal(1);
    expect(excessOf(one, [other], { allowances: [{ ...days, days: 1 }] })).to.equal(null);
  });

  it('leaves out a code whose day may be another host’s, of before the window', () => {
    const days = { days: 1, count: 'programme', window: 'visa-year' } as const;
    const [early, twice] = [dated('2026-11-01', 1, 'a'), dated('2026-11-02', 1, 'a')];
    const count = (visit: Acknowledged, ...others: readonly Acknowledged[]) =>
      excessOf(visit, others, { allowances: [days] })?.days ?? null;
    expect(count(dated('2026-11-03', 1, 'b'), twice)).to.equal(2);
    expect(count(dated('2026-11-03', 1, 'b'), twice, early)).to.equal(null);
    expect(count(twice, early, dated('2026-11-03', 1, 'b')), 'itself').to.equal(2);
  });

  it('looks at the allowances of the plan alone, and at those of the home by themselves', () => {
    const [one, other] = [dated('2026-11-02'), dated('2026-11-03')];
    const days = { days: 1, count: 'programme', window: 'visa-year' } as const;
    const only = { allowances: [{ ...days, plans: { only: ['part'] } }] };
    const except = { allowances: [{ ...days, plans: { except: ['part'] } }] };
    const ofHome = { ...days, count: 'home-at-host', window: 'P30D' } as const;
    const home = { allowances: [ofHome] };
    const ofPart = { allowances: [{ ...ofHome, plans: { only: ['part'] } }] };
    const together = (terms: Terms, plan: string) => {
      const days = new HomeDays(terms);
      return [other, one].map((each) => days.add(each, plan)?.days ?? null)[1];
    };
    const said = (terms: Terms, plan: string) => [
      excessOf(one, [other], terms, plan)?.days ?? null,
      together(terms, plan),
      isWithoutDays(plan, terms),
    ];
    expect(said(only, 'part')).to.deep.equal([2, null, false]);
    expect(said(only, 'full')).to.deep.equal([null, null, true]);
    expect(said(except, 'part')).to.deep.equal([null, null, true]);
    expect(said(except, 'full')).to.deep.equal([2, null, false]);
    expect(said(home, 'full')).to.deep.equal([null, 2, false]);
    expect(said(ofPart, 'part')).to.deep.equal([null, 2, false]);
    expect(said(ofPart, 'full')).to.deep.equal([null, null, false]);
    expect(said({}, 'full')).to.deep.equal([null, null, false]);
  });

  it('counts for a home as they come what falls into one window, also of days that come late', () => {
    const counts = (window: string, ...visits: readonly Acknowledged[]) => {
      const terms = { allowances: [{ days: 0, count: 'home-at-host', window }] } as Terms;
      const days = new HomeDays(terms);
      return visits.map((one) => days.add(one, 'full')?.days ?? null);
    };
    const of = (...dates: readonly string[]) =>
      dates.map((date, member) => ({ ...dated(date), member }));
    expect(
      counts('calendar-month', ...of('2026-11-01', '2026-11-30', '2026-12-01', '2026-11-15')),
    ).to.deep.equal([1, 2, 1, 3]);
    expect(counts('calendar-year', ...of('2026-11-01', '2026-12-31', '2027-01-01'))).to.deep.equal([
      1, 2, 1,
    ]);
    expect(
      counts('P30D', ...of('2026-11-20', '2026-12-19', '2026-12-20', '2026-11-10', '2026-12-01')),
    ).to.deep.equal([1, 2, 2, 2, 3]);
    const [day, half] = [dated('2026-11-02', 1, 'a'), dated('2026-11-02', 0.5, 'a')];
    expect(counts('P30D', half, day, dated('2026-11-03', 0.5, 'b'))).to.deep.equal([0.5, 1, 1.5]);
    expect(counts('calendar-month', day, half, { ...day, token: 'b' })).to.deep.equal([1, 1, 1]);
  });

  it('counts a half day as a half, unless visits are counted', () => {
    const [one, other] = [dated('2026-11-02', 0.5), dated('2026-11-03', 0.5)];
    const days = { days: 0.5, count: 'host', window: 'visa-year' } as const;
    expect(excessOf(one, [other], { allowances: [{ ...days, days: 1 }] })).to.equal(null);
    expect(excessOf(one, [other], { allowances: [days] })?.days).to.equal(1);
    const visits = { ...days, days: 1, unit: 'visits' } as const;
    expect(excessOf(one, [other], { allowances: [visits] })?.days).to.equal(2);
  });
});

/**
 * How often one look at so many visits of a home to a host reads one of them: each is of another
 * member, and there are three a day.
 */
async function readsOf(play: Play, count: number): Promise<number> {
  const [first] = visitsOf(play);
  if (!first) throw new RangeError('visits: expected one');
  let reads = 0;
  const members = play.story.members as StoryMember[];
  const many = Array.from({ length: count }, (_, i): Acknowledged => {
    const date = addDays(first.visit.date, Math.floor(i / 3));
    const visit = { ...first.visit, id: `visit ${i}`, date };
    const member = members.push({ home: 0 }) - 1;
    const one = {
      ...first,
      member,
      token: `code ${i}`,
      grant: 'refused',
      at: first.at + i,
    } as const;
    return Object.defineProperty({ ...one }, 'visit', {
      get() {
        reads += 1;
        return visit;
      },
    });
  });
  play.ledger.acknowledged.splice(0, Infinity, ...many);
  await saidOf(play, FREE_DAYS);
  play.ledger.acknowledged.splice(0, Infinity, first);
  return reads;
}

/** As if a visit had been given free. */
function asFree(play: Play, number: number, more: Partial<Acknowledged> = {}): void {
  const one = play.ledger.acknowledged[number];
  if (!one) throw new RangeError(`visit ${number}: expected one of the play`);
  const given = { ...one, ...more };
  play.ledger.acknowledged[number] = { ...given, visit: { ...given.visit, kind: 'free' } };
}

function dated(date: string, weight: 1 | 0.5 = 1, token = date): Acknowledged {
  const visit = { date, weight, visaUntil: '2027-11-02' };
  return { host: 0, token, visit } as unknown as Acknowledged;
}
