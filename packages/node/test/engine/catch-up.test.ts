/**
 * Twelve rosters that a space did not see: one that was away, and a newcomer that hears of them log
 * by log.
 */

import type { ProgrammeId } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Amendment } from '../../dist/engine/services.js';
import { founded, UNCHANGED } from './support/government.js';
import { Network } from './support/network.js';
import { seat, TERMS } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const NO_HALVES = { ...TERMS, halfDays: { allowed: false } };

interface Scene {
  readonly network: Network;
  readonly programme: ProgrammeId;
  /** Founders: three that go on, and one that is going to be away. */
  readonly goingOn: readonly [TestSpace, TestSpace, TestSpace];
  readonly away: TestSpace;
  /** Not in the programme yet. */
  readonly berlin: TestSpace;
  readonly lisbon: TestSpace;
}

async function scene(seed: string): Promise<Scene> {
  const network = new Network(seed);
  const [programme, ...founders] = await founded(network, 4);
  const [one, two, three, away] = founders as [TestSpace, TestSpace, TestSpace, TestSpace];
  const [berlin, lisbon] = await network.addAll(['berlin', 'lisbon']);
  return { network, programme, goingOn: [one, two, three], away, berlin, lisbon };
}

/** The first space proposes, the two others sign: three votes are enough of four and of five. */
async function agree(
  { network, programme, goingOn: [one, two, three] }: Scene,
  change: Partial<Amendment>,
): Promise<void> {
  await network.pass(3600);
  await one.engine.programmes.amend(programme, { ...UNCHANGED, ...change });
  await network.syncAll(1);
  for (const signer of [two, three]) await signer.engine.programmes.sign(programme, null);
  await network.syncAll(1);
}

async function admit({ network, programme, goingOn }: Scene, fresh: TestSpace): Promise<void> {
  const [one, two] = goingOn;
  await fresh.engine.programmes.join(await one.engine.programmes.invite(programme));
  for (const endorser of [one, two]) {
    await endorser.engine.programmes.endorse(programme, fresh.id);
    await network.syncAll(1);
  }
  await seat(network, programme, goingOn);
}

/** Rosters 1 to 12: new terms, a space that is expelled, one that leaves, and a vote that moves. */
async function twelveRosters(scene: Scene): Promise<void> {
  const { network, programme, goingOn, berlin, lisbon } = scene;
  const [one, two, three] = goingOn;
  await agree(scene, { name: 'First' });
  await agree(scene, { terms: NO_HALVES });
  await admit(scene, berlin);
  await agree(scene, { purpose: 'Fourth' });
  await agree(scene, { remove: [berlin.id] });
  await admit(scene, lisbon);
  await agree(scene, { name: 'Seventh' });
  await network.days(3);
  await lisbon.engine.programmes.leave(programme);
  // Roster 8: the third space signs another one first, then moves its vote.
  await two.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Not this one' });
  await network.syncAll(1);
  await three.engine.programmes.sign(programme, null);
  await network.syncAll(1);
  await one.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Eighth' });
  await network.syncAll(1);
  const { drafts } = await two.engine.programmes.show(programme);
  const eighth = drafts.find(({ signedByUs }) => !signedByUs)?.roster ?? '';
  for (const signer of [two, three]) await signer.engine.programmes.sign(programme, eighth);
  await network.syncAll(1);
  await agree(scene, { terms: TERMS });
  await agree(scene, { purpose: 'Tenth' });
  await agree(scene, { name: 'Eleventh' });
  await agree(scene, { purpose: 'Twelfth' });
}

/** What does not depend on who looks. */
async function seenBy(space: TestSpace, programme: ProgrammeId) {
  const { standing: _, drafts, ...rest } = await space.engine.programmes.show(programme);
  return { ...rest, drafts: drafts.map(({ signedByUs: _, ...draft }) => draft) };
}

/** Literally what the twelve rosters come to. */
async function expectTwelfth(space: TestSpace, scene: Scene): Promise<void> {
  const { programme, goingOn, away, berlin, lisbon } = scene;
  const seen = await seenBy(space, programme);
  expect(seen, space.name).to.deep.include({
    ...{ name: 'Eleventh', purpose: 'Twelfth', terms: TERMS, rosterVersion: 12, members: 4 },
    ...{ drafts: [], rivals: [], resting: [], siblings: [], applicants: [], admitted: 0 },
  });
  const standings = new Map(seen.spaces.map((one) => [one.space, one.standing]));
  const expected = new Map<string, string>([
    ...[...goingOn, away].map(({ id }) => [id, 'member'] as const),
    [berlin.id, 'removed'],
    [lisbon.id, 'left'],
  ]);
  expect(standings, space.name).to.deep.equal(expected);
}

describe('A space that missed twelve rosters', () => {
  it('comes to the same state by one sync with one member, its own proposal lost, and votes', async () => {
    const story = await scene('away');
    const { network, programme, goingOn, away } = story;
    const [one, two, three] = goingOn;
    network.cut([away], [...network.spaces.values()]);
    await away.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Mine', remove: [two.id] });
    await away.stop();
    await twelveRosters(story);
    await away.start();
    network.heal();
    network.cut([away], [one, three]);
    await away.engine.gossip.syncNow(two.id);
    for (const space of [...goingOn, away]) await expectTwelfth(space, story);
    network.heal();
    await network.syncAll(1);
    const reference = await seenBy(one, programme);
    for (const space of [...goingOn, away]) {
      expect(await seenBy(space, programme), space.name).to.deep.equal(reference);
    }
    await one.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Thirteenth' });
    await network.syncAll(1);
    await two.engine.programmes.sign(programme, null);
    await network.syncAll(1);
    expect((await three.engine.programmes.show(programme)).rosterVersion).to.equal(12);
    await away.engine.programmes.sign(programme, null);
    await network.syncAll(1);
    for (const space of [...goingOn, away]) {
      const { name, rosterVersion } = await space.engine.programmes.show(programme);
      expect([name, rosterVersion], space.name).to.deep.equal(['Thirteenth', 13]);
    }
    await network.stop();
  });
});

describe('A newcomer after twelve rosters', () => {
  it('is told of the last one, has all of them once it is admitted, and is seated by the next', async () => {
    const story = await scene('late');
    const { network, programme, goingOn } = story;
    const [one, two] = goingOn;
    await twelveRosters(story);
    const fresh = await network.add('fresh');
    const link = await one.engine.programmes.invite(programme);
    const told = await fresh.engine.programmes.join(link);
    expect(told).to.deep.include({ name: 'Eleventh', rosterVersion: 12, spaces: [] });
    for (const endorser of [one, two]) {
      await endorser.engine.programmes.endorse(programme, fresh.id);
      await network.syncAll(1);
    }
    const seen = await seenBy(fresh, programme);
    expect(seen).to.deep.equal(await seenBy(one, programme));
    expect([seen.rosterVersion, seen.spaces.length, seen.admitted]).to.deep.equal([12, 7, 1]);
    await seat(network, programme, goingOn);
    const { standing, rosterVersion } = await fresh.engine.programmes.show(programme);
    expect([standing, rosterVersion]).to.deep.equal(['member', 13]);
    await network.stop();
  });

  it('PROG-7: sees it whatever the order in which the logs reach it', async () => {
    const story = await scene('order');
    const { network, programme, goingOn, away, berlin, lisbon } = story;
    const fresh = await network.add('fresh');
    await fresh.engine.programmes.join(await goingOn[0].engine.programmes.invite(programme));
    const before = fresh.backup();
    await fresh.stop();
    await twelveRosters(story);
    const spaces = [...goingOn, away, berlin, lisbon];
    const logs = await Promise.all(spaces.map((space) => ScriptedLog.of(space)));
    await network.stop();
    const orders = fc.shuffledSubarray(logs, { minLength: logs.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        fresh.place(before.store, before.head);
        await fresh.start();
        const seen = await fresh.engine.programmes.show(programme);
        expect([seen.rosterVersion, seen.spaces]).to.deep.equal([0, []]);
        for (let pass = 0; pass < 3; pass++) {
          for (const log of order) {
            await fresh.engine.gossip.answer(goingOn[0].id, bodyOf(programme, [[log, 0]]));
          }
        }
        await expectTwelfth(fresh, story);
        await fresh.stop();
      }),
      { numRuns: 15 },
    );
  });
});
