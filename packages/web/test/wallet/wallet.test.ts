/** What the wallet asks of its home, and what it makes of the answers. */

import { calendarDate, parseToken, shape, shortSpaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { qrPath } from '../../dist/qr/qr-code.js';
import { exportCard } from '../../dist/wallet/manage/export-card.js';
import { cardState, claimsOf } from '../../dist/wallet/store/read-card.js';
import { type FakeHome, HOME, HOST, NOW } from './support/fake-home.js';
import { claimedWallet, onlyCard } from './support/wallets.js';

const sent = shape.open({ token: shape.text({ min: 1, max: 2000 }) });

/** The proof in the last token that the home got. */
function lastProof(home: FakeHome) {
  const token = parseToken(sent.parse(home.heard.at(-1)?.body).token);
  if (token.kind !== 'presented') throw new Error('expected a presented token');
  return token.proof.claims;
}

describe('A wallet', () => {
  it('renews its visa silently while it hears its home', async () => {
    const made = await claimedWallet();
    made.home.now += 86_400;
    made.clock.seconds += 86_400;
    await made.wallet.refresh(made.card);
    expect(claimsOf(onlyCard(made)).expiresAt).to.equal(NOW + 31 * 86_400);
    expect(made.wallet.holding.state.isReached).to.equal(true);
  });

  it('keeps what it has while its home is out of reach', async () => {
    const made = await claimedWallet();
    made.home.isReachable = false;
    await made.wallet.refresh(made.card);
    expect(onlyCard(made)).to.deep.equal(made.card);
    expect(made.wallet.holding.state.isReached).to.equal(false);
  });

  it('tells a paused membership, another phone’s key and a forgotten visa apart', async () => {
    const paused = await claimedWallet();
    paused.home.status = 'paused';
    await paused.wallet.refresh(paused.card);
    expect(onlyCard(paused).standing).to.equal('inactive');
    paused.home.status = 'active';
    await paused.wallet.refresh(onlyCard(paused));
    expect(onlyCard(paused).standing).to.equal('good');

    const moved = await claimedWallet();
    moved.home.holderKey = new Uint8Array(32).fill(9);
    await moved.wallet.refresh(moved.card);
    expect(onlyCard(moved).standing).to.equal('replaced');

    const erased = await claimedWallet();
    erased.home.number = new Uint8Array(16).fill(5);
    await erased.wallet.refresh(erased.card);
    expect(onlyCard(erased).standing).to.equal('unknown');
  });

  it('lets the member know what a home says that is not of the visa', async () => {
    const made = await claimedWallet();
    made.home.refuses = 'NOT_READY';
    const asked = made.wallet.askNow(made.card).catch((error: unknown) => error);
    expect(await asked).to.include({ code: 'NOT_READY' });
    await made.wallet.refresh(made.card);
    made.home.refuses = 'MEMBERSHIP_ENDED';
    await made.wallet.askNow(made.card);
    expect(onlyCard(made).standing).to.equal('inactive');
  });

  it('drops an answer about a number that was changed meanwhile', async () => {
    const made = await claimedWallet();
    const late = made.home.holdNext();
    const refreshed = made.wallet.refresh(made.card);
    await late.isHeard;
    await made.wallet.renumber(made.card);
    const renumbered = onlyCard(made).visa;
    expect(renumbered).to.not.deep.equal(made.card.visa);
    late.answer();
    await refreshed;
    expect(onlyCard(made).visa).to.deep.equal(renumbered);
  });

  it('looks whether another phone has taken over, without asking for everything', async () => {
    const made = await claimedWallet();
    await made.wallet.renew(made.card);
    expect(onlyCard(made).standing).to.equal('good');
    made.home.holderKey = new Uint8Array(32).fill(9);
    await made.wallet.renew(made.card);
    expect(onlyCard(made).standing).to.equal('replaced');
    expect(made.home.heard.slice(-2).map(({ path }) => path)).to.deep.equal(['renew', 'renew']);
  });

  it('follows its home to another secure address', async () => {
    const made = await claimedWallet();
    const home = { space: HOME, name: 'Yarra Works', venues: [], offer: {} };
    made.home.changes = { home: { ...home, url: 'https://new.example/' } };
    await made.wallet.refresh(made.card);
    expect(onlyCard(made).home.url).to.equal('https://new.example');
    for (const url of ['http://192.168.0.7:8080', null]) {
      made.home.changes = { home: { ...home, url } };
      await made.wallet.refresh(onlyCard(made));
      expect(onlyCard(made).home.url).to.equal('https://new.example');
    }
  });

  it('asks where its home is by now, whichever card it was asked about', async () => {
    const { wallet, home, card } = await claimedWallet();
    const moved = { space: HOME, name: 'Yarra Works', venues: [], offer: {} };
    home.changes = { home: { ...moved, url: 'https://new.example/' } };
    await wallet.refresh(card);
    home.heard.length = 0;
    await wallet.speak(card);
    await wallet.move(card);
    await wallet.withdrawMove(card);
    await wallet.renumber(card);
    const visit = { host: HOST, date: calendarDate.parse('2026-05-12'), note: '' };
    await wallet.object(card, visit);
    await wallet.askErasure(card);
    const asked = home.heard.map(({ origin, path }) => `${origin} ${path}`);
    expect(asked).to.deep.equal(
      ['spoken', 'move', 'move/withdraw', 'renumber', 'overview', 'objection', 'erasure'].map(
        (path) => `https://new.example ${path}`,
      ),
    );
  });

  it('calls a visa expired from its last second on', async () => {
    const { card } = await claimedWallet();
    expect(cardState(card, NOW + 30 * 86_400 - 1)).to.equal('good');
    expect(cardState(card, NOW + 30 * 86_400)).to.equal('expired');
  });

  it('signs the home’s time where its own clock is ten minutes fast, and says so', async () => {
    const made = await claimedWallet();
    made.clock.seconds = NOW + 600;
    expect(made.wallet.clockError(made.card)).to.equal(null);
    await made.wallet.refresh(made.card);
    expect(lastProof(made.home).time).to.equal(NOW);
    expect(onlyCard(made).standing).to.equal('good');
    expect(made.wallet.clockError(onlyCard(made))).to.equal(600);
    const token = parseToken(await made.wallet.token(onlyCard(made), 'visit', null));
    expect(token.proof?.claims.time).to.equal(NOW);
  });

  it('binds a code to the space that it is for', async () => {
    const { wallet, card } = await claimedWallet();
    const bound = parseToken(await wallet.token(card, 'visit', HOST));
    expect(bound.proof?.claims.host).to.deep.equal(shortSpaceId(HOST));
    const open = parseToken(await wallet.token(card, 'visit', null));
    expect(open.proof?.claims.host).to.equal(null);
    expect(bound.proof?.claims.nonce).to.not.deep.equal(open.proof?.claims.nonce);
  });

  it('draws its code as an alphanumeric one of at most 73 modules, 77 for one host', async () => {
    const { wallet, card } = await claimedWallet();
    const quiet = 2 * 4;
    expect(qrPath(await wallet.token(card, 'visit', null), 'medium').side - quiet).to.be.at.most(
      73,
    );
    expect(qrPath(await wallet.token(card, 'visit', HOST), 'medium').side - quiet).to.be.at.most(
      77,
    );
  });

  it('leaves a presentation for a visit under a code to read out', async () => {
    const { wallet, card, home } = await claimedWallet();
    expect((await wallet.speak(card)).code).to.equal('K7PQ2X9M');
    expect(lastProof(home).purpose).to.equal('visit');
  });

  it('makes the link for a new phone itself where its home knows no address', async () => {
    const { wallet, card } = await claimedWallet();
    expect((await wallet.move(card)).link).to.equal(
      `https://yarra.example/claim#NEWCODE123.${HOME}`,
    );
  });

  it('keeps the visa under its new number', async () => {
    const made = await claimedWallet();
    await made.wallet.renumber(made.card);
    expect(claimsOf(onlyCard(made)).number).to.deep.equal(new Uint8Array(16).fill(2));
  });

  it('hears of a number that the owner changed before it asks for anything else', async () => {
    const made = await claimedWallet();
    made.home.renumber();
    await made.wallet.move(made.card);
    expect(made.home.heard.slice(-3).map(({ path }) => path)).to.deep.equal([
      'move',
      'overview',
      'move',
    ]);
    expect(claimsOf(onlyCard(made)).number).to.deep.equal(new Uint8Array(16).fill(2));
  });

  it('tells its home of a visit that is not right, and remembers that it did', async () => {
    const made = await claimedWallet();
    const date = calendarDate.parse('2027-01-12');
    await made.wallet.object(made.card, { host: HOST, date, note: 'I was not there' });
    expect(lastProof(made.home).purpose).to.equal('complaint');
    expect(made.home.heard.at(-1)?.body).to.include({ host: HOST, date, note: 'I was not there' });
    expect(onlyCard(made).objections).to.deep.equal([`${HOST} 2027-01-12`]);
  });

  it('asks its home to erase everything, and forgets a card for good', async () => {
    const made = await claimedWallet();
    await made.wallet.askErasure(made.card);
    expect(lastProof(made.home).purpose).to.equal('erase');
    expect(onlyCard(made).erasureAsked).to.equal(NOW);
    await made.wallet.remove(onlyCard(made));
    expect(made.wallet.holding.state.cards).to.deep.equal([]);
    expect(await made.store.all()).to.deep.equal([]);
  });

  it('does not bring back a card that was removed while its home was answering', async () => {
    const made = await claimedWallet();
    const refreshed = made.wallet.refresh(made.card);
    await made.store.remove(made.card.id);
    await refreshed;
    expect(made.wallet.holding.state.cards).to.deep.equal([]);
    expect(await made.store.all()).to.deep.equal([]);
  });

  it('exports all that it holds but the key', async () => {
    const { card } = await claimedWallet();
    const text = JSON.stringify(exportCard(card, NOW));
    expect(JSON.parse(text)).to.deep.include({
      covisaWalletExport: 1,
      exported: NOW,
      home: { space: HOME, url: 'https://yarra.example', name: 'Yarra Works' },
      objections: [],
    });
    expect(text).to.contain('"number":"AQEBAQEBAQEBAQEBAQEBAQ"');
    const seed = new Uint8Array(32).fill(66);
    const kept = exportCard({ ...card, key: { ...card.key, kind: 'seed', seed } }, NOW);
    expect(JSON.stringify(kept)).to.equal(text);
  });
});
