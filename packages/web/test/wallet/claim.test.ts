/** Claiming: the key, where it is kept, and what is taken from a home. */

import { parseToken, tweetnaclBackend } from '@covisa/protocol';
import { expect } from 'chai';
import { dueCards } from '../../dist/wallet/app/due.js';
import type { Card, CardStore } from '../../dist/wallet/store/cards.js';
import { memoryStore } from '../../dist/wallet/store/memory-store.js';
import { claimsOf, overviewOf } from '../../dist/wallet/store/read-card.js';
import { FakeHome, HOME, HOST, NOW } from './support/fake-home.js';
import { claimedWallet, LINK, onlyCard, testWallet } from './support/wallets.js';

/** A store that refuses some cards, as browsers do in Lockdown or private mode. */
function refusing(refuses: (card: Card) => boolean): CardStore {
  const store = memoryStore();
  return {
    ...store,
    isLasting: true,
    put(card) {
      if (refuses(card)) return Promise.reject(new Error('DataCloneError'));
      return store.put(card);
    },
  };
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
  return 'none';
}

describe('A claim', () => {
  it('makes a key that cannot be read out, and keeps the visa that is bound to it', async () => {
    const { card, home, store } = await claimedWallet();
    expect(card.key.kind).to.equal('platform');
    expect(card.key.kind === 'platform' && card.key.handle.extractable).to.equal(false);
    expect(claimsOf(card).holderKey).to.deep.equal(home.holderKey);
    expect(card.home).to.deep.equal({ space: HOME, url: LINK.url, name: 'Yarra Works' });
    expect(overviewOf(card)?.directory.map(({ name }) => name)).to.deep.equal(['Bund Loft']);
    expect((await store.all()).map(({ id }) => id)).to.deep.equal([card.id]);
  });

  it('comes after the visas that are there, also within one second', async () => {
    const { card, store, wallet } = await claimedWallet();
    await wallet.holding.blankCard({ ...LINK, space: HOST }, 'Bund Loft');
    expect(card.added).to.equal(NOW);
    const cards = (await store.all()).map(({ home, added }) => [home.name, added]);
    expect(cards).to.deep.equal([
      ['Yarra Works', NOW],
      ['Bund Loft', NOW + 1],
    ]);
  });

  it('makes a seed where the platform has no key to be relied on', async () => {
    const made = testWallet({ platformKey: () => Promise.resolve(null) });
    await made.wallet.claim(LINK, 'Yarra Works');
    const { key } = onlyCard(made);
    expect(key.kind).to.equal('seed');
    const token = parseToken(await made.wallet.token(onlyCard(made), 'visit', HOST));
    expect(token.kind).to.equal('presented');
    expect(key.kind === 'seed' ? tweetnaclBackend.publicKey(key.seed) : null).to.deep.equal(
      made.home.holderKey,
    );
  });

  it('makes a seed where the browser refuses to keep the key that it made', async () => {
    const store = refusing(({ key }) => key.kind === 'platform');
    const made = testWallet({ store });
    await made.wallet.claim(LINK, 'Yarra Works');
    expect(onlyCard(made).key.kind).to.equal('seed');
    expect(made.wallet.holding.state.isLasting).to.equal(true);
  });

  it('serves this tab only, and says so, where the browser keeps nothing', async () => {
    const made = testWallet({ store: refusing(() => true) });
    await made.wallet.claim(LINK, 'Yarra Works');
    expect(made.wallet.holding.state.isLasting).to.equal(false);
    await made.wallet.refresh(onlyCard(made));
    expect(onlyCard(made).standing).to.equal('good');
  });

  it('goes on in this tab where the browser’s storage is full later on', async () => {
    let isFull = false;
    const made = testWallet({ store: refusing(() => isFull) });
    await made.wallet.claim(LINK, 'Yarra Works');
    isFull = true;
    made.home.now += 86_400;
    made.clock.seconds += 86_400;
    await made.wallet.refresh(onlyCard(made));
    expect(claimsOf(onlyCard(made)).issuedAt).to.equal(NOW + 86_400);
    expect(made.wallet.holding.state.isLasting).to.equal(false);
  });

  it('leaves nothing behind where the code was used before', async () => {
    const made = testWallet();
    made.home.code = null;
    expect(await refusalOf(made.wallet.claim(LINK, 'Yarra Works'))).to.equal('NOT_FOUND');
    expect(made.wallet.holding.state.cards).to.deep.equal([]);
    expect(await made.store.all()).to.deep.equal([]);
  });

  it('of which the answer was lost is made again with the same key', async () => {
    const made = testWallet();
    made.home.losesNext = true;
    const lost = made.wallet.claim(LINK, 'Yarra Works');
    expect(await refusalOf(lost)).to.equal(
      'Unreachable: https://yarra.example/covisa/v1/claim: no answer',
    );
    expect(made.wallet.holding.state.cards).to.have.lengthOf(0);
    const { holderKey } = made.home;
    await made.wallet.claim(LINK, 'Yarra Works');
    expect(made.home.holderKey).to.deep.equal(holderKey);
    expect(onlyCard(made).key.publicKey).to.deep.equal(holderKey);
  });

  for (const code of ['RATE_LIMITED', 'INTERNAL', 'NOT_READY', 'MEMBER_INACTIVE']) {
    it(`of which the answer was lost keeps its key where the next try is refused: ${code}`, async () => {
      const made = testWallet();
      made.home.losesNext = true;
      await refusalOf(made.wallet.claim(LINK, 'Yarra Works'));
      made.home.refuses = code;
      expect(await refusalOf(made.wallet.claim(LINK, 'Yarra Works'))).to.equal(code);
      made.home.refuses = null;
      const { holderKey } = made.home;
      await made.wallet.claim(LINK, 'Yarra Works');
      expect(onlyCard(made).key.publicKey).to.deep.equal(holderKey);
    });
  }

  it('begins anew with a fresh key where the home takes not the one it was sent', async () => {
    const made = testWallet();
    made.home.refuses = 'KEY_INVALID';
    expect(await refusalOf(made.wallet.claim(LINK, 'Yarra Works'))).to.equal('KEY_INVALID');
    expect(await made.store.all()).to.deep.equal([]);
  });

  it('takes no visa that is bound to another key', async () => {
    const home = new FakeHome();
    const made = testWallet({
      network: {
        get: (url) => home.get(url),
        post: (url, body) => home.post(url, { ...body, holderKey: `${'A'.repeat(42)}A` }),
      },
    });
    expect(await refusalOf(made.wallet.claim(LINK, 'x'))).to.contain('another key');
    expect(await made.store.all()).to.deep.equal([]);
  });

  it('takes no visa of another space than the link’s', async () => {
    const made = testWallet();
    const link = { ...LINK, space: HOST };
    expect(await refusalOf(made.wallet.claim(link, 'x'))).to.contain('the space of the link');
    expect(await refusalOf(made.wallet.nameOf(link))).to.contain('the space of the link');
    expect(await made.store.all()).to.deep.equal([]);
  });

  it('on the same device takes the place of the visa’s earlier key', async () => {
    const made = await claimedWallet();
    made.home.code = 'AGAIN12345';
    await made.wallet.claim({ ...LINK, code: 'AGAIN12345' }, 'Yarra Works');
    expect(onlyCard(made).id).to.not.equal(made.card.id);
    expect(await made.store.all()).to.have.lengthOf(1);
  });

  it('of a node that only says it is the home costs the member no visa', async () => {
    const made = await claimedWallet();
    const hostile = new FakeHome();
    hostile.number = made.home.number;
    const network = {
      get: (url: string) => hostile.get(url),
      post: (url: string, sent: object) => hostile.post(url, sent),
    };
    const freshBytes = (length: number) => new Uint8Array(length).fill(9);
    const later = testWallet({ store: made.store, network, freshBytes });
    await later.wallet.holding.load();
    await later.wallet.claim({ ...LINK, url: 'https://evil.example' }, 'Yarra Works');
    const kept = later.wallet.holding.state.cards.map(({ home }) => home.url);
    expect(kept).to.have.members([LINK.url, 'https://evil.example']);
  });

  it('that was never finished is forgotten after a day', async () => {
    const made = await claimedWallet();
    await made.store.put({ ...made.card, id: 'unfinished', visa: null });
    await made.wallet.holding.load();
    expect(await made.store.all()).to.have.lengthOf(2);
    expect(onlyCard(made).id).to.equal(made.card.id);
    made.clock.seconds = NOW + 86_401;
    await made.wallet.holding.load();
    expect(await made.store.all()).to.have.lengthOf(1);
  });
});

describe('A card that nobody can read', () => {
  it('is not shown, and hides no other', async () => {
    const made = await claimedWallet();
    await made.store.put({ ...made.card, id: 'torn', visa: Uint8Array.of(1, 2, 3) });
    await made.wallet.holding.load();
    expect(onlyCard(made).id).to.equal(made.card.id);
  });
});

describe('A home', () => {
  it('is asked after five minutes, and not at all about a dead visa', async () => {
    const { card } = await claimedWallet();
    expect(dueCards([card], NOW + 299)).to.have.lengthOf(0);
    expect(dueCards([card], NOW + 300)).to.have.lengthOf(1);
    expect(dueCards([card], NOW - 1)).to.have.lengthOf(1);
    expect(dueCards([{ ...card, heard: null }], NOW)).to.have.lengthOf(1);
    expect(dueCards([{ ...card, clockAhead: 46 }], NOW)).to.have.lengthOf(1);
    expect(dueCards([{ ...card, standing: 'replaced' }], NOW + 300)).to.have.lengthOf(0);
    expect(dueCards([{ ...card, standing: 'inactive' }], NOW + 300)).to.have.lengthOf(1);
  });
});
