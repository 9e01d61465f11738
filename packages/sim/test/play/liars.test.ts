/** Liars at work: real engines with bent edges, among two honest spaces. */

import { expect } from 'chai';
import { differences } from '../../dist/play/convergence.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, visit, visitsOf } from '../invariants/support/played.js';

const LIE: StoryEvent = { at: 0, kind: 'lie', space: 2 };
const CUT: StoryEvent = { at: 0, kind: 'wall', these: [0], those: [1], oneWay: false };
const AT_ONCE: StoryEvent = {
  ...{ at: 0, kind: 'two-phones', member: 0, hosts: [0, 1], apart: 0, asks: true },
};

/** What a liar withholds hangs on the seed. */
const SILENT_OF_OTHERS = 'invariants';
const SILENT_OF_ITSELF = 'invariants 4';

describe('A liar', () => {
  it('that tells two histories is proven to, by both who were told one', async () => {
    const play = await begun({ lie: 'fork' });
    await happened(play, LIE);
    expect(await forksAt(play, 0)).to.deep.equal(['space-2']);
    expect(await forksAt(play, 1)).to.deep.equal(['space-2']);
    expect(await differences(play)).to.deep.equal([]);
  });

  it('that refuses all grants makes hosts let its members pay', async () => {
    const play = await begun({ lie: 'refuse-grants', homes: [2] });
    await happened(play, LIE, visit(0, 0));
    expect(givenIn(play)).to.deep.equal([['paid', 'refused']]);
  });

  it('that gives grants without end gets a day more from two hosts that do not meet', async () => {
    const terms = {
      allowances: [{ days: 1, count: 'programme', window: 'visa-year' }],
    } as const;
    const play = await begun({ lie: 'over-issue', homes: [2], terms });
    await happened(play, LIE);
    const before = visitsOf(play).length;
    await happened(play, CUT, AT_ONCE);
    expect(givenIn(play).slice(before)).to.deep.equal([
      ['free', 'had'],
      ['free', 'had'],
    ]);
  });

  it('that shows its log as it was shows no visit any more', async () => {
    const play = await begun({ lie: 'freeze' });
    const before = await sizesOfLiar(play);
    await happened(play, LIE, visit(0, 2, { asks: false }));
    expect(await sizesOfLiar(play)).to.deep.equal(before);
    expect(await differences(play)).to.deep.equal([]);
  });

  it('that invents visits writes them, and none counts of members whose codes named their hosts', async () => {
    const play = await begun({ lie: 'invent', homes: [0, 1] });
    const bound = { bound: true };
    await happened(play, visit(0, 1, bound), visit(0, 2, bound), visit(1, 2, bound));
    const before = await sizesOfLiar(play);
    await happened(play, LIE);
    const written = (await sizesOfLiar(play)).map((size, at) => size - (before[at] ?? 0));
    expect(written[0]).to.be.at.least(3);
    expect(written).to.deep.equal([written[0], written[0]]);
    expect(await visitsAtHome(play, 0)).to.deep.equal(['space-1', 'space-2']);
    expect(await visitsAtHome(play, 1)).to.deep.equal(['space-2']);
  });

  it('that invents visits has one counted for an open code, and no more when it goes on', async () => {
    const play = await begun({ lie: 'invent', homes: [0, 1] });
    await happened(play, visit(0, 1), visit(0, 2, { bound: true }), LIE);
    expect(await visitsAtHome(play, 0)).to.deep.equal(['space-1', 'space-2', 'space-2']);
    await happened(play, LIE, LIE);
    expect(await visitsAtHome(play, 0)).to.deep.equal(['space-1', 'space-2', 'space-2']);
  });

  it('that withholds others’ entries keeps them from those who meet nobody else', async () => {
    const play = await begun({ lie: 'withhold', seed: SILENT_OF_OTHERS, homes: [0] });
    await happened(play, LIE, CUT, visit(0, 1, { asks: false }));
    expect(await visitsAtHome(play, 0)).to.deep.equal([]);
    await happened(play, visit(0, 2, { asks: false }));
    expect(await visitsAtHome(play, 0)).to.deep.equal(['space-2']);
    await happened(play, { at: 0, kind: 'heal' });
    expect(await visitsAtHome(play, 0)).to.deep.equal(['space-1', 'space-2']);
  });

  it('that withholds its own entries keeps these alone from others', async () => {
    const play = await begun({ lie: 'withhold', seed: SILENT_OF_ITSELF, homes: [0] });
    const before = await sizesOfLiar(play);
    await happened(play, LIE, CUT, visit(0, 2, { asks: false }), visit(0, 1, { asks: false }));
    expect(await sizesOfLiar(play)).to.deep.equal(before);
    expect(await visitsAtHome(play, 0)).to.deep.equal(['space-1']);
  });

  it('that changes what it passes on is believed by nobody', async () => {
    const play = await begun({ lie: 'alter' });
    await happened(play, LIE, CUT, visit(0, 1), visit(2, 0), { at: 0, kind: 'heal' });
    const refused = [0, 1].map((number) => play.space(number).events.counts);
    expect(refused.some((counts) => (counts.get('warn range-refused') ?? 0) > 0)).to.equal(true);
    expect(await differences(play)).to.deep.equal([]);
    expect(play.ledger.violations).to.deep.equal([]);
  });

  it('that brings old requests again changes nothing', async () => {
    const play = await begun({ lie: 'replay' });
    await happened(play, visit(0, 2), LIE, visit(2, 2), LIE, visit(0, 1));
    expect(await differences(play)).to.deep.equal([]);
    expect(play.ledger.violations).to.deep.equal([]);
  });
});

async function forksAt(play: Play, number: number): Promise<readonly string[]> {
  const forks = await play.space(number).disk.store.forks();
  return forks.map(({ space }) => play.spaces.find(({ id }) => id === space)?.name ?? space);
}

function givenIn(play: Play): readonly (readonly string[])[] {
  return visitsOf(play).map(({ visit: { kind }, grant }) => [kind, grant]);
}

/** Where a member was, as its home shows it, by name. */
async function visitsAtHome(play: Play, number: number): Promise<readonly string[]> {
  const { home, id } = play.person(number);
  const visits = await play.wait(home.engine.home.visits(id));
  return visits.map(({ hostName }) => hostName ?? '').sort();
}

/** Entries of the liar's log that the honest nodes hold. */
async function sizesOfLiar(play: Play): Promise<readonly number[]> {
  const { id } = play.space(2);
  const sizes = [0, 1].map(async (number) => {
    const heads = await play.space(number).disk.store.heads();
    return heads.find(({ space }) => space === id)?.size ?? 0;
  });
  return Promise.all(sizes);
}
