import { encodeBase64url, parseBase64url } from '@covisa/protocol';
import type { Store, StoredEntry } from '@covisa/store';
import { expect } from 'chai';
import { holderKeyOf } from '../../dist/invariants/shared/seals.js';
import { UNLINKABLE } from '../../dist/invariants/unlinkable.js';
import type { Play } from '../../dist/play/play.js';
import { begun, doubled, happened, saidOf, visit } from './support/played.js';

type Fields = Record<string, unknown>;

describe('Nobody who was not shown a visa can link two stamps', () => {
  it('holds of the stamps of one member and of another', async () => {
    const play = await visited();
    expect(await saidOf(play, UNLINKABLE)).to.deep.equal([]);
  });

  it('is broken by a marker, or anything new, that two stamps have in common', async () => {
    const play = await visited();
    bent(play, (fields) => ({ ...fields, marker: 'AAAAAAAAAAAAAAAAAAAAAA', phone: 7 }));
    const said = await saidOf(play, UNLINKABLE);
    expect(said.filter((text) => text.includes('have one marker'))).to.have.length(2);
    expect(said.filter((text) => text.includes('have one phone: 7'))).to.have.length(2);
  });

  it('holds of one marker that two hosts used which did not see each other', async () => {
    const play = await doubled();
    expect(play.ledger.acknowledged.map(({ visit: { k } }) => k)).to.deep.equal([0, 0]);
    expect(await saidOf(play, UNLINKABLE)).to.deep.equal([]);
  });

  for (const known of ['desk', 'undone'] as const) {
    it(`is broken by one marker where the later desk knew the earlier stamp (${known})`, async () => {
      const play = await doubled();
      const [first, second] = play.ledger.acknowledged;
      if (!first || !second) throw new RangeError('visits: expected two');
      const knew = { ...second.knew, [known]: new Set([first.visit.id]) };
      play.ledger.acknowledged[1] = { ...second, knew };
      const said = await saidOf(play, UNLINKABLE);
      expect(said.map((text) => text.split(':')[0])).to.deep.equal([
        'space-2 4 and space-1 4 have one marker',
      ]);
    });
  }

  for (const [when, later, count] of [
    ['when it was asked', 0, 1],
    ['only when it gave the same grant again', 60, 0],
  ] as const) {
    it(`is${count ? '' : ' not'} broken by one marker where the home knew the earlier stamp ${when}`, async () => {
      const play = await doubled({ asks: true });
      const [first, second] = play.ledger.acknowledged;
      if (!first || !second) throw new RangeError('visits: expected two');
      expect([first.visit.k, second.visit.k, second.grant]).to.deep.equal([0, 0, 'had']);
      expect(await saidOf(play, UNLINKABLE)).to.deep.equal([]);
      const at = second.knew.at + later;
      const knew = { ...second.knew, home: new Set([first.visit.id]), at };
      play.ledger.acknowledged[1] = { ...second, knew, at: second.at + later };
      expect(await saidOf(play, UNLINKABLE)).to.have.length(count);
    });
  }

  for (const [phone, knows, count] of [
    ['new', [1, 0], 1],
    ['old', [0, 1], 0],
  ] as const) {
    it(`is${count ? '' : ' not'} broken by one marker where the desk knew a stamp, of a ${phone} phone`, async () => {
      const play = await doubled({ between: [{ at: 0, kind: 'new-phone', member: 0 }] });
      const [one, other] = knows.map((at) => play.ledger.acknowledged[at]);
      if (!one || !other) throw new RangeError('visits: expected two');
      expect(holderKeyOf(play, one)).to.not.equal(holderKeyOf(play, other));
      const knew = { ...one.knew, desk: new Set([other.visit.id]) };
      play.ledger.acknowledged[knows[0]] = { ...one, knew };
      expect(await saidOf(play, UNLINKABLE)).to.have.length(count);
    });
  }

  it('is not broken by one marker of a code that counts at another host', async () => {
    const play = await doubled();
    const [first, second] = play.ledger.acknowledged;
    if (!first || !second) throw new RangeError('visits: expected two');
    const knew = { ...second.knew, desk: new Set([first.visit.id]) };
    play.ledger.acknowledged[1] = { ...second, knew };
    play.ledger.acknowledge({
      ...first,
      host: 2,
      visit: { ...first.visit, id: 'elsewhere', k: 5 },
    });
    expect(await saidOf(play, UNLINKABLE)).to.deep.equal([]);
  });

  it('is broken by a nonce that comes twice', async () => {
    const play = await visited();
    const { ledger } = play;
    const [first] = ledger.acknowledged;
    const nonce = parseBase64url(first?.visit.seal ?? '').subarray(0, 24);
    reseal(play, (seal) => Buffer.concat([nonce, seal.subarray(24)]));
    const said = await saidOf(play, UNLINKABLE);
    expect(said.filter((text) => text.endsWith('have bytes in common'))).to.have.length(2);
  });

  it('is broken by seals whose length tells who was shown', async () => {
    const play = await visited();
    let length = 0;
    reseal(play, (seal) => {
      length += 3;
      return Buffer.concat([seal, Buffer.from(encodeBase64url(seal)).subarray(0, length)]);
    });
    const said = await saidOf(play, UNLINKABLE);
    expect(said.filter((text) => text.endsWith('and differ in length'))).to.have.length(2);
  });
});

async function visited(): Promise<Play> {
  const play = await begun();
  const more = { asks: false, bound: true };
  await happened(play, visit(0, 1, more), visit(0, 2, more), visit(1, 1, more));
  return play;
}

/** As if every node held these seals in place of the story's. */
function reseal(play: Play, change: (seal: Buffer) => Buffer): void {
  const seals = new Map<string, string>();
  const { acknowledged } = play.ledger;
  for (const [number, one] of acknowledged.entries()) {
    const seal = encodeBase64url(change(Buffer.from(parseBase64url(one.visit.seal))));
    seals.set(one.visit.seal, seal);
    acknowledged[number] = { ...one, visit: { ...one.visit, seal } };
  }
  bent(play, (fields) => ({ ...fields, seal: seals.get(String(fields.seal)) ?? fields.seal }));
}

/** As if every node held stamps that say something else. */
function bent(play: Play, change: (fields: Fields) => Fields): void {
  for (const space of play.spaces) {
    const store = space.disk.store as { entriesOfTypes: Store['entriesOfTypes'] };
    const { entriesOfTypes } = store;
    store.entriesOfTypes = async (...given) => {
      const entries = await entriesOfTypes(...given);
      return entries.map((one): StoredEntry => {
        const fields = JSON.parse(Buffer.from(one.bytes).toString()) as Fields;
        return { ...one, bytes: Buffer.from(JSON.stringify(change(fields))) };
      });
    };
  }
}
