/**
 * Gossip between running nodes: what travels, by which ways, and how little of it when there is
 * nothing to say.
 */

import { parseSync, type SyncHeader } from '@covisa/protocol';
import { expect } from 'chai';
import type { ProfileChange } from '../../dist/engine/services.js';
import { codeOfAsync } from '../support/errors.js';
import { Network, settle } from './support/network.js';
import { check, found, member, visit } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

const DAY = 86_400;
const EACH_MINUTE = { settings: { syncIntervalSeconds: 60 } };

async function trio(options = EACH_MINUTE) {
  const network = new Network();
  const [melbourne, shanghai, berlin] = await network.addAll(
    ['melbourne', 'shanghai', 'berlin'],
    options,
  );
  const programme = await found(network, [melbourne, shanghai, berlin]);
  return { network, melbourne, shanghai, berlin, programme };
}

/** Grows the log of a space by so many entries, of which nobody is told. */
async function grow(
  network: Network,
  space: TestSpace,
  count: number,
  change: ProfileChange = { languages: LANGUAGES },
): Promise<void> {
  const others = [...network.spaces.values()];
  network.cut([space], others);
  const { name } = space.engine.profile();
  for (let i = 0; i < count; i++) {
    await space.engine.changeProfile({ name: `${name} ${i}`, ...change });
  }
  await settle();
  network.heal();
}

/** Makes a profile of about a kilobyte. */
const LANGUAGES = Array.from({ length: 20 }, (_, i) => `en-${'x'.repeat(30)}${i % 10}`);

/** Makes a profile of about 14 kilobytes. */
const VENUES = Array.from({ length: 11 }, (_, i) => ({
  ...{ id: `venue-${i}`, name: 'Wide', address: '🏠'.repeat(300), timeZone: 'UTC', amenities: [] },
}));

async function sizeAt(seenBy: TestSpace, space: TestSpace): Promise<number> {
  return (await seenBy.engine.logs.verify(space.id)).size;
}

/** The headers of all requests since the last look. */
function headers(network: Network) {
  return network.calls
    .splice(0)
    .filter((call) => call.path === '/covisa/v1/sync')
    .map(({ from, to, request, answer }) => ({
      from,
      to,
      request: parseSync(request).header,
      answer: answer && parseSync(answer).header,
    }));
}

function namedIn(header: SyncHeader | null | undefined): readonly string[] {
  return header?.digests.map(({ programme }) => programme) ?? [];
}

describe('Gossip', () => {
  it('SYNC-2: where digests are equal it is one round, of at most 400 bytes each way', async () => {
    const { network, melbourne, shanghai } = await trio();
    await network.syncAll();
    const [report] = await melbourne.engine.gossip.syncNow(shanghai.id);
    expect(report).to.include({ ok: true, rounds: 1, received: 0, sent: 0 });
    expect(report?.bytesOut).to.be.at.most(400);
    expect(report?.bytesIn).to.be.at.most(400);
  });

  it('SYNC-2: where digests are equal it costs the same however often logs have changed', async () => {
    const { network, melbourne, shanghai } = await trio();
    const idle = async () => {
      for (let i = 0; i < 3; i++) await melbourne.engine.gossip.syncNow(shanghai.id);
      const [report] = await melbourne.engine.gossip.syncNow(shanghai.id);
      return { rounds: report?.rounds, bytesOut: report?.bytesOut, bytesIn: report?.bytesIn };
    };
    await network.syncAll();
    const before = await idle();
    await grow(network, shanghai, 1200, {});
    expect(await idle()).to.deep.equal(before);
    expect(before.rounds).to.equal(1);
  });

  it('SYNC-2: who left one of two programmes names it no more, and is done in one round', async () => {
    const { network, melbourne, shanghai, programme } = await trio();
    await network.pass(60);
    const other = await found(network, [melbourne, shanghai]);
    await shanghai.engine.programmes.leave(programme);
    await network.syncAll(3);
    headers(network);
    const [report] = await shanghai.engine.gossip.syncNow(melbourne.id);
    expect(report).to.include({ error: null, rounds: 1 });
    expect(headers(network).map(({ request }) => namedIn(request))).to.deep.equal([[other]]);
  });

  it('SYNC-2: who applies for a second programme is done in one round while it waits', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const shared = await found(network, [melbourne, shanghai]);
    const wanted = await found(network, [melbourne, berlin]);
    await shanghai.engine.programmes.join(await melbourne.engine.programmes.invite(wanted));
    await network.syncAll(3);
    headers(network);
    const [report] = await shanghai.engine.gossip.syncNow(melbourne.id);
    expect(report).to.include({ ok: true, rounds: 1 });
    const [call] = headers(network);
    expect(namedIn(call?.request)).to.have.members([shared, wanted]);
    expect(namedIn(call?.answer)).to.deep.equal([shared]);
    // Its introducer alone tells it that it is in.
    for (const one of [melbourne, berlin]) {
      await one.engine.programmes.endorse(wanted, shanghai.id);
      await network.syncAll();
    }
    await shanghai.engine.gossip.syncNow(melbourne.id);
    const { standing } = await shanghai.engine.programmes.show(wanted);
    expect(standing).to.equal('admitted');
  });

  it('carries a stamp at once to the home of the visit', async () => {
    const { network, melbourne, shanghai } = await trio();
    const { wallet, id } = await member(network, melbourne, 'Mia');
    await visit(shanghai, wallet);
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
  });

  it('after a first exchange tells only the frontier lines that changed', async () => {
    const { network, melbourne, shanghai } = await trio();
    await network.syncAll();
    headers(network);
    await shanghai.engine.changeProfile({ name: 'Bund Loft' });
    await settle();
    const told = headers(network)
      .filter(({ from, to }) => from === 'shanghai' && to === 'melbourne')
      .flatMap(({ request }) => request.frontier ?? []);
    expect(told.map(({ space }) => space)).to.deep.equal([shanghai.id]);
    expect(melbourne.engine.peerKey(shanghai.id)).to.have.length(32);
  });

  it('finds everything again after either side was restarted and its cursors are lost', async () => {
    const { network, melbourne, shanghai } = await trio();
    await network.syncAll();
    await melbourne.restart();
    await grow(network, shanghai, 3);
    const [first] = await shanghai.engine.gossip.syncNow(melbourne.id);
    expect(first?.ok).to.equal(true);
    expect(await sizeAt(melbourne, shanghai)).to.equal(await sizeAt(shanghai, shanghai));
    await shanghai.restart();
    await grow(network, melbourne, 3);
    const [second] = await shanghai.engine.gossip.syncNow(melbourne.id);
    expect(second?.ok).to.equal(true);
    expect(await sizeAt(shanghai, melbourne)).to.equal(await sizeAt(melbourne, melbourne));
    const [last] = await melbourne.engine.gossip.syncNow(shanghai.id);
    expect(last).to.include({ rounds: 1 });
  });

  it('sends the whole frontier where a peer has lost its database behind its cursors', async () => {
    const { network, melbourne, shanghai, berlin } = await trio();
    const early = melbourne.backup();
    await grow(network, berlin, 5);
    await network.syncAll();
    await melbourne.restore(early, melbourne.headFile.bytes);
    await network.syncAll();
    for (const space of [shanghai, berlin]) {
      expect(await sizeAt(melbourne, space), space.name).to.equal(await sizeAt(space, space));
    }
  });

  it('carries a long log in several messages, each with its proof, until all of it is there', async () => {
    const { network, melbourne, shanghai } = await trio();
    const { store } = shanghai;
    await grow(network, shanghai, 2400);
    const log = { space: shanghai.id, incarnation: 0 };
    const entries = await store.entries(log, 0, 5000, Number.MAX_SAFE_INTEGER);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
    expect(bytes).to.be.greaterThan(2 * 1024 * 1024);
    headers(network);
    const [report] = await melbourne.engine.gossip.syncNow(shanghai.id);
    expect(report).to.include({ ok: true, received: 2400 });
    const answers = headers(network).flatMap(({ answer }) =>
      answer?.ranges?.length ? answer : [],
    );
    const proofs = answers
      .flatMap(({ ranges }) => ranges ?? [])
      .map(({ proof }) => (proof ?? []).length > 0);
    expect(proofs).to.deep.equal([true, false]);
    // A heartbeat is of use with the entries that it is over.
    expect(answers.map(({ heartbeats }) => heartbeats?.length)).to.deep.equal([0, 1]);
    expect(await melbourne.engine.logs.verify(shanghai.id)).to.deep.equal(
      await shanghai.engine.logs.verify(shanghai.id),
    );
  });

  it('pushes a long log in several messages to a node that does not call', async () => {
    const { network, melbourne, shanghai } = await trio();
    await grow(network, shanghai, 2400);
    const [report] = await shanghai.engine.gossip.syncNow(melbourne.id);
    expect(report).to.include({ ok: true, sent: 2400 });
    expect(await sizeAt(melbourne, shanghai)).to.equal(await sizeAt(shanghai, shanghai));
  });

  it('brings a newcomer a roster that comes only after more logs than one message takes', async () => {
    const { network, melbourne, shanghai, programme } = await trio();
    await grow(network, shanghai, 160, { venues: VENUES });
    await grow(network, melbourne, 170, {});
    await network.syncAll();
    const graz = await network.add('graz', { ...EACH_MINUTE, isPublic: false });
    await graz.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    await melbourne.engine.programmes.endorse(programme, graz.id);
    await network.syncAll(1);
    await shanghai.engine.programmes.endorse(programme, graz.id);
    await network.syncAll();
    for (const space of [melbourne, shanghai]) {
      expect(await sizeAt(graz, space), space.name).to.equal(await sizeAt(space, space));
    }
  });

  it('calls each time, besides, who introduced it to a programme that it is not in yet', async () => {
    const network = new Network();
    const many = await network.addAll(['melbourne', 'shanghai', 'berlin', 'oslo'], EACH_MINUTE);
    const lisbon = await network.add('lisbon', { ...EACH_MINUTE, isPublic: false });
    const [quito, lima] = await network.addAll(['quito', 'lima'], EACH_MINUTE);
    await found(network, [...many, lisbon]);
    const programme = await found(network, [quito, lima]);
    await lisbon.engine.programmes.join(await quito.engine.programmes.invite(programme));
    const callsToQuito = async (): Promise<number> => {
      headers(network);
      await network.pass(900, 10);
      return headers(network).filter(({ from, to }) => from === 'lisbon' && to === 'quito').length;
    };
    // In a quarter of an hour, and later after each refusal. Four others could be called instead.
    expect(await callsToQuito()).to.be.within(6, 30);
    await quito.engine.programmes.endorse(programme, lisbon.id);
    await network.pass(60);
    await lima.engine.programmes.endorse(programme, lisbon.id);
    await callsToQuito();
    const views = await lisbon.engine.programmes.list();
    expect(views.find(({ id }) => id === programme)?.standing).to.equal('admitted');
    expect(await callsToQuito(), 'it is in').to.be.below(6);
  });

  it('passes on through a third node what two that cannot reach each other have to say', async () => {
    const { network, melbourne, shanghai, berlin } = await trio();
    network.cut([melbourne], [shanghai]);
    const { wallet, id } = await member(network, melbourne, 'Mia');
    await network.syncAll();
    expect((await visit(shanghai, wallet)).kind).to.equal('free');
    await berlin.engine.gossip.syncNow(null);
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
  });

  it('brings two nodes that only call out each other’s entries through a public one', async () => {
    const network = new Network();
    const melbourne = await network.add('melbourne', EACH_MINUTE);
    const bath = await network.add('bath', { ...EACH_MINUTE, isPublic: false });
    const graz = await network.add('graz', { ...EACH_MINUTE, isPublic: false });
    const programme = await found(network, [melbourne, bath]);
    await graz.engine.programmes.join(await melbourne.engine.programmes.invite(programme));
    await melbourne.engine.programmes.endorse(programme, graz.id);
    await network.pass(600, 60);
    await bath.engine.programmes.endorse(programme, graz.id);
    await network.pass(600, 60);
    const { wallet, id } = await member(network, bath, 'Ben');
    await network.pass(600, 60);
    expect((await visit(graz, wallet)).kind).to.equal('free');
    await network.pass(600, 60);
    expect(await bath.engine.home.visits(id)).to.have.length(1);
    expect(network.calls.every(({ to }) => to === 'melbourne')).to.equal(true);
  });

  it('keeps idle nodes listed: heartbeats travel without entries, once a day', async () => {
    const { network, melbourne, berlin } = await trio({ settings: { syncIntervalSeconds: 3600 } });
    const before = await sizeAt(melbourne, berlin);
    for (let day = 0; day < 10; day++) await network.pass(DAY, 3600);
    const listed = await melbourne.engine.directory();
    expect(listed.map(({ status }) => status)).to.deep.equal(['listed', 'listed', 'listed']);
    expect(await sizeAt(melbourne, berlin)).to.equal(before);
  });

  it('a silent node is quiet after 3 days, unlisted after 14, and listed again when it returns', async () => {
    const { network, melbourne, berlin } = await trio({ settings: { syncIntervalSeconds: 3600 } });
    const state = async () => {
      const listed = await melbourne.engine.directory();
      return listed.find(({ space }) => space === berlin.id)?.status;
    };
    await berlin.stop();
    await network.pass(4 * DAY, 3600);
    expect(await state()).to.equal('quiet');
    await network.pass(11 * DAY, 3600);
    expect(await state()).to.equal('unlisted');
    await berlin.start();
    await network.pass(7200, 3600);
    expect(await state()).to.equal('listed');
  });
});

describe('A peer that is out of reach', () => {
  it('is tried less and less often, up to once an hour', async () => {
    const { network, melbourne, shanghai, berlin } = await trio();
    await berlin.stop();
    await shanghai.stop();
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      await melbourne.engine.gossip.syncNow(berlin.id);
      const peer = (await melbourne.engine.gossip.peers()).find((one) => one.space === berlin.id);
      waits.push((peer?.retryAt ?? 0) - network.now);
    }
    expect(waits).to.deep.equal([60, 120, 240, 480, 960, 1920, 3600, 3600]);
    const peer = (await melbourne.engine.gossip.peers()).find((one) => one.space === berlin.id);
    expect(peer).to.include({
      failures: 8,
      lastError: 'PEER_UNREACHABLE',
      firstFailure: network.now,
    });
  });

  it('is called at once again when it calls, and catches up on both sides', async () => {
    const { network, melbourne, shanghai, berlin } = await trio();
    network.cut([berlin], [melbourne, shanghai]);
    await network.pass(7200, 60);
    await melbourne.engine.changeProfile({ name: 'Yarra Works' });
    await settle();
    network.heal();
    const calls = network.calls.length;
    await berlin.engine.gossip.syncNow(melbourne.id);
    await settle();
    const back = network.calls.slice(calls).filter(({ from }) => from === 'melbourne');
    expect(back.map(({ to }) => to)).to.include('berlin');
    const peers = await melbourne.engine.gossip.peers();
    expect(peers.find((one) => one.space === berlin.id)).to.include({ failures: 0, retryAt: null });
  });

  it('is caught up with at the start, without waiting for new traffic', async () => {
    const { network, melbourne, shanghai, berlin } = await trio();
    await berlin.stop();
    const { wallet } = await member(network, melbourne, 'Mia');
    await visit(shanghai, wallet);
    await berlin.start();
    await settle();
    const { verdict } = await check(berlin, wallet);
    expect(verdict.left.perProgramme?.before).to.equal(4);
  });

  it('is caught up with after an outage, within the hour, without new traffic', async () => {
    const { network, melbourne, shanghai, berlin } = await trio();
    const { wallet } = await member(network, melbourne, 'Mia');
    await network.syncAll();
    network.cut([berlin], [melbourne, shanghai]);
    await visit(shanghai, wallet);
    await network.pass(3 * 3600, 60);
    network.heal();
    await network.pass(3660, 60);
    const { verdict } = await check(berlin, wallet);
    expect(verdict.left.perProgramme?.before).to.equal(4);
  });
});

describe('Foreign logs', () => {
  it('SYNC-4: a space of no shared programme gets no answer', async () => {
    const { network, melbourne } = await trio();
    const oslo = await network.add('oslo');
    const answer = melbourne.engine.gossip.answer(oslo.id, new Uint8Array());
    expect(await codeOfAsync(answer)).to.equal('FORBIDDEN');
  });

  it('a node in two programmes does not carry the logs of one into the other', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    await found(network, [melbourne, shanghai]);
    await found(network, [melbourne, berlin]);
    await network.syncAll(3);
    expect(await sizeAt(melbourne, shanghai)).to.be.greaterThan(3);
    expect(await sizeAt(melbourne, berlin)).to.be.greaterThan(3);
    expect(await codeOfAsync(berlin.engine.logs.verify(shanghai.id))).to.equal('NOT_FOUND');
    expect(await codeOfAsync(shanghai.engine.logs.verify(berlin.id))).to.equal('NOT_FOUND');
    expect((await berlin.engine.directory()).map(({ space }) => space)).to.have.members([
      melbourne.id,
      berlin.id,
    ]);
  });
});
