/** Who is in a programme, by the story and by those who were in it from the beginning. */

import { type Programmes, TransportError } from '@covisa/node';
import { expect } from 'chai';
import { ACKNOWLEDGED } from '../../dist/invariants/acknowledged.js';
import { differences } from '../../dist/play/convergence.js';
import { participantsOf } from '../../dist/play/membership.js';
import { careForNodes } from '../../dist/play/owners-care.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, saidOf, visit, visitsOf } from '../invariants/support/played.js';

const LEAVE: StoryEvent = { at: 0, kind: 'leave', space: 2, programme: 0 };
const CLOSE: StoryEvent = { at: 0, kind: 'close', space: 2 };

describe('Who is in a programme', () => {
  it('is who founded it, though its node takes itself for one that left', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    takesItself(play, 2, 'left');
    await play.space(2).disk.store.dropLogs([{ space: play.space(1).id, incarnation: 0 }]);
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
    const [first] = await differences(play);
    expect(first).to.equal(
      'programme 0: the roster: space-0 holds version 0 with ' +
        'space-0 member, space-1 member, space-2 member, ' +
        'space-2 version 0 with space-0 member, space-1 member, space-2 left',
    );
    expect(await saidOf(play, ACKNOWLEDGED)).to.deep.equal([
      `visit ${visitsOf(play)[0]?.visit.id} of member 0 at space-1 (stands) is not held by 1: space-2`,
    ]);
  });

  it('is who founded it, though its node has forgotten the programme, or does not run', async () => {
    const play = await begun();
    (play.space(2).engine.programmes as { list: Programmes['list'] }).list = async () => [];
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
    expect((await differences(play)).join()).to.include('space-2 version undefined with');
    await play.wait(play.space(2).stop());
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
    expect((await differences(play)).join()).to.include('space-2 version undefined with');
  });

  for (const event of [LEAVE, CLOSE]) {
    it(`is nobody of whom the others have heard the ${event.kind}, by whatever word`, async () => {
      const play = await begun();
      await happened(play, event);
      takesItself(play, 2, 'member');
      expect(await membersIn(play)).to.deep.equal([0, 1]);
      expect(await differences(play)).to.deep.equal([]);
    });
  }

  it('is who set out to go, and was killed before anything came of it', async () => {
    const play = await begun();
    play.space(2).engine.programmes.leave = () => Promise.reject(new TypeError('killed'));
    await happened(play, LEAVE);
    takesItself(play, 2, 'left');
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
  });

  it('is who came later, once somebody who was there takes it for a member', async () => {
    const play = await begun({ programmes: [[1, 0]] });
    expect(await membersIn(play)).to.deep.equal([0, 1]);
    await happened(play, { at: 0, kind: 'join', space: 2, programme: 0 });
    expect(await membersIn(play)).to.deep.equal([0, 1]);
    const endorsed = [0, 1].map(
      (space): StoryEvent => ({ at: 0, kind: 'endorse', space, programme: 0 }),
    );
    await happened(play, ...endorsed);
    takesItself(play, 2, 'applicant');
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
  });

  it('is who asked to join, though its disk is of before: its owner follows the link again', async () => {
    const play = await begun({ programmes: [[1, 0]] });
    const join: StoryEvent = { at: 0, kind: 'join', space: 2, programme: 0 };
    const endorsed = [0, 1].map(
      (space): StoryEvent => ({ at: 0, kind: 'endorse', space, programme: 0 }),
    );
    await happened(play, { at: 0, kind: 'backup', space: 2 }, join, ...endorsed);
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
    expect(await careForNodes(play), 'nothing to do').to.equal(0);
    await happened(play, { at: 0, kind: 'restore', space: 2, oldHead: false });
    expect(await play.space(2).engine.programmes.list()).to.deep.equal([]);
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
    expect((await differences(play)).join()).to.include('space-2 version undefined with');
    play.parting.add(2);
    expect(await careForNodes(play), 'has left').to.equal(0);
    expect(await membersIn(play), 'goes, and knows of nothing').to.deep.equal([0, 1]);
    play.parting.delete(2);
    expect(await careForNodes(play)).to.equal(1);
    await happened(play);
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
    expect(await differences(play)).to.deep.equal([]);
  });

  it('is who is in and hears nothing: its owner asks another founder for a link', async () => {
    const play = await begun({ programmes: [[1, 0]] });
    const id = play.programme(0);
    const endorse = (space: number): StoryEvent => ({
      at: 0,
      kind: 'endorse',
      space,
      programme: 0,
    });
    await happened(play, { at: 0, kind: 'join', space: 2, programme: 0 }, endorse(0), endorse(1));
    const followed: string[] = [];
    const programmes = play.space(2).engine.programmes as {
      -readonly [Key in 'list' | 'join']: Programmes[Key];
    };
    const { list, join } = programmes;
    programmes.join = (link) => {
      followed.push(link);
      return join.call(programmes, link);
    };
    expect(await careForNodes(play), 'it has heard').to.equal(0);
    programmes.list = async () =>
      (await list.call(programmes)).map((view) => ({ ...view, founded: false }));
    expect(await careForNodes(play)).to.equal(1);
    expect(followed).to.deep.equal([await play.space(0).engine.programmes.invite(id)]);
    play.parting.add(0);
    expect(await careForNodes(play), 'nobody helps').to.equal(0);
  });

  it('is nobody who closes and never heard that it had applied, whoever endorsed it', async () => {
    const play = await begun({ programmes: [[1, 0]] });
    const { programmes } = play.space(2).engine;
    const join = programmes.join.bind(programmes);
    (programmes as { join: Programmes['join'] }).join = async (link) => {
      await join(link);
      throw new TransportError('PEER_TIMEOUT', 'peer: no answer');
    };
    await happened(play, { at: 0, kind: 'join', space: 2, programme: 0 });
    for (const space of [0, 1]) {
      await happened(play, { at: 0, kind: 'endorse', space, programme: 0 });
    }
    expect(await membersIn(play)).to.deep.equal([0, 1, 2]);
    play.parting.add(2);
    expect(await membersIn(play)).to.deep.equal([0, 1]);
  });
});

async function membersIn(play: Play): Promise<readonly number[] | undefined> {
  return (await participantsOf(play)).get(play.programme(0));
}

/** As if a node showed another standing of its own space. */
function takesItself(play: Play, number: number, standing: 'left' | 'member' | 'applicant'): void {
  const { id, engine } = play.space(number);
  const programmes = engine.programmes as { list: Programmes['list'] };
  const list = programmes.list.bind(programmes);
  programmes.list = async () =>
    (await list()).map((view) => ({
      ...{ ...view, standing },
      spaces: view.spaces.map((one) => (one.space === id ? { ...one, standing } : one)),
    }));
}
