/** The contract of the methods about logs that have forked, and their strays. */

import type { LogId } from '@covisa/protocol';
import type { Freeze, NewStray, Store, StoredFork } from '@covisa/store';
import { expect } from 'chai';
import {
  fill,
  head,
  leave,
  MELBOURNE,
  markerOf,
  melbourne,
  newEntry,
  range,
  SHANGHAI,
  SYDNEY,
  shanghai,
  stamp,
  voidOf,
} from '../support/makers.js';
import { places, rejection } from '../support/outcomes.js';

/** The first shelf of Melbourne's first log. */
const SHELF: LogId = { space: MELBOURNE, incarnation: 2 ** 31 };
const NEXT_SHELF: LogId = { space: MELBOURNE, incarnation: 2 ** 31 + 1 };
const NO_CHANGES = { drop: [], add: [] };

function fork(common: number, log = melbourne()): StoredFork {
  return { ...log, common, proof: fill(common, 9) };
}

function stray(index: number, marker: string, shelf = SHELF): NewStray {
  const evidence = { position: 7 + index, checkpoint: `checkpoint of ${marker}\n` };
  return { ...newEntry(stamp({ marker })), ...shelf, index, ...evidence, proof: fill(index, 64) };
}

function freeze(more: Partial<Freeze> = {}): Freeze {
  return { fork: fork(2), head: null, dropped: [], strays: NO_CHANGES, ...more };
}

async function holdFive(store: Store): Promise<void> {
  await store.ingestRanges([
    range(melbourne(), 0, [
      stamp({ marker: 'a' }),
      stamp({ marker: 'b' }),
      stamp({ marker: 'c' }),
      voidOf(0, '2026-05-11'),
      leave(),
    ]),
  ]);
}

/** Where the stamps under a marker stand. */
async function under(store: Store, marker: string): Promise<readonly string[]> {
  return places(await store.stampPlaces([markerOf(marker)], 9));
}

async function leavesOf(store: Store, shelf = SHELF): Promise<readonly number[]> {
  const shelves = await store.shelves();
  const found = shelves.find((one) => one.incarnation === shelf.incarnation);
  return (found?.strays ?? []).map((one) => one.index);
}

export function forkContract(store: () => Store): void {
  it('Forks come back as they went in, ordered by space and incarnation, and replaced by log.', async () => {
    for (const one of [fork(9, shanghai()), fork(4), fork(3), fork(5, melbourne(1))]) {
      await store().freezeLog(freeze({ fork: one }));
    }
    expect(await store().forks()).to.deep.equal([
      fork(3),
      fork(5, melbourne(1)),
      fork(9, shanghai()),
    ]);
  });

  it('A log that is cut holds nothing from its new size on, and what a void there named stands again.', async () => {
    await holdFive(store());
    const cut = head(melbourne(), 2, { checkpointSize: 5, proof: fill(8, 64) });
    await store().freezeLog(freeze({ head: cut }));
    expect(await store().heads()).to.deep.equal([cut]);
    expect(await store().entries(melbourne(), 0, 9, 9999)).to.have.length(2);
    expect((await store().hashes(melbourne(), 0, 0, 9)).length).to.equal(64);
    expect(await under(store(), 'a')).to.deep.equal(['Maa/0/0']);
    expect(await under(store(), 'c')).to.deep.equal([]);
    expect(await store().entriesOfTypes(['leave', 'void'], null, 9)).to.deep.equal([]);
    expect(await store().stampTotals({ host: MELBOURNE })).to.deep.equal([
      { host: MELBOURNE, home: SYDNEY, kind: 'free', weight: 1, count: 2 },
    ]);
  });

  it('A log that is cut goes on from its new size.', async () => {
    await holdFive(store());
    await store().freezeLog(freeze({ head: head(melbourne(), 2) }));
    await store().ingestRanges([range(melbourne(), 2, [stamp({ marker: 'd' })])]);
    expect(await under(store(), 'd')).to.deep.equal(['Maa/0/2']);
  });

  it('A log is not cut to more than is held, and nothing is kept of the attempt.', async () => {
    await holdFive(store());
    const error = await rejection(store().freezeLog(freeze({ head: head(melbourne(), 6) })));
    expect(error).to.have.property('code', 'RANGE_CONFLICT');
    expect((await store().heads())[0]?.size).to.equal(5);
    expect(await store().forks()).to.deep.equal([]);
  });

  it('Logs are forgotten with a freeze, and that one of them forked stays known.', async () => {
    await holdFive(store());
    await store().ingestRanges([range(melbourne(1), 0, [leave()])]);
    await store().freezeLog(freeze({ fork: fork(0, melbourne(1)), dropped: [melbourne(1)] }));
    expect((await store().heads()).map((one) => one.incarnation)).to.deep.equal([0]);
    expect(await store().forks()).to.deep.equal([fork(0, melbourne(1))]);
  });

  it('Who forgets a log forgets that it forked.', async () => {
    await store().freezeLog(freeze());
    await store().dropLogs([melbourne()]);
    expect(await store().forks()).to.deep.equal([]);
  });

  it('Strays lie on their shelves in the order of their places, and have no heads.', async () => {
    await store().changeStrays({ drop: [], add: [stray(9, 'x'), stray(2 ** 32 - 1, 'y')] });
    await store().changeStrays({ drop: [], add: [stray(4, 'z'), stray(1, 'w', NEXT_SHELF)] });
    expect(await store().shelves()).to.deep.equal([
      {
        ...SHELF,
        strays: [
          { index: 4, leaf: stray(4, 'z').leafHash },
          { index: 9, leaf: stray(9, 'x').leafHash },
          { index: 2 ** 32 - 1, leaf: stray(2 ** 32 - 1, 'y').leafHash },
        ],
      },
      { ...NEXT_SHELF, strays: [{ index: 1, leaf: stray(1, 'w').leafHash }] },
    ]);
    expect(await store().heads()).to.deep.equal([]);
  });

  it('Strays come back with their evidence, page by page.', async () => {
    await store().changeStrays({ drop: [], add: [stray(9, 'x'), stray(4, 'z'), stray(5, 'w')] });
    const [first] = await store().strays(SHELF, 0, 1, 9999);
    const { bytes, position, checkpoint, proof } = stray(4, 'z');
    expect(first).to.deep.equal({ ...SHELF, index: 4, bytes, position, checkpoint, proof });
    const rest = await store().strays(SHELF, 1, 9, 9999);
    expect(rest.map((one) => one.index)).to.deep.equal([5, 9]);
    expect(await store().strays(SHELF, 1, 9, 1), 'one at least').to.have.length(1);
    expect(await store().strays(NEXT_SHELF, 0, 9, 9999)).to.deep.equal([]);
  });

  it('A stray is found by its marker and type, as any entry is, until it is dropped.', async () => {
    await store().changeStrays({ drop: [], add: [stray(9, 'x'), stray(4, 'x')] });
    expect(await under(store(), 'x')).to.deep.equal([`Maa/${2 ** 31}/4`, `Maa/${2 ** 31}/9`]);
    const named = await store().stampPlaces([markerOf('x')], 1);
    expect(
      named.map((one) => one.index),
      'the lowest places first',
    ).to.deep.equal([4]);
    expect(await store().entriesOfTypes(['stamp'], null, 9)).to.have.length(2);
    await store().changeStrays({ drop: [{ ...SHELF, index: 4 }], add: [stray(4, 'y')] });
    expect(await under(store(), 'x')).to.deep.equal([`Maa/${2 ** 31}/9`]);
    expect(await leavesOf(store())).to.deep.equal([4, 9]);
    await store().dropLogs([SHELF]);
    expect(await leavesOf(store())).to.deep.equal([]);
    expect(await under(store(), 'x')).to.deep.equal([]);
  });

  it('A freeze puts what stands beyond onto shelves in the same step.', async () => {
    await holdFive(store());
    const strays = { drop: [], add: [stray(3, 'c')] };
    await store().freezeLog(freeze({ head: head(melbourne(), 2), strays }));
    expect(await under(store(), 'c')).to.deep.equal([`Maa/${2 ** 31}/3`]);
    const totals = await store().stampTotals({ host: SHANGHAI });
    expect(totals).to.deep.equal([]);
    expect((await store().stampTotals({ host: MELBOURNE }))[0]?.count).to.equal(3);
  });
}
