/**
 * What strangers and owners can make a node keep is bounded, and what it keeps it can read again.
 */

import {
  calendarDate,
  deriveNodeKeys,
  encodeBase64url,
  encodeEntry,
  encodeSync,
  encodeUtf8,
  parseSync,
  programmeId,
  sha256,
  spaceId,
  tweetnaclBackend,
} from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { ProgrammeBook } from '../../dist/engine/programme/book.js';
import { codeOfAsync } from '../support/errors.js';
import { filler, Network } from './support/network.js';
import { found, member, Wallet } from './support/people.js';
import { bodyOf, ScriptedLog } from './support/scripted-log.js';

/** The log of a space that anybody could make: its inception, and nothing else. */
function stranger(label: number): ScriptedLog {
  const secret = sha256(encodeUtf8(`stranger/${label}`));
  const log = encodeBase64url(tweetnaclBackend.publicKey(deriveNodeKeys(secret).log));
  const others = { witness: filler(1), peer: filler(2), box: filler(3), recovery: filler(4) };
  const inception = encodeEntry({ type: 'inception', version: 1, log, ...others });
  const space = spaceId.parse(encodeBase64url(sha256(inception)));
  return new ScriptedLog(space, secret, [inception]);
}

describe('A node keeps', () => {
  async function host() {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const programme = await found(network, [melbourne, shanghai]);
    const apply = (label: number) => {
      const log = stranger(label).add(melbourne.engine.profile());
      return codeOfAsync(
        melbourne.engine.programmes.apply(log.space, bodyOf(programme, [[log, 0]])),
      );
    };
    const holds = async (label: number) => {
      const { space } = stranger(label);
      return (await melbourne.store.heads()).some((head) => head.space === space);
    };
    return { network, melbourne, programme, apply, holds };
  }

  it('the logs of 200 strangers that apply: the oldest goes when one more comes', async () => {
    const { melbourne, programme, apply, holds } = await host();
    for (let label = 0; label < 200; label++) expect(await apply(label)).to.equal(null);
    // Who applies again is the latest; who is endorsed stays.
    expect(await apply(0)).to.equal(null);
    await melbourne.engine.programmes.endorse(programme, stranger(1).space);
    expect(await apply(200)).to.equal(null);
    expect(await apply(201)).to.equal(null);
    expect(await Promise.all([0, 1, 2, 3, 201].map(holds))).to.deep.equal([
      true,
      true,
      false,
      true,
      true,
    ]);
    expect(await melbourne.store.heads()).to.have.length(203);
    expect(melbourne.engine.peerKey(stranger(2).space)).to.equal(null);
    // Who was dropped can come again, and a restarted node holds the same.
    expect(await apply(2)).to.equal(null);
    await melbourne.restart();
    expect(await holds(2)).to.equal(true);
  });

  it('an application that nobody endorsed for 30 days, until the next one comes', async () => {
    const { network, melbourne, programme, apply, holds } = await host();
    for (const label of [0, 1]) expect(await apply(label)).to.equal(null);
    await melbourne.engine.programmes.endorse(programme, stranger(1).space);
    await network.days(30);
    expect(await apply(2)).to.equal(null);
    await network.days(1);
    expect(await Promise.all([0, 1, 2].map(holds))).to.deep.equal([true, true, true]);
    expect(await apply(3)).to.equal(null);
    expect(await Promise.all([0, 1, 2, 3].map(holds))).to.deep.equal([false, true, true, true]);
    const { applicants } = await melbourne.engine.programmes.show(programme);
    expect(applicants.map((one) => one.space)).to.have.members(
      [1, 2, 3].map((label) => stranger(label).space),
    );
  });

  it('64 programmes, and starts again with them', async () => {
    const store = openMemoryStore();
    const book = new ProgrammeBook(store);
    const join = (byte: number) =>
      book.join({ programme: programmeId.parse(filler(byte)), introducer: null, preview: null });
    for (let byte = 0; byte < 64; byte++) await join(byte);
    expect(await codeOfAsync(join(64))).to.equal('SHAPE_INVALID');
    const again = new ProgrammeBook(store);
    await again.load();
    expect(again.joined).to.have.length(64);
    expect(book.joined).to.have.length(64);
    expect([again.hasRoom, new ProgrammeBook(store).hasRoom]).to.deep.equal([false, true]);
  });

  it('of its programmes what the store holds, and nothing else', async () => {
    const store = openMemoryStore();
    const book = new ProgrammeBook(store);
    const join = (byte: number) =>
      book.join({ programme: programmeId.parse(filler(byte)), introducer: null, preview: null });
    await Promise.all([join(1), join(2)]);
    const full = { ...store, putSetting: () => Promise.reject(new Error('disk: full')) };
    const other = new ProgrammeBook(full);
    await other.load();
    const founding = other.join({
      ...{ programme: programmeId.parse(filler(3)), introducer: null, preview: null },
    });
    expect(await founding.catch(String)).to.equal('Error: disk: full');
    expect(other.joined.map((one) => one.programme)).to.deep.equal([filler(1), filler(2)]);
  });

  it('an old phone’s visa and the code for a new one, where no visa can be had', async () => {
    const network = new Network();
    const melbourne = await network.add('melbourne');
    const paidUntil = calendarDate.parse('2026-11-05');
    const { id } = await member(network, melbourne, 'Mia', { paidUntil });
    await network.days(5);
    const { claimCode } = await melbourne.engine.home.reissue(id);
    const { logSize } = await melbourne.engine.status();
    const phone = new Wallet(network, melbourne, 'second');
    expect(await codeOfAsync(phone.claim(claimCode ?? ''))).to.equal('MEMBERSHIP_ENDED');
    expect((await melbourne.engine.status()).logSize).to.equal(logSize);
    expect((await melbourne.engine.home.show(id)).claim).to.not.equal(null);
  });
});

describe('A message', () => {
  it('answers 64 bare wants, the first ones', async () => {
    const network = new Network();
    const [melbourne, shanghai] = await network.addAll(['melbourne', 'shanghai']);
    const programme = await found(network, [melbourne, shanghai]);
    const digests = [{ programme, digest: filler(9) }];
    const want = (from: number) => ({ space: melbourne.id, incarnation: 0, from, bare: true });
    // One that stands out comes after the others.
    const wants = [...Array.from({ length: 64 }, () => want(2)), want(1)];
    const ask = async (bare: readonly ReturnType<typeof want>[]) => {
      const question = encodeSync({ sync: 1, digests, wants: bare });
      const answer = await melbourne.engine.gossip.answer(shanghai.id, question);
      return (parseSync(answer).header.ranges ?? []).map(({ from }) => from);
    };
    expect(await ask(wants.slice(1))).to.deep.equal([...Array(63).fill(2), 1]);
    expect(await ask(wants)).to.deep.equal(Array(64).fill(2));
  });
});
