/** Cosignatures of peers, and receipts that stand on them. */

import {
  deriveNodeKeys,
  parseCheckpoint,
  parseHeartbeat,
  parseReceipt,
  type SignatureCheck,
  type SpaceId,
  verifyAll,
} from '@covisa/protocol';
import { expect } from 'chai';
import { nodeSignatureBackend } from '../../dist/adapters/ed25519-node.js';
import type { Context, Identity } from '../../dist/engine/context.js';
import { Witness } from '../../dist/engine/gossip/witness.js';
import type { Replica } from '../../dist/engine/log/replica.js';
import { View } from '../../dist/engine/view.js';
import { codeOfAsync } from '../support/errors.js';
import { filler, Network, publicLog } from './support/network.js';
import { found, member, visit } from './support/people.js';
import { ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

const signatures = nodeSignatureBackend();

async function scene() {
  const network = new Network();
  const [shanghai, melbourne, berlin] = await network.addAll(['shanghai', 'melbourne', 'berlin']);
  await found(network, [shanghai, melbourne, berlin]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  const { index } = await visit(shanghai, wallet);
  await network.syncAll();
  if (index === null) throw new Error('expected a published visit');
  return { network, shanghai, melbourne, berlin, index, wallet };
}

/** What anybody reads from a receipt, without any node: null if a check fails. */
async function checked(receipt: string) {
  const read = parseReceipt(receipt);
  if (!(await verifyAll(signatures, read.checks))) return null;
  const seen: string[] = [];
  for (const one of read.witnesses) {
    if (await verifyAll(signatures, one.checks)) seen.push(one.space);
  }
  return { read, seen };
}

function idsOf(...spaces: readonly TestSpace[]): readonly string[] {
  return spaces.map((space) => space.id);
}

describe('A receipt of a visit', () => {
  it('of the host stands on the cosignatures of its peers', async () => {
    const { shanghai, melbourne, berlin, index } = await scene();
    const found = await checked(await shanghai.engine.logs.receipt(shanghai.id, index));
    expect(found?.read.entry).to.include({ type: 'stamp', kind: 'free', home: melbourne.id });
    expect(found?.read.log).to.deep.equal({ space: shanghai.id, incarnation: 0 });
    expect(found?.read.index).to.equal(index);
    expect([...(found?.seen ?? [])].sort()).to.deep.equal([...idsOf(melbourne, berlin)].sort());
  });

  it('of the home stands on its own cosignature, though the host is gone', async () => {
    const { shanghai, melbourne, index } = await scene();
    await shanghai.stop();
    const found = await checked(await melbourne.engine.logs.receipt(shanghai.id, index));
    expect(found?.read.entry).to.include({ type: 'stamp', kind: 'free', home: melbourne.id });
    expect(found?.seen).to.deep.equal(idsOf(melbourne));
  });

  it('has cosignatures also where the message that brought one first was lost', async () => {
    const { network, shanghai, melbourne, berlin } = await scene();
    network.cut([melbourne, berlin], [shanghai]);
    await shanghai.engine.changeProfile({ name: 'Shanghai' });
    network.heal();
    network.cut([melbourne], [shanghai]);
    await berlin.engine.gossip.syncNow(shanghai.id);
    await melbourne.engine.gossip.syncNow(berlin.id);
    await melbourne.engine.gossip.syncNow(shanghai.id);
    network.heal();
    await melbourne.engine.gossip.syncNow(shanghai.id);
    const { logSize } = await shanghai.engine.status();
    const found = await checked(await shanghai.engine.logs.receipt(shanghai.id, logSize - 1));
    expect(found?.seen).to.include(melbourne.id);
  });

  it('has cosignatures also where the answer that brought one first was lost', async () => {
    const { network, shanghai, melbourne, berlin } = await scene();
    network.cut([melbourne, berlin], [shanghai]);
    await shanghai.engine.changeProfile({ name: 'Shanghai' });
    network.heal();
    network.cut([melbourne], [shanghai]);
    await berlin.engine.gossip.syncNow(shanghai.id);
    await melbourne.engine.gossip.syncNow(berlin.id);
    network.heal();
    network.loseAnswers(shanghai);
    await shanghai.engine.gossip.syncNow(melbourne.id);
    await shanghai.engine.gossip.syncNow(melbourne.id);
    const { logSize } = await shanghai.engine.status();
    const found = await checked(await shanghai.engine.logs.receipt(shanghai.id, logSize - 1));
    expect(found?.seen).to.include(melbourne.id);
  });

  it('holds after the host has resumed, with the chain of its keys', async () => {
    const { network, shanghai, melbourne } = await scene();
    await network.pass(60);
    await shanghai.recover();
    await network.syncAll(3);
    const found = await checked(await melbourne.engine.logs.receipt(shanghai.id, 2));
    expect(found?.read.entry).to.include({ type: 'profile', name: 'shanghai' });
    expect(found?.read.log).to.deep.equal({ space: shanghai.id, incarnation: 1 });
  });

  it('WALLET-6: is given to the member whose visit it is, and to no other', async () => {
    const { network, shanghai, melbourne, index, wallet } = await scene();
    const place = { space: shanghai.id, incarnation: 0, index };
    const token = () => wallet.present({ purpose: 'renew' });
    const receipt = await melbourne.engine.wallets.receipt(token(), place);
    expect((await checked(receipt))?.read.entry).to.include({ type: 'stamp', kind: 'free' });
    const { wallet: other } = await member(network, melbourne, 'Ada');
    const asked = melbourne.engine.wallets.receipt(other.present({ purpose: 'renew' }), place);
    expect(await codeOfAsync(asked)).to.equal('NOT_FOUND');
    const profile = { ...place, index: 2 };
    expect(await codeOfAsync(melbourne.engine.wallets.receipt(token(), profile))).to.equal(
      'NOT_FOUND',
    );
  });

  it('is given of what is held, and of nothing else', async () => {
    const { shanghai, melbourne } = await scene();
    const asked = (index: number) => codeOfAsync(melbourne.engine.logs.receipt(shanghai.id, index));
    expect(await asked(999)).to.equal('NOT_FOUND');
  });

  it('RECEIPT-2: is none with another entry, index or root', async () => {
    const { shanghai, melbourne, index } = await scene();
    const receipt = await melbourne.engine.logs.receipt(shanghai.id, index);
    const lines = receipt.split('\n');
    const other = JSON.parse(Buffer.from((lines[1] ?? '').slice(6), 'base64').toString());
    const swapped = { ...other, entry: other.entry.replace('"free"', '"paid"') };
    const extra = `extra ${Buffer.from(JSON.stringify(swapped)).toString('base64')}`;
    const codes = await Promise.all(
      [
        [lines[0], extra, ...lines.slice(2)],
        [lines[0], lines[1], `index ${index - 1}`, ...lines.slice(3)],
        [...lines.slice(0, 3), ...lines.slice(4)],
      ].map((changed) => codeOfAsync(checked(changed.join('\n')))),
    );
    expect(codes).to.deep.equal(['RECEIPT_INVALID', 'RECEIPT_INVALID', 'RECEIPT_INVALID']);
  });

  it('RECEIPT-1: is none where its keys are those of another space', async () => {
    const { shanghai, melbourne, berlin, index } = await scene();
    const lines = (await melbourne.engine.logs.receipt(shanghai.id, index)).split('\n');
    const others = await melbourne.engine.logs.receipt(berlin.id, 0);
    const read = (line = ''): Record<string, unknown> =>
      JSON.parse(Buffer.from(line.slice('extra '.length), 'base64').toString());
    const swapped = { ...read(lines[1]), log: read(others.split('\n')[1]).log };
    lines[1] = `extra ${Buffer.from(JSON.stringify(swapped)).toString('base64')}`;
    expect(await codeOfAsync(checked(lines.join('\n')))).to.equal('RECEIPT_INVALID');
  });

  it('says nothing where the checkpoint was not signed by the log', async () => {
    const { shanghai, melbourne, berlin, index } = await scene();
    const receipt = await melbourne.engine.logs.receipt(shanghai.id, index);
    const other = await berlin.engine.logs.receipt(berlin.id, 1);
    const signature = other.split('\n').find((line) => line.startsWith('— covisa'));
    const forged = receipt.replace(/^— covisa[^\n]*$/m, signature ?? '');
    expect(await codeOfAsync(checked(forged))).to.equal('RECEIPT_INVALID');
    const bent = receipt.replace(/^(— covisa\S+ .{20})./m, (_, kept: string) => `${kept}A`);
    expect(await checked(bent)).to.equal(null);
  });
});

/** A node with a log of one entry, and as many peers that cosign what it shows. */
function cosigned(count: number) {
  const logOf = (number: number) =>
    new ScriptedLog(filler(number) as SpaceId, new Uint8Array(32).fill(number));
  const own = logOf(0).add('{}');
  const peers = Array.from({ length: count }, (_, number) => logOf(number + 1));
  const counts = { verified: 0 };
  const counting = (check: SignatureCheck): boolean => {
    counts.verified += 1;
    return signatures.verify(check);
  };
  const context = {
    identity: { log: { space: own.space, incarnation: 0 } },
    ports: {
      signatures: { ...signatures, verify: counting },
      store: { putSetting: async () => undefined },
    },
    now: () => 9,
  } as unknown as Context;
  const replica = {
    log: () => ({ head: { checkpoint: own.checkpoint } }),
    latest: () => ({ head: { incarnation: 0 } }),
  } as unknown as Replica;
  const opening = ({ space }: { space: string }) => ({
    witnessKey: peers.find((one) => one.space === space)?.witnessKey,
  });
  const witness = new Witness(context, { opening } as unknown as View, replica);
  const take = (peer: ScriptedLog, time: number) =>
    witness.take(peer.space, peer.cosignature(own.checkpoint, time));
  const kept = () => witness.witnessed?.lines.map(({ space }) => space) ?? [];
  return { peers, counts, take, kept };
}

describe('A witness', () => {
  it('WITNESS-1: cosigns what it holds whole, and no checkpoint ahead of its entries', async () => {
    const { melbourne, shanghai } = await scene();
    const heads = await melbourne.store.heads();
    const head = heads.find((one) => one.space === shanghai.id);
    if (!head?.checkpoint) throw new Error('expected a log that is held');
    const keys = deriveNodeKeys(melbourne.secret);
    const log = { space: melbourne.id, incarnation: 0 };
    const witness = await signatures.publicKey(keys.witness);
    const identity = { log, keys, public: { witness } } as unknown as Identity;
    const context = { identity, ports: { signatures }, now: () => 7 } as unknown as Context;
    const fresh = new Witness(context, new View(), {} as unknown as Replica);
    expect(await fresh.cosign({ ...head, checkpointSize: head.size + 1 })).to.equal(null);
    expect(await fresh.cosign({ ...head, checkpoint: null })).to.equal(null);
    const line = (await fresh.cosign(head)) ?? '';
    const { text } = parseCheckpoint(head.checkpoint);
    const { time, check } = parseHeartbeat(line, text, log, witness);
    expect([time, await signatures.verify(check)]).to.deep.equal([7, true]);
  });

  it('verifies no cosignature that would not be kept: a second of a peer, a sixth of all', async () => {
    const { peers, counts, take, kept } = cosigned(7);
    const names = peers.map(({ space }) => space);
    for (const peer of [...peers.slice(0, 1), ...peers.slice(0, 1)]) await take(peer, 8);
    expect([counts.verified, kept()]).to.deep.equal([1, names.slice(0, 1)]);
    for (const peer of peers) await take(peer, 9);
    expect([counts.verified, kept()]).to.deep.equal([5, names.slice(0, 5)]);
  });
});

describe('An audit of a log', () => {
  it('finds the same log, held and published', async () => {
    const { shanghai, melbourne } = await scene();
    const report = await melbourne.engine.logs.audit(shanghai.id);
    const { size, root } = await shanghai.engine.logs.verify(shanghai.id);
    expect(report).to.deep.include({ space: shanghai.id, name: 'shanghai', ok: true });
    expect(report.incarnations).to.deep.equal([
      { incarnation: 0, accepted: null, size, root, ok: true, problem: null },
    ]);
    expect(report.published).to.deep.equal({
      ...{ url: 'https://shanghai.example', size, root, relation: 'equal', error: null },
    });
  });

  it('finds what is published and not held yet, also where the log is long', async () => {
    const { network, shanghai, melbourne } = await scene();
    network.cut([shanghai], [melbourne]);
    for (let i = 0; i < 300; i++) await shanghai.engine.changeProfile({ name: `Shanghai ${i}` });
    const { size } = await shanghai.engine.status().then((one) => ({ size: one.logSize }));
    network.heal();
    const report = await melbourne.engine.logs.audit(shanghai.id);
    expect(report.ok).to.equal(true);
    expect(report.published).to.include({ relation: 'published-is-longer', size });
  });

  it('finds a log that shows another history to the public', async () => {
    const { network, shanghai, melbourne } = await scene();
    const copy = await network.add('copy', { copyOf: shanghai });
    network.cut([copy], [melbourne, shanghai]);
    await shanghai.engine.changeProfile({ name: 'Shanghai' });
    await copy.engine.changeProfile({ name: 'Copy' });
    await shanghai.engine.gossip.syncNow(null);
    shanghai.script = (path) => publicLog(copy, path);
    const report = await melbourne.engine.logs.audit(shanghai.id);
    expect(report.ok).to.equal(false);
    expect(report.published).to.include({ relation: 'other-history', error: null });
  });

  it('says so where the node cannot be read, or shows what its checkpoint does not say', async () => {
    const { network, shanghai, melbourne, berlin } = await scene();
    network.cut([shanghai], [melbourne]);
    const published = async () => (await melbourne.engine.logs.audit(shanghai.id)).published;
    expect(await published()).to.include({ relation: 'not-read', error: 'PEER_UNREACHABLE' });
    network.heal();
    shanghai.script = (path) => publicLog(berlin, path);
    expect(await published()).to.include({ relation: 'not-read', error: 'CHECKPOINT_INVALID' });
    for (const more of [0, 32, -32]) {
      shanghai.script = async (path) => {
        const shown = await publicLog(shanghai, path);
        return path.endsWith('checkpoint') ? shown : new Uint8Array(shown.length + more);
      };
      expect(await published()).to.include({ relation: 'not-read', error: 'PEER_ANSWER_INVALID' });
    }
  });
});
