/**
 * Peers that send what no honest node would: nothing that was held before is lost or changed by it.
 */

import { calendarDate, encodeSync, encodeUtf8, type SyncHeader, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOfAsync } from '../support/errors.js';
import { addressOf, filler, Network, settle } from './support/network.js';
import { found, member, visit } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';
import type { TestSpace } from './support/test-space.js';

/**
 * A victim, an honest peer, and one that a test speaks for; the last has news that the victim has
 * not heard.
 */
async function scene() {
  const network = new Network();
  const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
  const programme = await found(network, [melbourne, shanghai, berlin]);
  const { wallet } = await member(network, melbourne, 'Mia');
  await network.syncAll();
  network.cut([melbourne, shanghai], [berlin]);
  await visit(berlin, wallet);
  const news = await ScriptedLog.of(berlin);
  const heard = news.lines.length - 1;
  return { network, melbourne, shanghai, berlin, programme, wallet, news, heard };
}

/** All that a node holds and shows, as text. */
async function picture({ store, engine }: TestSpace): Promise<string> {
  const heads = await store.heads();
  const { mode, logSize, logRoot } = await engine.status();
  const state = [mode, logSize, logRoot, await engine.programmes.list(), await engine.directory()];
  return JSON.stringify([heads.map((head) => ({ ...head, range: [...head.range] })), state]);
}

function answerTo(victim: TestSpace, caller: TestSpace, body: Uint8Array): Promise<string | null> {
  return codeOfAsync(victim.engine.gossip.answer(caller.id, body));
}

describe('A hostile peer that calls', () => {
  it('changes nothing by noise, and is told that it is no sync', async () => {
    const { melbourne, berlin } = await scene();
    const before = await picture(melbourne);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        expect(await answerTo(melbourne, berlin, noise)).to.equal('SYNC_INVALID');
      }),
      { numRuns: 200 },
    );
    expect(await picture(melbourne)).to.equal(before);
  });

  it('changes nothing by headers that are JSON and no more', async () => {
    const { melbourne, berlin } = await scene();
    const before = await picture(melbourne);
    const header = fc.record({
      sync: fc.constant(1),
      digests: fc.constant([]),
      echo: fc.jsonValue(),
      frontier: fc.jsonValue(),
      wants: fc.jsonValue(),
      ranges: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(header, async (value) => {
        const body = encodeUtf8(`${JSON.stringify(value)}\n`);
        expect(await answerTo(melbourne, berlin, body)).to.be.oneOf([null, 'SYNC_INVALID']);
      }),
      { numRuns: 200 },
    );
    expect(await picture(melbourne)).to.equal(before);
  });

  it('brings in nothing but its true log, whichever bit of its message is flipped', async () => {
    const { melbourne, shanghai, berlin, programme, news, heard, network } = await scene();
    const beat = news.heartbeat(network.now + 60);
    const echo = melbourne.engine.logs.checkpoint();
    const body = bodyOf(programme, [[news, heard]], { heartbeats: [beat], echo });
    const start = melbourne.backup();
    const own = await melbourne.engine.logs.verify(melbourne.id);
    const foreign = await melbourne.engine.logs.verify(shanghai.id);
    const held = await melbourne.engine.logs.verify(berlin.id);
    const whole = { size: news.lines.length, root: news.root, ok: true, problem: null };
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length * 8 - 1), async (bit) => {
        const at = bit >> 3;
        const flipped = body.with(at, (body[at] ?? 0) ^ (1 << (bit & 7)));
        await melbourne.engine.gossip.answer(berlin.id, flipped).catch((error: unknown) => {
          expect(error).to.have.property('code');
        });
        const now = await melbourne.engine.logs.verify(berlin.id);
        expect([held, whole]).to.deep.include(now);
        if (now.size === whole.size) passed += 1;
        expect(await melbourne.engine.logs.verify(melbourne.id)).to.deep.equal(own);
        expect(await melbourne.engine.logs.verify(shanghai.id)).to.deep.equal(foreign);
        expect((await melbourne.engine.status()).mode).to.equal('ready');
        if (now.size === whole.size) await melbourne.restore(start, start.head);
      }),
      { numRuns: 200 },
    );
    expect(passed).to.be.lessThan(180);
  });

  it('cannot bring in a log of a space that is in no shared programme, nor have it passed on', async () => {
    const { network, melbourne, shanghai, berlin, programme } = await scene();
    const oslo = await network.add('oslo');
    const foreign = await ScriptedLog.of(oslo);
    const before = await picture(melbourne);
    const frontier = [{ space: oslo.id, incarnation: 0, size: 3, root: foreign.root, day: 0 }];
    const body = bodyOf(programme, [[foreign, 0]], { frontier, full: true });
    const answer = await melbourne.engine.gossip.answer(berlin.id, body);
    expect(new TextDecoder().decode(answer)).to.not.include(oslo.id);
    expect(await picture(melbourne)).to.equal(before);
    await network.syncAll();
    expect(await codeOfAsync(shanghai.engine.logs.verify(oslo.id))).to.equal('NOT_FOUND');
  });

  it('cannot extend the victim’s own log, not even with the victim’s own key', async () => {
    const { melbourne, berlin, programme } = await scene();
    const before = await picture(melbourne);
    const stolen = await ScriptedLog.of(melbourne);
    const held = stolen.lines.length;
    stolen.add({ type: 'closing', date: calendarDate.parse('2026-11-02') });
    expect(await answerTo(melbourne, berlin, bodyOf(programme, [[stolen, held]]))).to.equal(null);
    expect(await picture(melbourne)).to.equal(before);
  });

  it('cannot make the victim believe that it was restored, without a checkpoint of the victim’s key', async () => {
    const { network, melbourne, berlin, programme } = await scene();
    const before = await picture(melbourne);
    const forged = new ScriptedLog(
      melbourne.id,
      berlin.secret,
      (await ScriptedLog.of(melbourne)).lines,
    );
    forged.add('{"type":"more"}');
    const ofOthers = await ScriptedLog.of(berlin);
    for (const echo of [forged.checkpoint, ofOthers.checkpoint, 'noise']) {
      expect(await answerTo(melbourne, berlin, bodyOf(programme, [], { echo }))).to.equal(null);
    }
    network.heal();
    expect(await picture(melbourne)).to.equal(before);
  });

  it('cannot date its heartbeat ahead, nor beat for another space', async () => {
    const { network, melbourne, shanghai, berlin, programme, news, heard } = await scene();
    await answerTo(melbourne, berlin, bodyOf(programme, [[news, heard]]));
    const before = await picture(melbourne);
    const forged = new ScriptedLog(
      shanghai.id,
      berlin.secret,
      (await ScriptedLog.of(shanghai)).lines,
    );
    const hostile: Partial<SyncHeader>[] = [
      { heartbeats: [news.heartbeat(network.now + 601)] },
      { beat: news.heartbeat(network.now + 601).line },
      { heartbeats: [forged.heartbeat(network.now + 60)] },
      { beat: forged.heartbeat(network.now + 60).line },
      { heartbeats: [{ ...news.heartbeat(network.now + 60), space: shanghai.id }] },
    ];
    for (const header of hostile) {
      await answerTo(melbourne, berlin, bodyOf(programme, [], header));
      expect(await picture(melbourne)).to.equal(before);
    }
    await answerTo(
      melbourne,
      berlin,
      bodyOf(programme, [], { heartbeats: [news.heartbeat(network.now + 600)] }),
    );
    expect(await picture(melbourne)).to.not.equal(before);
  });

  it('HEARTBEAT-3: cannot beat over entries that it does not send along', async () => {
    const { network, melbourne, berlin, programme, news, heard } = await scene();
    const before = await picture(melbourne);
    const later = { heartbeats: [news.heartbeat(network.now + 60)] };
    await answerTo(melbourne, berlin, bodyOf(programme, [], later));
    expect(await picture(melbourne)).to.equal(before);
    await answerTo(melbourne, berlin, bodyOf(programme, [[news, heard]], later));
    expect(await picture(melbourne)).to.not.equal(before);
    const head = (await melbourne.store.heads()).find(({ space }) => space === berlin.id);
    expect(head?.heartbeat?.time).to.equal(network.now + 60);
  });

  it('cannot replace its history: a second one is dropped, and the first one stays', async () => {
    const { melbourne, berlin, programme, news, heard } = await scene();
    const other = new ScriptedLog(berlin.id, berlin.secret, news.lines.slice(0, heard));
    other.add('{"type":"elsewhere"}', '{"type":"altogether"}');
    await answerTo(melbourne, berlin, bodyOf(programme, [[news, heard]]));
    const before = await melbourne.engine.logs.verify(berlin.id);
    expect(before.size).to.equal(heard + 1);
    for (const from of [0, heard, heard + 1]) {
      expect(await answerTo(melbourne, berlin, bodyOf(programme, [[other, from]]))).to.equal(null);
      expect(await melbourne.engine.logs.verify(berlin.id)).to.deep.equal(before);
    }
  });

  it('cannot leave a gap, nor entries that no checkpoint covers', async () => {
    const { melbourne, berlin, programme, news, heard } = await scene();
    const before = await picture(melbourne);
    const short = new ScriptedLog(berlin.id, berlin.secret, news.lines.slice(0, heard));
    news.add('{"type":"one"}', '{"type":"two"}');
    await answerTo(melbourne, berlin, bodyOf(programme, [[news, heard + 2]]));
    const ranges = [{ ...news.range(heard), checkpoint: short.checkpoint }];
    const digests = [{ programme, digest: filler(7) }];
    const uncovered = encodeSync({ sync: 1, digests, ranges }, [news.lines.slice(heard)]);
    await answerTo(melbourne, berlin, uncovered);
    expect(await picture(melbourne)).to.equal(before);
  });

  it('is answered in full whatever frontier it claims, within the caps of a message', async () => {
    const { melbourne, berlin, programme } = await scene();
    const before = await picture(melbourne);
    const frontier = Array.from({ length: 3000 }, (_, i) => ({
      space: spaceId.parse(filler(i % 250)),
      incarnation: i,
      size: 2 ** 40,
      root: filler(1),
      day: 2_932_896,
    }));
    const answer = await melbourne.engine.gossip.answer(
      berlin.id,
      bodyOf(programme, [], { frontier, full: true }),
    );
    expect(answer.length).to.be.lessThan(64 * 1024);
    expect(await picture(melbourne)).to.equal(before);
  });
});

describe('A hostile peer that is called', () => {
  it('changes nothing by noise, and is put off like a peer that failed', async () => {
    const { network, melbourne, shanghai } = await scene();
    const before = await picture(melbourne);
    for (const noise of ['', '\n', '{}\n', '{"sync":1}\n', 'x'.repeat(10_000)]) {
      shanghai.script = async () => encodeUtf8(noise);
      const [report] = await melbourne.engine.gossip.syncNow(shanghai.id);
      expect(report, noise).to.include({ ok: false, error: 'SYNC_INVALID' });
    }
    const peer = (await melbourne.engine.gossip.peers()).find((one) => one.space === shanghai.id);
    expect(peer).to.include({ failures: 5, lastError: 'SYNC_INVALID' });
    expect(peer?.retryAt).to.be.greaterThan(network.now);
    expect(await picture(melbourne)).to.equal(before);
  });

  it('does not hold the caller for long by promising what it never sends', async () => {
    const { melbourne, shanghai, programme } = await scene();
    const before = await picture(melbourne);
    shanghai.script = async () =>
      bodyOf(programme, [], {
        frontier: [
          { space: shanghai.id, incarnation: 0, size: 2 ** 40, root: filler(1), day: 30_000 },
        ],
        cursor: 'again',
        wants: [{ space: melbourne.id, incarnation: 0, from: 0 }],
      });
    const [report] = await melbourne.engine.gossip.syncNow(shanghai.id);
    expect(report?.rounds).to.be.at.most(10);
    expect(await picture(melbourne)).to.equal(before);
  });

  it('by whose link a space joins must be the one that the link names', async () => {
    const { network, melbourne, shanghai, programme } = await scene();
    const oslo = await network.add('oslo');
    const link = await melbourne.engine.programmes.invite(programme);
    const elsewhere = link.replace('melbourne', 'shanghai');
    expect(await codeOfAsync(oslo.engine.programmes.join(elsewhere))).to.equal(
      'PEER_ANSWER_INVALID',
    );
    expect(await oslo.engine.programmes.list()).to.deep.equal([]);
    expect(addressOf(shanghai).url).to.equal('https://shanghai.example');
    await settle();
  });
});
