/** What a thief or a liar can do with a log that forks: less than before, and nothing to others. */

import {
  appendLeaves,
  calendarDate,
  compactRoot,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  encodeSync,
  FIRST_SHELF,
  type ForkProof,
  forkProof,
  inclusionRanges,
  leafHash,
  parseSync,
  parseUtf8,
} from '@covisa/protocol';
import { expect } from 'chai';
import { Network } from './support/network.js';
import { found, member, seat, visit } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const DATE_MIN = calendarDate.parse('2026-01-01');
const DATE_MAX = calendarDate.parse('2027-12-31');

/** Shanghai is a host of some visits; an early backup of it is in a thief's hands. */
async function scene() {
  const network = new Network();
  const [shanghai, melbourne, berlin] = await network.addAll(['shanghai', 'melbourne', 'berlin']);
  const programme = await found(network, [shanghai, melbourne, berlin]);
  await seat(network, programme, [shanghai, melbourne]);
  const early = shanghai.backup();
  const common = (await shanghai.engine.status()).logSize;
  const { wallet } = await member(network, melbourne, 'Mia');
  for (let day = 0; day < 2; day++) {
    await network.syncAll();
    await visit(shanghai, wallet);
    await network.days(1);
  }
  await network.syncAll();
  const thief = await network.add('thief', { copyOf: shanghai });
  network.cut([thief], [shanghai, melbourne, berlin]);
  return { network, programme, shanghai, melbourne, berlin, thief, early, common, wallet };
}

/** The thief writes another history from the backup on, and shows it. */
async function forked() {
  const all = await scene();
  const { network, thief, early } = all;
  await thief.restore(early, early.head);
  await thief.engine.changeProfile({ name: 'Stolen' });
  network.heal();
  await network.syncAll(4);
  return all;
}

async function receivedAt(home: TestSpace, host: TestSpace): Promise<readonly string[]> {
  const { received } = await home.engine.accounts.statement(host.id, DATE_MIN, DATE_MAX);
  return received.map(({ count, kind }) => `${count} ${kind}`);
}

async function sizeAt(seenBy: TestSpace, space: TestSpace): Promise<number> {
  return (await seenBy.engine.logs.verify(space.id)).size;
}

async function forksAt(seenBy: TestSpace): Promise<readonly ForkProof[]> {
  const forks = await seenBy.store.forks();
  return forks.map(({ proof }) => forkProof.parse(JSON.parse(parseUtf8(proof))));
}

async function listingAt(seenBy: TestSpace, space: TestSpace) {
  return (await seenBy.engine.directory()).find((one) => one.space === space.id);
}

/** The hashes that prove the last line of a log to be in its tree. */
function proofOfLast({ lines }: ScriptedLog): readonly string[] {
  const leaves = lines.map((line) => leafHash(line));
  const last = leaves.length - 1;
  return inclusionRanges(last, leaves.length).map(({ from, to }) =>
    encodeBase64url(compactRoot(appendLeaves(EMPTY_COMPACT_RANGE, leaves.slice(from, to)))),
  );
}

describe('A thief that forks a log from an old backup on', () => {
  it('takes no stamp away, and founds no doubt about who is in the programme', async () => {
    const { shanghai, melbourne, berlin, common } = await forked();
    expect(await sizeAt(berlin, shanghai), 'cut to the backup').to.equal(common);
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free']);
    for (const space of [melbourne, berlin]) {
      const [programme] = await space.engine.programmes.list();
      expect(programme, space.name).to.include({ members: 3 });
    }
    expect(await listingAt(berlin, shanghai)).to.include({ name: 'shanghai', reason: 'forked' });
  });

  it('is told of once in a message: few proofs fit into one', async () => {
    const { network } = await forked();
    const told = network.calls
      .filter(({ path }) => path === '/covisa/v1/sync')
      .flatMap(({ request, answer }) => [request, ...(answer ? [answer] : [])])
      .map((body) => parseSync(body).header.forks?.length ?? 0);
    expect(Math.max(...told)).to.equal(1);
  });

  it('is outdone by the recovery key', async () => {
    const { network, shanghai, melbourne, wallet, thief } = await forked();
    await thief.stop();
    await shanghai.recover();
    await network.syncAll(3);
    expect(await listingAt(melbourne, shanghai)).to.include({ status: 'listed' });
    await visit(shanghai, wallet);
    await network.syncAll();
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['2 free', '1 paid']);
  });
});

describe('Who holds the key of a forked log', () => {
  it('FORK-9: cannot make it grow beyond what is common', async () => {
    const { shanghai, melbourne, programme } = await forked();
    const size = await sizeAt(melbourne, shanghai);
    const log = await ScriptedLog.of(shanghai, size);
    log.add('{"type":"news"}', '{"type":"news","n":2}');
    await melbourne.engine.gossip.answer(shanghai.id, bodyOf(programme, [[log, size]]));
    expect(await sizeAt(melbourne, shanghai)).to.equal(size);
  });

  it('FORK-9: does not keep what is common from who hears of the fork before it', async () => {
    const network = new Network();
    const [shanghai, melbourne, berlin] = await network.addAll(['shanghai', 'melbourne', 'berlin']);
    const programme = await found(network, [shanghai, melbourne, berlin]);
    const held = await sizeAt(berlin, shanghai);
    await berlin.stop();
    await shanghai.engine.changeProfile({ name: 'Common' });
    await network.syncAll();
    const thief = await network.add('thief', { copyOf: shanghai });
    network.cut([thief], [shanghai]);
    for (const one of [shanghai, thief]) await one.engine.changeProfile({ name: one.name });
    await network.syncAll(3);
    const forks = await forksAt(melbourne);
    network.cut([berlin], [shanghai, melbourne, thief]);
    await berlin.start();
    await berlin.engine.gossip.answer(melbourne.id, bodyOf(programme, [], { forks }));
    expect(await sizeAt(berlin, shanghai)).to.equal(held);
    network.heal();
    await network.syncAll();
    expect(await sizeAt(berlin, shanghai)).to.equal(held + 1);
  });

  it('FORK-10: is not alive by heartbeats of it', async () => {
    const { network, shanghai, melbourne, programme } = await forked();
    const log = await ScriptedLog.of(shanghai, await sizeAt(melbourne, shanghai));
    const heartbeats = [log.heartbeat(network.now)];
    await melbourne.engine.gossip.answer(shanghai.id, bodyOf(programme, [], { heartbeats }));
    expect((await listingAt(melbourne, shanghai))?.heartbeat).to.equal(null);
  });

  it('STRAY-2: adds nothing by a stray that protects nobody', async () => {
    const { shanghai, melbourne, programme } = await forked();
    const log = await ScriptedLog.of(shanghai, await sizeAt(melbourne, shanghai));
    log.add('{"type":"closing","date":"2026-11-02"}');
    const { space, checkpoint } = log;
    const from = log.lines.length - 1;
    const rest = { from, count: 1, checkpoint, proof: proofOfLast(log) };
    const ranges = [{ space, incarnation: FIRST_SHELF, ...rest }];
    const before = await melbourne.store.shelves();
    const events = melbourne.events.events.length;
    const header = { sync: 1, digests: [{ programme, digest: log.root }], ranges } as const;
    await melbourne.engine.gossip.answer(shanghai.id, encodeSync(header, [log.lines.slice(from)]));
    expect(await melbourne.store.shelves()).to.deep.equal(before);
    expect(melbourne.events.events.slice(events).map((one) => one.event)).to.include(
      'stray-refused',
    );
    // What protects others is taken by such a proof.
    log.add('{"type":"revocation","marker":"AAAAAAAAAAAAAAAAAAAAAA","time":7}');
    const last = { from: from + 1, count: 1, checkpoint: log.checkpoint, proof: proofOfLast(log) };
    const more = { ...header, ranges: [{ space, incarnation: FIRST_SHELF, ...last }] };
    await melbourne.engine.gossip.answer(shanghai.id, encodeSync(more, [log.lines.slice(-1)]));
    expect(await melbourne.store.shelves()).to.not.deep.equal(before);
  });
});

describe('A peer that lays a fork to another’s charge', () => {
  it('FORK-6: is not believed without both signatures', async () => {
    const { shanghai, melbourne, berlin, programme, common } = await scene();
    const forge = await forked();
    const [proof] = await forksAt(forge.berlin);
    if (!proof || !('sides' in proof)) throw new Error('expected a proof of two checkpoints');
    const [one, other] = proof.sides;
    const checkpoint = other.checkpoint.replace(/.{9}=\n$/u, 'AAAAAAAAA=\n');
    const forks = [{ ...proof, sides: [one, { ...other, checkpoint }] as const }];
    const before = await sizeAt(melbourne, shanghai);
    await melbourne.engine.gossip.answer(berlin.id, bodyOf(programme, [], { forks }));
    expect(await sizeAt(melbourne, shanghai)).to.equal(before);
    expect(melbourne.events.named('warn')).to.include('fork-refused');
    await melbourne.engine.gossip.answer(berlin.id, bodyOf(programme, [], { forks: [proof] }));
    expect(await sizeAt(melbourne, shanghai), 'the true proof is believed').to.equal(common);
  });
});
