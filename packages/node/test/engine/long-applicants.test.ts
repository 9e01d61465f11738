/**
 * A space with a long log that applies to a second programme: its introducer holds all of it by the
 * first one; the members hold nothing of it, and take its opening alone until it is admitted.
 */

import {
  consistencyRanges,
  encodeBase64url,
  encodeSync,
  leafHash,
  type ProgrammeId,
  parseSync,
  parseUtf8,
  subtreeHash,
} from '@covisa/protocol';
import { expect } from 'chai';
import { admitted, founded } from './support/government.js';
import { answerOf, filler, Network } from './support/network.js';
import { found } from './support/people.js';
import type { TestSpace } from './support/test-space.js';

/** Profiles that the applicant writes: more entries than an opening has. */
const LONG = 70;

/** Three members, and a space that the first one introduces, and endorses or not. */
async function scene(isEndorsed = true, profiles = LONG) {
  const network = new Network('long applicant');
  const [programme, first, second, third] = await founded(network, 3);
  if (!second || !third) throw new Error('members');
  const fresh = await network.add('fresh');
  await found(network, [first, fresh]);
  for (let i = 0; i < profiles; i++) await fresh.engine.changeProfile({ name: `fresh ${i}` });
  await network.syncAll();
  await fresh.engine.programmes.join(await first.engine.programmes.invite(programme));
  if (isEndorsed) await first.engine.programmes.endorse(programme, fresh.id);
  return { network, programme, first, second, third, fresh };
}

/** Two copies of it have written on apart; the one that only calls out has resumed its own. */
async function resumedTwin() {
  const all = await scene(true, 20);
  const { network, first, second, third, fresh } = all;
  await network.syncAll();
  const twin = await network.add('twin', { copyOf: fresh });
  network.cut([twin], [fresh, first, second, third]);
  for (const one of [fresh, twin]) {
    for (let i = 0; i < 50; i++) await one.engine.changeProfile({ name: `${one.name} ${i}` });
  }
  await network.syncAll();
  await fresh.stop();
  await twin.recover({ recoverySeed: fresh.recoverySeed() });
  return { ...all, twin };
}

async function sizeAt(node: TestSpace, { id }: TestSpace): Promise<number | null> {
  const head = (await node.store.heads()).find(({ space }) => space === id);
  return head?.size ?? null;
}

async function roundsOf(one: TestSpace, other: TestSpace) {
  const [report] = await one.engine.gossip.syncNow(other.id);
  return [report?.ok, report?.rounds];
}

async function applicantsAt({ engine }: TestSpace, programme: ProgrammeId) {
  const { applicants } = await engine.programmes.show(programme);
  return applicants.map(({ name, endorsements }) => [name, endorsements]);
}

describe('An applicant with a long log, which its introducer holds whole', () => {
  it('is seen by members that hold nothing of it, by the opening of its log', async () => {
    const { network, programme, second, third, fresh } = await scene();
    await network.syncAll();
    for (const node of [second, third]) {
      expect(await sizeAt(node, fresh), node.name).to.equal(64);
      expect(await applicantsAt(node, programme), node.name).to.deep.equal([['fresh 59', 1]]);
    }
  });

  it('is taken whole once it has its endorsements', async () => {
    const { network, programme, first, second, third, fresh } = await scene();
    await network.syncAll();
    await second.engine.programmes.endorse(programme, fresh.id);
    await network.syncAll();
    const { logSize } = await fresh.engine.status();
    for (const node of [first, second, third]) {
      expect(await sizeAt(node, fresh), node.name).to.equal(logSize);
      const { spaces } = await node.engine.programmes.show(programme);
      const seen = spaces.find(({ space }) => space === fresh.id);
      expect([seen?.name, seen?.standing]).to.deep.equal(['fresh 69', 'admitted']);
    }
  });

  it('is not sent again and again beyond its opening', async () => {
    const { network, first, second, fresh } = await scene();
    await network.syncAll();
    const [pushed] = await first.engine.gossip.syncNow(second.id);
    expect(pushed).to.include({ ok: true, sent: 0, received: 0 });
    const [pulled] = await second.engine.gossip.syncNow(first.id);
    expect(pulled).to.include({ ok: true, sent: 0, received: 0 });
    expect(second.events.named('error')).to.deep.equal([]);
    expect(await sizeAt(second, fresh)).to.equal(64);
  });

  it('SYNC-6: keeps no digest from being equal, however much of it a node holds', async () => {
    const { network, programme, first, second, third, fresh } = await scene();
    await network.syncAll();
    const reports = async () => {
      const found = [];
      for (const [one, other] of [
        [first, second],
        [second, first],
        [third, first],
      ] as const) {
        const [report] = await one.engine.gossip.syncNow(other.id);
        found.push([report?.ok, report?.rounds]);
      }
      return found;
    };
    expect(await sizeAt(first, fresh)).to.equal(74);
    const quiet = [
      [true, 1],
      [true, 1],
      [true, 1],
    ];
    expect(await reports()).to.deep.equal(quiet);
    await network.days(1);
    await network.syncAll();
    expect(await reports()).to.deep.equal(quiet);
    await second.engine.programmes.endorse(programme, fresh.id);
    await network.syncAll();
    expect(await reports()).to.deep.equal(quiet);
    expect(await sizeAt(second, fresh)).to.equal(74);
  });

  it('SYNC-6: keeps no digest from being equal where its log has forked beyond its opening', async () => {
    const { network, first, second, third, fresh } = await scene();
    await network.syncAll();
    const twin = await network.add('twin', { copyOf: fresh });
    network.cut([twin], [fresh, first, second, third]);
    for (const one of [fresh, twin]) await one.engine.changeProfile({ name: one.name });
    await network.syncAll();
    network.heal();
    await network.syncAll(4);
    for (const node of [first, second, third]) {
      expect((await node.store.forks()).map(({ common }) => common)).to.deep.equal([74]);
    }
    expect([await sizeAt(first, fresh), await sizeAt(second, fresh)]).to.deep.equal([74, 64]);
    expect(await roundsOf(first, second)).to.deep.equal([true, 1]);
    expect(await roundsOf(third, first)).to.deep.equal([true, 1]);
  });

  it('FORK-12: is everywhere what its resume has accepted, though its owner only calls out', async () => {
    const { network, first, second, third, fresh } = await resumedTwin();
    network.heal();
    await network.syncAll(4);
    for (const node of [first, second, third]) {
      const [entry] = await node.store.entries({ space: fresh.id, incarnation: 0 }, 30, 1, 1);
      const profile = JSON.parse(parseUtf8(entry?.bytes ?? new Uint8Array()));
      expect(profile.name, node.name).to.equal('twin 6');
    }
    expect([await sizeAt(first, fresh), await sizeAt(second, fresh)]).to.deep.equal([74, 64]);
    expect(await roundsOf(first, second)).to.deep.equal([true, 1]);
    expect(await roundsOf(third, first)).to.deep.equal([true, 1]);
  });

  it('FORK-12: is not cut anew by what is accepted under a checkpoint that nobody has signed', async () => {
    const { network, programme, first, second, fresh } = await resumedTwin();
    network.heal();
    await network.syncAll(4);
    expect(await sizeAt(second, fresh)).to.equal(64);
    const log = { space: fresh.id, incarnation: 0 };
    const all = (await first.store.entries(log, 0, 74, 1e6)).map(({ bytes }) => bytes);
    const proof = consistencyRanges(64, 74).map(({ from, to }) =>
      encodeBase64url(subtreeHash(all.slice(from, to).map((line) => leafHash(line)))),
    );
    const head = (await first.store.heads()).find(
      ({ space, incarnation }) => space === fresh.id && incarnation === 0,
    );
    const checkpoint = head?.checkpoint?.replace(/.{9}=\n$/u, 'AAAAAAAAA=\n') ?? '';
    const ranges = [{ ...log, from: 24, count: 40, checkpoint, proof }];
    const digests = [{ programme, digest: filler(7) }];
    const body = encodeSync({ sync: 1, digests, ranges }, [all.slice(24, 64)]);
    await second.engine.gossip.answer(first.id, body);
    expect(await sizeAt(second, fresh)).to.equal(64);
  });

  it('is not sent again and again to a peer that does not take what was accepted', async () => {
    const { network, first, second, fresh, twin } = await resumedTwin();
    network.heal();
    await twin.engine.gossip.syncNow(first.id);
    await first.engine.gossip.syncNow(second.id);
    first.script = (path, body) => {
      const { header, lines } = parseSync(body);
      const isTaken = header.ranges?.map((one) => one.space !== fresh.id || one.incarnation > 0);
      const ranges = header.ranges?.filter((_, i) => isTaken?.[i]);
      const kept = lines.filter((_, i) => isTaken?.[i]);
      const asked = encodeSync({ ...header, ...(ranges && { ranges }) }, kept);
      return answerOf(first.engine, fresh.id, path, asked);
    };
    const rounds: unknown[] = [];
    for (let i = 0; i < 5; i++) rounds.push(await roundsOf(twin, first));
    expect(rounds.slice(-2)).to.deep.equal([
      [true, 1],
      [true, 1],
    ]);
    expect(await sizeAt(first, fresh)).to.equal(64);
  });

  it('stays unseen where the other side does not know of ends, and does no harm', async () => {
    const { network, programme, first, second, fresh } = await scene(false);
    const last = await admitted(network, programme, [first, second], 'last', { isPublic: false });
    await first.engine.programmes.endorse(programme, fresh.id);
    // It sends all that it holds, as it would to anybody.
    first.script = (path, body) => {
      const { header, lines } = parseSync(body);
      const wants = header.wants?.map(({ to: _, ...want }) => want);
      const asked = encodeSync({ ...header, ...(wants && { wants }) }, lines);
      return answerOf(first.engine, last.id, path, asked);
    };
    const [report] = await last.engine.gossip.syncNow(first.id);
    expect(report).to.include({ ok: true });
    expect(await sizeAt(last, fresh)).to.equal(null);
    expect(await applicantsAt(last, programme)).to.deep.equal([[null, 1]]);
    expect(last.events.named('error')).to.deep.equal([]);
    first.script = null;
    // What was refused is offered again when a digest has changed.
    await first.engine.changeProfile({ name: 'First' });
    await last.engine.gossip.syncNow(first.id);
    expect(await sizeAt(last, fresh)).to.equal(64);
    expect(await applicantsAt(last, programme)).to.deep.equal([['fresh 59', 1]]);
  });
});
