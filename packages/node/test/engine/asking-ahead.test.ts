/** Asking for the next entries of a catch-up before the last ones are taken in. */

import type { FrontierLine, SpaceId, SyncMessage, SyncWant } from '@covisa/protocol';
import { logKeyOf, shape, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { AskingAhead, wantsAfter } from '../../dist/engine/gossip/asking-ahead.js';
import { TransportError } from '../../dist/ports.js';
import { filler } from './support/network.js';

const [LONG, SHORT] = [spaceOf(1), spaceOf(2)];

function spaceOf(byte: number): SpaceId {
  return shape.parseAs('SHAPE_INVALID', spaceId, filler(byte));
}

function want(space: SpaceId, from: number, more: Partial<SyncWant> = {}): SyncWant {
  return { space, incarnation: 0, from, ...more };
}

/** The peer holds 100 entries of the one log, and 5 of the other. */
const THEIRS = new Map(
  [
    [LONG, 100],
    [SHORT, 5],
  ].map(([space, size]) => {
    const line = { space, incarnation: 0, size, root: filler(9), day: 0 } as FrontierLine;
    return [logKeyOf(line), line];
  }),
);

function answer(...brought: readonly (readonly [SpaceId, number, number])[]): SyncMessage {
  const ranges = brought.map(([space, from, count]) => ({
    ...{ space, incarnation: 0, from, count },
    checkpoint: 'signed',
  }));
  return { header: { sync: 1, digests: [], ranges }, lines: [] };
}

describe('Asking ahead', () => {
  it('guesses that what an answer brings is taken: the rest is wanted from there on', () => {
    const asked = [want(LONG, 10), want(SHORT, 0)];
    expect(wantsAfter(asked, answer([SHORT, 0, 5], [LONG, 10, 40]), THEIRS)).to.deep.equal([
      want(LONG, 50),
    ]);
    expect(wantsAfter(asked, answer([LONG, 10, 90]), THEIRS)).to.deep.equal([want(SHORT, 0)]);
  });

  it('guesses no further than to the end that was asked for', () => {
    const asked = [want(LONG, 0, { to: 64 }), want(SHORT, 0)];
    expect(wantsAfter(asked, answer([LONG, 0, 40]), THEIRS)).to.deep.equal([
      want(LONG, 40, { to: 64 }),
      want(SHORT, 0),
    ]);
    expect(wantsAfter(asked, answer([LONG, 0, 64]), THEIRS)).to.deep.equal([want(SHORT, 0)]);
  });

  it('guesses nothing from an answer that brings nothing, nor about forks', () => {
    expect(wantsAfter([want(LONG, 10)], answer(), THEIRS)).to.deep.equal([]);
    expect(wantsAfter([want(LONG, 10)], answer([LONG, 10, 0]), THEIRS)).to.deep.equal([]);
    const asked = [want(LONG, 0, { fork: true }), want(SHORT, 0)];
    expect(wantsAfter(asked, answer([SHORT, 0, 2]), THEIRS)).to.deep.equal([]);
  });

  it('gives the answer to what was guessed, if that is wanted then', async () => {
    const ahead = new AskingAhead();
    ahead.ask([want(LONG, 50)], () => Promise.resolve(Uint8Array.of(1)));
    expect(await ahead.take([want(LONG, 50)])).to.deep.equal(Uint8Array.of(1));
    expect(await ahead.take([want(LONG, 50)])).to.equal(null);
  });

  it('drops the answer to what is not wanted, as after a refused range, and guesses no more', async () => {
    const ahead = new AskingAhead();
    const sent: (readonly SyncWant[])[] = [];
    const send = (wants: readonly SyncWant[]) => {
      sent.push(wants);
      return Promise.resolve(Uint8Array.of(1));
    };
    ahead.ask([want(LONG, 50)], send);
    expect(await ahead.take([want(LONG, 10)])).to.equal(null);
    ahead.ask([want(LONG, 50)], send);
    expect(sent).to.deep.equal([[want(LONG, 50)]]);
  });

  it('asks anew for what was not whole in time, and guesses no more', async () => {
    const ahead = new AskingAhead();
    let asked = 0;
    const late = () => {
      asked += 1;
      return Promise.reject(new TransportError('PEER_TIMEOUT', 'no whole answer'));
    };
    ahead.ask([want(LONG, 50)], late);
    expect(await ahead.take([want(LONG, 50)])).to.equal(null);
    ahead.ask([want(LONG, 90)], late);
    expect(asked).to.equal(1);
  });

  it('tells of a failure only whoever takes the answer', async () => {
    const ahead = new AskingAhead();
    const fail = () => Promise.reject(new Error('PEER_UNREACHABLE'));
    ahead.ask([want(LONG, 50)], fail);
    const taken = await ahead.take([want(LONG, 50)]).catch((error: unknown) => String(error));
    expect(taken).to.equal('Error: PEER_UNREACHABLE');
    ahead.ask([want(LONG, 50)], fail);
    expect(await ahead.take([])).to.equal(null);
  });
});
