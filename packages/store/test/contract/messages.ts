/** The contract of the methods about messages between owners. */

import type { Store, StoredMessage } from '@covisa/store';
import { expect } from 'chai';
import { date, fill, MELBOURNE, SHANGHAI } from '../support/makers.js';

const waiting: StoredMessage = {
  direction: 'out',
  space: SHANGHAI,
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  recorded: 1_778_500_000,
  state: 'waiting',
  expectedUntil: null,
  document: fill(7, 40),
  attempts: 2,
  lastError: 'PEER_UNREACHABLE',
  retryAt: 1_778_500_600,
  delivered: null,
};
const came: StoredMessage = {
  ...waiting,
  direction: 'in',
  recorded: 1_778_400_000,
  state: 'unread',
  expectedUntil: date('2026-05-14'),
  attempts: 0,
  lastError: null,
  retryAt: null,
};
const erased: StoredMessage = {
  ...came,
  space: MELBOURNE,
  state: 'erased',
  document: null,
  expectedUntil: null,
};

const headOf = ({ document, attempts, lastError, delivered, ...head }: StoredMessage) => head;

export function messageContract(store: () => Store): void {
  it('Messages come back as they went in, each direction and space for itself.', async () => {
    await store().putMessages([waiting, came, erased]);
    expect(await store().message(waiting)).to.deep.equal(waiting);
    expect(await store().message(came)).to.deep.equal(came);
    expect(await store().message(erased)).to.deep.equal(erased);
    expect(await store().message({ ...erased, direction: 'out' })).to.equal(null);
    expect(await store().messagesWith(SHANGHAI)).to.deep.equal([waiting, came]);
    expect(await store().messagesWith(MELBOURNE)).to.deep.equal([erased]);
  });

  it('A message is replaced, and dropped; what is not held is passed over.', async () => {
    await store().putMessages([waiting, came]);
    const delivered: StoredMessage = { ...waiting, state: 'delivered', delivered: 1_778_500_700 };
    await store().putMessages([delivered]);
    expect(await store().messagesWith(SHANGHAI)).to.deep.equal([delivered, came]);
    await store().dropMessages([delivered, erased]);
    expect(await store().messagesWith(SHANGHAI)).to.deep.equal([came]);
    await store().putMessages([waiting]);
    expect(await store().messagesWith(SHANGHAI)).to.deep.equal([came, waiting]);
  });

  it('The heads of all messages, or of those with one space, are had without opening them.', async () => {
    await store().putMessages([waiting, came, erased]);
    const all = [waiting, came, erased].map(headOf);
    expect(await store().messageHeads(null)).to.deep.equal(all);
    expect(await store().messageHeads(SHANGHAI)).to.deep.equal(all.slice(0, 2));
  });

  it('Introductions are found by their last day; those erased or sent are not.', async () => {
    const gone: StoredMessage = { ...came, space: MELBOURNE, state: 'erased' };
    const sent: StoredMessage = { ...waiting, expectedUntil: date('2026-05-20') };
    await store().putMessages([came, gone, sent]);
    expect(await store().introductionsFrom(date('2026-05-14'))).to.deep.equal([came]);
    expect(await store().introductionsFrom(date('2026-05-15'))).to.deep.equal([]);
  });
}
