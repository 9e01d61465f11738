import { NodeError } from '@covisa/node';
import { ProtocolError } from '@covisa/protocol';
import { expect } from 'chai';
import { happen } from '../../dist/play/events.js';
import type { Play } from '../../dist/play/play.js';
import type { SimSpace } from '../../dist/world/sim-space.js';
import { begun, visit } from '../invariants/support/played.js';

const SYNC_SECONDS = 600;

describe('Nothing breaks off but by a refusal that is meant', () => {
  it('which is broken by a node that breaks off as it answers another, once for each', async () => {
    const play = await begun();
    answering(play, () => {
      throw new TypeError('answer: expected no such thing');
    });
    await play.world.pass(3 * SYNC_SECONDS);
    expect(crashesOf(play)).to.deep.equal(['space-1: TypeError: answer: expected no such thing']);
  });

  it('also by an error that has a code of the platform alone', async () => {
    const play = await begun();
    answering(play, () => {
      throw Object.assign(new RangeError('offset'), { code: 'ERR_OUT_OF_RANGE' });
    });
    await play.world.pass(SYNC_SECONDS);
    expect(crashesOf(play)).to.deep.equal(['space-1: RangeError: offset']);
  });

  it('and by a sync that breaks off at the node that calls', async () => {
    const play = await begun();
    sending(play.space(1), new TypeError('cursor: expected one'));
    await play.wait(play.space(1).engine.gossip.syncNow(null));
    expect(crashesOf(play)).to.deep.equal(['space-1: sync-failed: cursor: expected one']);
  });

  it('and by an event of the story that breaks off', async () => {
    const play = await begun();
    const { desk } = play.space(1).engine as { desk: { check: unknown } };
    desk.check = async () => {
      throw Object.assign(new TypeError('check'), { code: 'ERR_INVALID_ARG_TYPE' });
    };
    await play.wait(happen(play, visit(0, 1)));
    expect(crashesOf(play)).to.deep.equal(['visit: TypeError: check']);
  });

  it('and holds where a node refuses by a code, on either side', async () => {
    const play = await begun();
    answering(play, () => {
      throw new NodeError('NOT_READY', 'node: not yet');
    });
    sending(play.space(2), new ProtocolError('BASE64URL_INVALID', 'answer: expected another'));
    await play.world.pass(3 * SYNC_SECONDS);
    expect(play.space(0).events.counts.get('warn sync-failed')).to.be.greaterThan(0);
    expect(play.space(2).events.counts.get('warn sync-failed')).to.be.greaterThan(0);
    expect(crashesOf(play)).to.deep.equal([]);
  });
});

/** As if the engine of space-1 answered other nodes so. */
function answering(play: Play, answer: () => never): void {
  play.space(1).bend = { answer: async () => answer() };
}

/** As if a node broke off before it sends. */
function sending(space: SimSpace, error: Error): void {
  space.bend = { send: () => Promise.reject(error) };
}

/** The first lines of what is said. */
function crashesOf({ ledger }: Play): readonly (string | undefined)[] {
  return ledger.violations
    .filter(({ invariant }) => invariant === 'no-crash')
    .map(({ text }) => text.split('\n')[0]);
}
