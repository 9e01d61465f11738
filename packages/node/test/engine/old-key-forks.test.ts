/**
 * What the key of an ended incarnation can still do: nothing to what the recovery key has accepted,
 * whatever a node hears first.
 */

import {
  appendLeaves,
  calendarDate,
  checkpointToSign,
  compactRoot,
  consistencyRanges,
  deriveNodeKeys,
  EMPTY_COMPACT_RANGE,
  encodeBase64url,
  encodeCheckpoint,
  encodeUtf8,
  type ForkProof,
  type ForkSide,
  leafHash,
  subtreeHash,
} from '@covisa/protocol';
import { expect } from 'chai';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';
import { Network } from './support/network.js';
import { found, member, visit } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const DATE_MIN = calendarDate.parse('2026-01-01');
const DATE_MAX = calendarDate.parse('2027-12-31');

function side(log: ScriptedLog, common: number): ForkSide {
  const leaves = log.lines.map((line) => leafHash(line));
  const hashes = (from: number) =>
    consistencyRanges(from, leaves.length).map(({ from: first, to }) =>
      encodeBase64url(subtreeHash(leaves.slice(first, to))),
    );
  return { checkpoint: log.checkpoint, atCommon: hashes(common), beyond: hashes(common + 1) };
}

/** A second history of a log under its old key, and the proof of it. */
async function secondHistory(space: TestSpace, common: number, lines: readonly string[]) {
  const [whole, other] = [await ScriptedLog.of(space), await ScriptedLog.of(space, common)];
  other.add(...lines);
  const proof: ForkProof = {
    ...{ space: space.id, incarnation: 0, common },
    sides: [side(whole, common), side(other, common)],
  };
  return { whole, other, proof };
}

/** Shanghai is a host of two visits and voted for Lisbon; the thief has its old secret. */
async function scene() {
  const network = new Network();
  const [shanghai, melbourne, berlin, lisbon] = await network.addAll([
    'shanghai',
    'melbourne',
    'berlin',
    'lisbon',
  ]);
  const programme = await found(network, [shanghai, melbourne, berlin]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  const common = (await shanghai.engine.status()).logSize;
  await lisbon.engine.programmes.join(await shanghai.engine.programmes.invite(programme));
  await shanghai.engine.programmes.endorse(programme, lisbon.id);
  await network.syncAll();
  await melbourne.engine.programmes.endorse(programme, lisbon.id);
  await network.syncAll(3);
  await visit(shanghai, wallet);
  await network.syncAll();
  const second = await secondHistory(shanghai, common, [
    '{"type":"closing","date":"2026-11-02"}',
    '{"type":"news"}',
  ]);
  const size = second.whole.lines.length;
  return { network, programme, shanghai, melbourne, berlin, lisbon, common, size, wallet, second };
}

/** Whether Lisbon, which is admitted by a vote of Shanghai, is listed. */
async function isAdmittedAt(seenBy: TestSpace, space: TestSpace): Promise<boolean> {
  const listing = (await seenBy.engine.directory()).find((one) => one.space === space.id);
  return listing?.status === 'listed';
}

async function sizeAt(seenBy: TestSpace, space: TestSpace): Promise<number | undefined> {
  const heads = await seenBy.store.heads();
  return heads.find((one) => one.space === space.id && one.incarnation === 0)?.size;
}

async function receivedAt(home: TestSpace, host: TestSpace): Promise<readonly string[]> {
  const { received } = await home.engine.accounts.statement(host.id, DATE_MIN, DATE_MAX);
  return received.map(({ count, kind }) => `${count} ${kind}`);
}

async function shelvesAt(seenBy: TestSpace): Promise<number> {
  return (await seenBy.store.shelves()).length;
}

async function agree(one: TestSpace, other: TestSpace): Promise<boolean> {
  const [report] = await one.engine.gossip.syncNow(other.id);
  return report?.ok === true && report.rounds === 1;
}

describe('Who holds the old key of a space that has resumed', () => {
  it('FORK-12: cuts nothing that the recovery key has accepted', async () => {
    const { network, programme, shanghai, melbourne, berlin, lisbon, size, second } = await scene();
    expect(await isAdmittedAt(berlin, lisbon)).to.equal(true);
    await network.pass(60);
    await shanghai.recover();
    await network.syncAll(3);
    const forks = [second.proof];
    await berlin.engine.gossip.answer(lisbon.id, bodyOf(programme, [], { forks }));
    await network.syncAll(3);
    for (const peer of [melbourne, berlin, lisbon, shanghai]) {
      expect(await sizeAt(peer, shanghai), peer.name).to.equal(size);
      expect(await isAdmittedAt(peer, lisbon), peer.name).to.equal(true);
    }
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
    expect(await agree(berlin, lisbon)).to.equal(true);
  });

  it('FORK-12: has cut only until the resume is heard of: then the entries come again', async () => {
    const { network, programme, shanghai, melbourne, berlin, lisbon, ...rest } = await scene();
    const { common, size, second } = rest;
    network.cut([shanghai], [melbourne, berlin, lisbon]);
    const forks = [second.proof];
    await berlin.engine.gossip.answer(lisbon.id, bodyOf(programme, [], { forks }));
    await network.syncAll(2);
    expect(await sizeAt(melbourne, shanghai)).to.equal(common);
    expect(await shelvesAt(melbourne), 'its visit is a stray').to.equal(1);
    expect(await isAdmittedAt(melbourne, lisbon), 'its vote is gone').to.equal(false);
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
    await shanghai.recover();
    network.heal();
    await network.syncAll(4);
    for (const peer of [melbourne, berlin, lisbon, shanghai]) {
      expect(await sizeAt(peer, shanghai), peer.name).to.equal(size);
      expect(await isAdmittedAt(peer, lisbon), peer.name).to.equal(true);
      expect(await shelvesAt(peer), peer.name).to.equal(0);
    }
    expect(await receivedAt(melbourne, shanghai)).to.deep.equal(['1 free']);
    expect(await agree(berlin, lisbon)).to.equal(true);
    expect(await agree(melbourne, shanghai)).to.equal(true);
  });
});

/** A side of a proof that has nothing in common with another, under the newest log key. */
function sideOf(space: TestSpace, lines: readonly Uint8Array[]): ForkSide {
  const signatures = nodeSignatureBackend();
  const key = deriveNodeKeys(space.secret).log;
  const leaves = lines.map((line) => leafHash(line));
  const root = compactRoot(appendLeaves(EMPTY_COMPACT_RANGE, leaves));
  const claims = { log: { space: space.id, incarnation: 1 }, size: lines.length, root };
  const signature = signatures.sign(key, checkpointToSign(claims));
  const checkpoint = encodeCheckpoint(claims, signatures.publicKey(key), signature);
  return { checkpoint, atCommon: [], beyond: [] };
}

describe('A thief of the disk of a space that has resumed', () => {
  it('FORK-2: closes it by no second history with nothing in common', async () => {
    const { network, programme, shanghai, melbourne, berlin } = await scene();
    await network.pass(60);
    await shanghai.recover();
    await network.syncAll(3);
    const log = { space: shanghai.id, incarnation: 1 };
    const [first] = await shanghai.store.entries(log, 0, 1, 0);
    if (!first) throw new Error('expected the resume');
    // The same resume in another writing: the thief has no recovery key.
    const sides = [
      [first.bytes],
      [encodeUtf8(` ${new TextDecoder().decode(first.bytes)}`)],
    ] as const;
    const [one, other] = sides.map((lines) => sideOf(shanghai, lines));
    if (!one || !other) throw new Error('expected two sides');
    const forks = [{ ...log, common: 0, sides: [one, other] as const }];
    await berlin.engine.gossip.answer(melbourne.id, bodyOf(programme, [], { forks }));
    const listing = (await berlin.engine.directory()).find((one) => one.space === shanghai.id);
    expect(listing).to.include({ status: 'listed' });
  });
});
