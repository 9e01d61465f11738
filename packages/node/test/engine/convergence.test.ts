/**
 * State = f(entries, latest heartbeats, instant): whatever the order, duplication and batching in
 * which the same entries reach a node, it comes to the same state and the same verdicts.
 */

import { calendarDate, encodeSync, type ProgrammeId } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { filler, Network } from './support/network.js';
import { check, found, member, stamp, TERMS, visit, type Wallet } from './support/people.js';
import { ScriptedLog } from './support/scripted-log.js';
import type { Backup, TestSpace } from './support/test-space.js';

const DAY = 86_400;
const UNCHANGED = { seatAdmitted: false, add: [], remove: [] };
const FROM = calendarDate.parse('2026-11-01');
const TO = calendarDate.parse('2026-11-30');

/** Part of a log, up to a size at which its owner signs it; or its latest heartbeat. */
interface Piece {
  readonly log: number;
  readonly from: number;
  readonly to: number;
  readonly beats: boolean;
}

/** A home that has heard of nothing yet, and what the other spaces' logs have to tell it. */
interface Story {
  readonly network: Network;
  readonly programme: ProgrammeId;
  readonly home: TestSpace;
  readonly introducer: TestSpace;
  readonly others: readonly TestSpace[];
  readonly before: Backup;
  readonly logs: readonly ScriptedLog[];
  /** Of a member of another home, who comes to this one. */
  readonly traveller: Wallet;
}

/**
 * Two founders and two newcomers; visits, double ones among them; voids, votes, leaving, closing.
 */
async function tell(): Promise<Story> {
  const network = new Network('convergence');
  const [melbourne, shanghai, berlin, lisbon, oslo] = await network.addAll([
    'melbourne',
    'shanghai',
    'berlin',
    'lisbon',
    'oslo',
  ]);
  const ola = await member(network, oslo, 'Ola');
  const per = await member(network, oslo, 'Per');
  const programme = await found(network, [melbourne, shanghai, berlin, lisbon]);
  const link = await melbourne.engine.programmes.invite(programme);
  await oslo.engine.programmes.join(link);
  const before = oslo.backup();
  await melbourne.engine.programmes.endorse(programme, oslo.id);
  await network.syncAll();
  await shanghai.engine.programmes.endorse(programme, oslo.id);
  await network.syncAll();
  const traveller = await member(network, shanghai, 'Lin');
  network.cutApart([oslo, melbourne, shanghai, berlin]);
  await visit(shanghai, ola.wallet);
  await visit(melbourne, ola.wallet, { halfDay: true });
  await visit(berlin, per.wallet);
  const mistaken = await visit(melbourne, per.wallet);
  await network.pass(DAY);
  await melbourne.engine.desk.void(mistaken.id);
  await visit(berlin, traveller.wallet);
  network.heal();
  await network.syncAll();
  await stamp(lisbon, await check(lisbon, ola.wallet), 'courtesy');
  const terms = { ...TERMS, after: { kind: 'refuse' } } as const;
  await melbourne.engine.programmes.amend(programme, { ...UNCHANGED, seatAdmitted: true, terms });
  await shanghai.engine.programmes.amend(programme, { ...UNCHANGED, name: 'Another way' });
  await network.syncAll();
  const drafts = (await melbourne.engine.programmes.show(programme)).drafts;
  const chosen = drafts.find(({ changesTerms }) => changesTerms);
  await shanghai.engine.programmes.sign(programme, chosen?.roster ?? null);
  await network.syncAll();
  await berlin.engine.programmes.leave(programme);
  await lisbon.engine.closeSpace();
  await melbourne.engine.changeProfile({ name: 'Yarra Works' });
  const revoked = await member(network, shanghai, 'Wei');
  await shanghai.engine.home.setStatus(revoked.id, 'revoked');
  await network.syncAll();
  const others = [melbourne, shanghai, berlin, lisbon];
  const logs = await Promise.all(others.map((space) => ScriptedLog.of(space)));
  await network.stop();
  return {
    network,
    programme,
    home: oslo,
    introducer: melbourne,
    others,
    before,
    logs,
    traveller: traveller.wallet,
  };
}

/** A message with these pieces: ranges, one a log, and heartbeats. */
function messageOf({ network, programme, logs }: Story, pieces: readonly Piece[]): Uint8Array {
  const ranges = [];
  const lines = [];
  const heartbeats = [];
  for (const { log: index, from, to, beats } of pieces) {
    const log = logs[index];
    if (!log) throw new Error('piece: expected one of a log');
    if (beats) heartbeats.push(log.heartbeat(network.now - index));
    const part = new ScriptedLog(log.space, log.secret, log.lines.slice(0, to));
    ranges.push(part.range(from));
    lines.push(part.lines.slice(from));
  }
  const digests = [{ programme, digest: filler(7) }];
  return encodeSync({ sync: 1, digests, ranges, heartbeats }, lines);
}

/**
 * Starts the home over what it held before, and gives it these messages; then all that it still
 * lacks.
 */
async function afterHearing(
  story: Story,
  messages: readonly (readonly Piece[])[],
  order: readonly number[],
): Promise<Picture> {
  const { home, introducer, before, logs, network } = story;
  const now = network.now;
  home.place(before.store, before.head);
  await home.start();
  const hear = (pieces: readonly Piece[]) =>
    home.engine.gossip.answer(introducer.id, messageOf(story, pieces));
  for (const message of messages) await hear(message);
  for (let pass = 0; pass < 4; pass++) {
    for (const log of order) {
      await hear([{ log, from: 0, to: logs[log]?.lines.length ?? 0, beats: true }]);
    }
  }
  expect(network.now).to.equal(now);
  const seen = await picture(story);
  await home.stop();
  return seen;
}

type Picture = Awaited<ReturnType<typeof picture>>;

/** Everything that a node shows of what it has heard. */
async function picture({ home, others, traveller }: Story) {
  const { engine } = home;
  const members = await engine.home.list();
  return {
    programmes: await engine.programmes.list(),
    directory: await engine.directory(),
    logs: await Promise.all(others.map((space) => engine.logs.verify(space.id))),
    statements: await Promise.all(
      others.map((space) => engine.accounts.statement(space.id, FROM, TO)),
    ),
    visits: await Promise.all(members.map(({ id }) => engine.home.visits(id))),
    doubles: await engine.accounts.doubleVisits(),
    verdict: (await check(home, traveller)).verdict,
  };
}

/** Any sequence of messages, each with pieces of different logs. */
function messagesOf({ logs }: Story): fc.Arbitrary<readonly (readonly Piece[])[]> {
  const pieceOf = (log: number): fc.Arbitrary<Piece> => {
    const size = logs[log]?.lines.length ?? 0;
    return fc
      .record({ one: fc.nat(size), other: fc.nat(size), beats: fc.boolean() })
      .map(({ one, other, beats }) => ({
        log,
        from: Math.min(one, other),
        to: Math.max(one, other, 1),
        beats,
      }));
  };
  const message = fc
    .uniqueArray(fc.nat(logs.length - 1), { minLength: 1 })
    .chain((picked) => fc.tuple(...picked.map(pieceOf)));
  return fc.array(message, { maxLength: 20 });
}

describe('A node that hears of everything', () => {
  it('comes to the same state whatever the order, duplication and batching', async () => {
    const story = await tell();
    const reference = await afterHearing(story, [], [0, 1, 2, 3]);
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    await fc.assert(
      fc.asyncProperty(messagesOf(story), order, async (messages, last) => {
        expect(await afterHearing(story, messages, last)).to.deep.equal(reference);
      }),
      { numRuns: 25 },
    );
  }).timeout(60_000);

  it('has heard of visits, double ones, a void, votes, leaving and closing', async () => {
    const story = await tell();
    const { programmes, directory, visits, doubles } = await afterHearing(story, [], [3, 2, 1, 0]);
    const [programme] = programmes;
    const nameOf = (id: string) => programme?.spaces.find(({ space }) => space === id)?.name ?? id;
    expect(programme).to.include({ name: 'Round trip', rosterVersion: 1, members: 3 });
    expect(
      sorted(programme?.spaces.map(({ name, standing }) => `${name} ${standing}`)),
    ).to.deep.equal([
      'Yarra Works member',
      'berlin left',
      'lisbon closed',
      'oslo member',
      'shanghai member',
    ]);
    expect(
      sorted(directory.map(({ space, status }) => `${nameOf(space)} ${status}`)),
    ).to.deep.equal([
      'Yarra Works listed',
      'berlin unlisted',
      'lisbon closed',
      'oslo listed',
      'shanghai listed',
    ]);
    const plain = visits.map((list) =>
      sorted(
        list.map(({ hostName, kind, voided }) => `${hostName} ${kind}${voided ? ', void' : ''}`),
      ),
    );
    expect(sorted(plain.map((list) => list.join('; ')))).to.deep.equal([
      'Yarra Works free, void; berlin free',
      'Yarra Works free; lisbon courtesy; shanghai free',
    ]);
    expect(doubles.map(({ side, k, hosts }) => [side, k, hosts.length])).to.deep.equal([
      ['home', 0, 2],
    ]);
  });
});

function sorted(texts: readonly string[] = []): readonly string[] {
  return [...texts].sort();
}
