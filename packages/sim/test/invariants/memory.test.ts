import type { StampCheckMemo, Store, StoredGrant } from '@covisa/store';
import { expect } from 'chai';
import { MEMORY } from '../../dist/invariants/memory.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, saidOf, visit, visitsOf } from './support/played.js';

describe('What a node keeps is bounded, and nothing goes wrong within it', () => {
  it('holds of nodes that have given, checked and taken visits', async () => {
    const play = await begun();
    await happened(play, visit(0, 1), visit(0, 2), visit(2, 2));
    expect(await saidOf(play, MEMORY)).to.deep.equal([]);
  });

  it('holds of a node that saw the stamp of a desk which was killed before it said so', async () => {
    const play = await begun();
    await happened(play, visit(0, 1), visit(0, 2), visit(0, 1));
    const [first] = visitsOf(play);
    const visaNumber = first?.visit.visaNumber ?? new Uint8Array(16);
    expect(await play.space(1).disk.store.stampChecks(visaNumber)).to.have.length(2);
    play.ledger.acknowledged.splice(1);
    expect(await saidOf(play, MEMORY)).to.deep.equal([]);
  });

  it('is broken by an error that a node has logged', async () => {
    const play = await begun();
    play.space(1).events.error('chore-failed');
    expect(await saidOf(play, MEMORY)).to.deep.equal(['space-1 logged error chore-failed 1 times']);
  });

  for (const lie of ['withhold', 'freeze', 'alter'] as const) {
    it(`holds of a node that says that a liar promises what it never sends: ${lie}`, async () => {
      const play = await begun({ lie });
      differs(play, { log: 0, peer: 2 });
      expect(await saidOf(play, MEMORY)).to.deep.equal([]);
    });

    it(`is broken by a node that says it of honest peers, whoever else lies: ${lie}`, async () => {
      const play = await begun({ lie });
      differs(play, { log: 2, peer: 0 });
      differs(play, { log: 2, peer: 0 });
      differs(play, { log: 0, peer: 0 });
      expect(await saidOf(play, MEMORY)).to.deep.equal([
        'space-1 logged error log-differs 3 times',
      ]);
    });
  }

  it('is broken by a node that says it of a liar that sends all that it promises', async () => {
    const play = await begun({ lie: 'refuse-grants' });
    differs(play, { log: 0, peer: 2 });
    expect(await saidOf(play, MEMORY)).to.deep.equal(['space-1 logged error log-differs 1 times']);
  });

  it('holds of a node that says it where two histories are, and there alone', async () => {
    const play = await begun({ lie: 'fork' });
    differs(play, { log: 2, peer: 0 });
    differs(play, { log: 0, peer: 2 });
    expect(await saidOf(play, MEMORY)).to.deep.equal([]);
    differs(play, { log: 0, peer: 0 });
    expect(await saidOf(play, MEMORY)).to.deep.equal(['space-1 logged error log-differs 1 times']);
  });

  it('holds of nodes that were sent the entries of others changed, and said so', async () => {
    const play = await begun({ lie: 'alter' });
    const lie: StoryEvent = { at: 0, kind: 'lie', space: 2 };
    const cut: StoryEvent = { at: 0, kind: 'wall', these: [0], those: [1], oneWay: false };
    await happened(play, lie, cut, visit(0, 1), visit(2, 0), { at: 0, kind: 'heal' });
    const errors = [0, 1].map((number) => play.space(number).events.errors());
    const [id0, id1, peer] = play.spaces.map(({ id }) => id);
    const said = errors.map((some) => some.map(({ event, fields }) => ({ event, fields })));
    expect(said).to.deep.equal([
      [{ event: 'log-differs', fields: { space: id1, peer } }],
      [{ event: 'log-differs', fields: { space: id0, peer } }],
    ]);
    expect(await saidOf(play, MEMORY)).to.deep.equal([]);
  });

  it('holds of nodes that say of a log with two histories, or of their own, that it forked', async () => {
    const play = await begun();
    play.doubled.add(2);
    play.space(1).events.error('log-forked', { space: play.space(2).id });
    play.space(2).events.error('own-log-forked', { held: 4, peer: 5 });
    play.space(2).events.error('own-log-behind', { held: 4, peer: 5 });
    expect(await saidOf(play, MEMORY)).to.deep.equal([]);
  });

  it('is broken by nodes that say it of a log with one, whichever else has two', async () => {
    const play = await begun();
    play.doubled.add(2);
    play.space(2).events.error('log-forked', { space: play.space(0).id });
    play.space(1).events.error('own-log-forked', { held: 4, peer: 5 });
    play.space(1).events.error('own-log-behind', { held: 4, peer: 5 });
    expect(await saidOf(play, MEMORY)).to.deep.equal([
      'space-1 logged error own-log-forked 1 times',
      'space-1 logged error own-log-behind 1 times',
      'space-2 logged error log-forked 1 times',
    ]);
  });

  it('is broken by a timer that is set still when the node has been stopped', async () => {
    const play = await begun();
    const node = play.space(1);
    await happened(play, { at: 0, kind: 'stop', space: 1, down: 60 });
    expect(await saidOf(play, MEMORY)).to.deep.equal([]);
    const gossip = node.engine.gossip as unknown as { stop(): Promise<void> };
    gossip.stop = async () => undefined;
    await happened(play, { at: 0, kind: 'stop', space: 1, down: 60 });
    expect(await saidOf(play, MEMORY)).to.deep.equal(['space-1 was stopped, and had 1 timers set']);
  });

  it('is broken by a log of strangers', async () => {
    const play = await begun();
    const { programmes } = play.story;
    const [programme] = programmes as readonly { founders: readonly number[] }[];
    if (programme) programme.founders = [0, 1];
    expect(await saidOf(play, MEMORY)).to.deep.equal([
      'space-0 holds 1 foreign logs',
      'space-1 holds 1 foreign logs',
      'space-2 holds 2 foreign logs',
    ]);
  });

  it('is broken by more checks, grants or strays than there can be', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    const [one] = visitsOf(play);
    const store = play.space(2).disk.store as { -readonly [Name in keyof Store]: Store[Name] };
    const { space, incarnation } = { space: play.space(1).id, incarnation: 0 };
    const memo: StampCheckMemo = { space, incarnation, index: 0, outcome: new Uint8Array(1) };
    store.stampChecks = async () => [memo, memo];
    const { now } = play.world;
    const grant = (k: number, lapses: number) =>
      ({ k, host: space, date: `2026-11-${10 + k}`, lapses }) as unknown as StoredGrant;
    // The stamp of the visit uses the first; nine are left, and one that lapsed a month ago.
    const open = Array.from({ length: 10 }, (_, k) => grant(k, now + 1));
    store.grants = async () => [...open, grant(10, now - 28 * 86_400 - 1)];
    const strays = new Array(129).fill({ index: 0, leaf: new Uint8Array(32) });
    store.shelves = async () => [{ space, incarnation: 1000, strays }];
    expect(one?.visit.k).to.equal(0);
    expect(await saidOf(play, MEMORY)).to.deep.equal([
      'space-2 holds 129 strays on one shelf',
      'space-2 remembers 2 checks of 1 stamps of one visa',
      'space-2 keeps 9 visits of one visa open by grants',
      'space-2 keeps 1 grants of one visa that lapsed long ago',
    ]);
  });
});

/** Space 1 says that after a sync a peer still shows something else of a log than it holds. */
function differs(play: Play, { log, peer }: { readonly log: number; readonly peer: number }): void {
  const fields = { space: play.space(log).id, peer: play.space(peer).id };
  play.space(1).events.error('log-differs', fields);
}
