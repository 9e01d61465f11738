/**
 * When a peer has told a restored node what it holds of its log: by a whole exchange, and not by
 * any answer.
 */

import { encodeSync, parseSync, type SyncHeader, type SyncMessage } from '@covisa/protocol';
import { expect } from 'chai';
import { NodeError } from '../../dist/errors.js';
import { answerOf, filler, Network, settle } from './support/network.js';
import { found, member, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

type Change = (answer: SyncMessage, question: SyncMessage) => Uint8Array;

/** A restored host without a head file, and three peers that bend their answers; one is cut off. */
async function restored(change: Change) {
  const network = new Network();
  const shanghai = await network.add('shanghai');
  const peers = await network.addAll(['melbourne', 'berlin', 'lisbon', 'oslo']);
  const programme = await found(network, [shanghai, ...peers]);
  const [melbourne, berlin, lisbon, oslo] = peers;
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  const backup = shanghai.backup();
  await visit(shanghai, wallet);
  await network.syncAll();
  network.cut([shanghai], [oslo]);
  const liars = [melbourne, berlin, lisbon];
  for (const liar of liars) bend(liar, shanghai, change);
  await shanghai.restore(backup, null);
  await shanghai.engine.gossip.syncNow(null);
  await settle();
  return { network, programme, shanghai, liars, oslo };
}

/** From now on what a space answers to another one's sync is what `change` makes of it. */
function bend(space: TestSpace, caller: TestSpace, change: Change): void {
  space.script = async (path, body) => {
    const honest = await answerOf(space.engine, caller.id, path, body);
    return path.endsWith('/sync') ? change(parseSync(honest), parseSync(body)) : honest;
  };
}

async function modeOf({ engine }: TestSpace): Promise<string> {
  return (await engine.status()).mode;
}

/** The honest header without these members, and without entries. */
function without({ header }: SyncMessage, members: readonly (keyof SyncHeader)[]): Uint8Array {
  const { ranges: _, heartbeats: __, ...left } = header;
  const kept = Object.entries(left).filter(([name]) => !members.some((one) => one === name));
  return encodeSync({ sync: 1, digests: [], ...Object.fromEntries(kept) });
}

describe('LOG-9: a restored node is told what a peer holds of its log', () => {
  it('by no bare answer', async () => {
    const { shanghai } = await restored(() => encodeSync({ sync: 1, digests: [] }));
    expect(await modeOf(shanghai)).to.equal('recovering');
  });

  it('by no answer that has nothing but other digests', async () => {
    const { shanghai } = await restored((_, { header: { digests } }) =>
      encodeSync({
        sync: 1,
        digests: digests.map(({ programme }) => ({ programme, digest: filler(7) })),
      }),
    );
    expect(await modeOf(shanghai)).to.equal('recovering');
  });

  it('by no answer that says to be equal in a programme of its own', async () => {
    const { shanghai } = await restored(() =>
      encodeSync({ sync: 1, digests: [{ programme: filler(1), digest: filler(2) } as never] }),
    );
    expect(await modeOf(shanghai)).to.equal('recovering');
  });

  it('by no frontier that has more of it than then comes', async () => {
    const { shanghai } = await restored((answer) => without(answer, ['echo', 'wants']));
    expect(await modeOf(shanghai)).to.equal('recovering');
  });

  it('by no exchange that breaks off', async () => {
    const { shanghai } = await restored((answer, { header: { full } }) => {
      if (full) throw new NodeError('INTERNAL', 'broken off');
      return without(answer, ['echo']);
    });
    expect(await modeOf(shanghai)).to.equal('recovering');
  });

  it('by no message that only looks like the middle of an exchange', async () => {
    const { shanghai, liars, programme } = await restored(() =>
      encodeSync({ sync: 1, digests: [] }),
    );
    const digests = [{ programme, digest: filler(7) }];
    const said: readonly SyncHeader[] = [
      { sync: 1, digests: [], wants: [] },
      { sync: 1, digests, wants: [] },
      { sync: 1, digests, frontier: [], full: true },
      { sync: 1, digests, frontier: [], echo: 'nothing that a log key signed' },
    ];
    for (const header of said)
      for (const { id } of liars) await shanghai.engine.gossip.answer(id, encodeSync(header));
    expect(await modeOf(shanghai)).to.equal('recovering');
  });

  it('by no bare answer of one that has sent it away', async () => {
    let asked = 0;
    const { shanghai } = await restored((_, { header: { digests } }) => {
      if (digests.length > 0) throw new NodeError('FORBIDDEN', 'refused');
      asked += 1;
      return encodeSync({ sync: 1, digests: [] });
    });
    expect(asked).to.be.at.least(3);
    expect(await modeOf(shanghai)).to.equal('recovering');
  });

  it('by the exchange that brings what was lost, and goes on after three of them', async () => {
    const { shanghai, liars } = await restored(() => encodeSync({ sync: 1, digests: [] }));
    const modes: string[] = [];
    for (const liar of liars) {
      liar.script = null;
      await shanghai.engine.gossip.syncNow(liar.id);
      modes.push(await modeOf(shanghai));
    }
    expect(modes).to.deep.equal(['recovering', 'recovering', 'ready']);
    const stamps = await shanghai.store.entriesOfTypes(['stamp'], null, 10);
    expect(stamps.map(({ space }) => space)).to.deep.equal([shanghai.id]);
  });

  it('by a peer that holds nothing of it, and tells its whole frontier', async () => {
    const { shanghai } = await restored(({ header, lines: _ }, { header: { digests } }) => {
      const programmes = digests.map(({ programme }) => ({ programme, digest: filler(7) }));
      const { cursor = '', full } = header;
      return encodeSync({
        sync: 1,
        digests: programmes,
        cursor,
        frontier: [],
        ...(full && { full }),
      });
    });
    expect(await modeOf(shanghai)).to.equal('ready');
  });
});
