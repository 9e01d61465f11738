/** What the wallet knows of spaces and visits from its home's last answer. */

import { calendarDate, type WalletVisit } from '@covisa/protocol';
import { expect } from 'chai';
import { Refused, Unreachable } from '../../dist/platform/network.js';
import { spokenGroups } from '../../dist/wallet/code/spoken-groups.js';
import { arrivalWord } from '../../dist/wallet/here/arrival-problem.js';
import { cardFor, doorOf } from '../../dist/wallet/here/door.js';
import { freeDaysLeft } from '../../dist/wallet/spaces/left.js';
import { askPlan, parseDay, todayThere } from '../../dist/wallet/spaces/plan.js';
import { overviewOf } from '../../dist/wallet/store/read-card.js';
import { hostName, newestFirst } from '../../dist/wallet/visits/visit-list.js';
import { HOME, HOST, HOST_LISTING, NOW, PROGRAMME } from './support/fake-home.js';
import { claimedWallet, onlyCard } from './support/wallets.js';

const POSTER = { kind: 'poster', url: 'https://evil.example', space: HOST, venue: 'main' } as const;
const TODAY = calendarDate.parse('2027-01-15');

function day(date: string) {
  const counted = { host: HOST, kind: 'free', weight: 1, programme: PROGRAMME } as const;
  return { ...counted, date: calendarDate.parse(date), shared: false };
}

async function walletTold(changes: Parameters<typeof Object.assign>[0]) {
  const made = await claimedWallet();
  made.home.changes = changes;
  await made.wallet.refresh(made.card);
  return onlyCard(made);
}

describe('A poster', () => {
  it('names the space, and the home’s directory says where its node is', async () => {
    const card = await walletTold({});
    const door = doorOf(card, POSTER);
    expect(door.kind === 'open' && door.url).to.equal('https://bund.example');
  });

  it('of a space that takes no calls, or that no home lists, gets nothing', async () => {
    const silent = await walletTold({ directory: [{ ...HOST_LISTING, node: null }] });
    expect(doorOf(silent, POSTER).kind).to.equal('no-node');
    const unknown = await walletTold({ directory: [] });
    expect(doorOf(unknown, POSTER).kind).to.equal('unknown');
    expect(doorOf({ ...unknown, overview: null }, POSTER).kind).to.equal('unknown');
  });

  it('is answered with the visa whose home lists the space', async () => {
    const known = await walletTold({});
    const other = { ...(await walletTold({ directory: [] })), id: 'other' };
    expect(cardFor([other, known], POSTER)?.id).to.equal(known.id);
    expect(cardFor([other], POSTER)?.id).to.equal('other');
    expect(cardFor([], POSTER)).to.equal(null);
  });
});

describe('A refusal at the door', () => {
  it('ends with the way to reception, whatever it was', () => {
    const refused = (code: string) => new Refused(403, code, `${code}.`);
    expect(arrivalWord(refused('SELF_CHECK_IN_OFF'))).to.equal('selfOff');
    expect(arrivalWord(refused('NOT_FOUND'))).to.equal('doorVenue');
    expect(arrivalWord(refused('RATE_LIMITED'))).to.equal('doorBusy');
    expect(arrivalWord(refused('VISA_REVOKED'))).to.equal('doorRefused');
    expect(arrivalWord(new Unreachable('x'))).to.equal('doorAway');
    expect(arrivalWord(new Error('x'))).to.equal('doorRefused');
  });
});

describe('A plan', () => {
  it('is judged on the device, for a day by the venue’s clock', async () => {
    const card = await walletTold({ days: [day('2027-01-05')] });
    const question = { host: HOST, venue: null, date: null, halfDay: false };
    expect(todayThere(card, question, NOW)).to.equal(TODAY);
    const answer = askPlan(card, question, NOW);
    expect(answer?.verdict.outcome).to.equal('free');
    expect(answer?.verdict.left.perHost).to.deep.equal({ before: 2, after: 1 });
    expect(freeDaysLeft(card, HOST, NOW)).to.equal(2);
  });

  it('is paid once the free days are used up', async () => {
    const days = ['2027-01-03', '2027-01-04', '2027-01-05'].map(day);
    const card = await walletTold({ days });
    const question = { host: HOST, venue: 'main', date: TODAY, halfDay: false };
    const verdict = askPlan(card, question, NOW)?.verdict;
    expect(verdict?.outcome).to.equal('paid');
    expect(verdict?.reasons[0].code).to.equal('ALLOWANCE_HOST_USED');
    expect(freeDaysLeft(card, HOST, NOW)).to.equal(0);
  });

  it('has no answer for a space that the home does not list', async () => {
    const card = await walletTold({ directory: [] });
    expect(askPlan(card, { host: HOST, venue: null, date: TODAY, halfDay: false }, NOW)).to.equal(
      null,
    );
    expect(freeDaysLeft(card, HOST, NOW)).to.equal(null);
  });

  it('takes a calendar date, and nothing else for one', () => {
    expect(parseDay('2027-02-28')).to.equal('2027-02-28');
    for (const text of ['', '2027-02-30', '28.2.2027', '20270228']) {
      expect(parseDay(text), text).to.equal(null);
    }
  });
});

describe('Visits', () => {
  const visit = (date: string, index: number, name: string | null = 'Bund Loft'): WalletVisit => ({
    ...{ host: HOST, hostName: name, venue: 'main', kind: 'free', weight: 1 },
    ...{ programme: PROGRAMME, incarnation: 0, index, voided: false, doubledWith: [] },
    date: calendarDate.parse(date),
  });

  it('are listed with the latest first', () => {
    const visits = [visit('2027-01-03', 4), visit('2027-01-05', 6), visit('2027-01-05', 9)];
    expect(newestFirst(visits).map(({ index }) => index)).to.deep.equal([9, 6, 4]);
  });

  it('name their host by what is known of it', async () => {
    const overview = overviewOf(await walletTold({}));
    if (overview === null) throw new Error('expected an overview');
    expect(hostName(visit('2027-01-03', 1, 'Old Name'), overview)).to.equal('Old Name');
    expect(hostName(visit('2027-01-03', 1, null), overview)).to.equal('Bund Loft');
    const away = { ...visit('2027-01-03', 1, null), host: HOME };
    expect(hostName(away, overview)).to.equal('HHHHHHHH…');
  });
});

describe('A code to read out', () => {
  it('is read in fours', () => {
    expect(spokenGroups('K7PQ2X9M')).to.equal('K7PQ 2X9M');
  });
});
