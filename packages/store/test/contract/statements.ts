/** Totals, held against the protocol's own fold: both sides of a pair get one account. */

import {
  addDays,
  foldStatement,
  type KnownEntry,
  type SpaceId,
  type StatementEntry,
} from '@covisa/protocol';
import type { LogId, Store } from '@covisa/store';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  date,
  leave,
  MELBOURNE,
  melbourne,
  range,
  SHANGHAI,
  SYDNEY,
  shanghai,
  stamp,
  voidOf,
} from '../support/makers.js';

const FIRST = date('2026-05-01');
const KINDS = ['free', 'paid', 'courtesy'] as const;

const day = fc.nat(9).map((days) => addDays(FIRST, days));

const entry: fc.Arbitrary<KnownEntry> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        home: fc.constantFrom(MELBOURNE, SHANGHAI, SYDNEY),
        date: day,
        kind: fc.constantFrom(...KINDS),
        weight: fc.constantFrom(1 as const, 0.5 as const),
      })
      .map((values) => stamp(values)),
  },
  { weight: 1, arbitrary: fc.tuple(fc.nat(150), day).map(([index, on]) => voidOf(index, on)) },
  { weight: 1, arbitrary: fc.constant(leave()) },
);

function statementEntries(log: LogId, entries: readonly KnownEntry[]): StatementEntry[] {
  return entries.flatMap((one, index) =>
    one.type === 'stamp' || one.type === 'void' ? [{ ...log, index, entry: one }] : [],
  );
}

/** What a store counts of one direction, in the fold's form. */
async function counted(store: Store, host: SpaceId, home: SpaceId, from: string, to: string) {
  const totals = await store.stampTotals({ host, home, from: date(from), to: date(to) });
  const sum = (kind: string, value: (one: (typeof totals)[number]) => number): number =>
    totals.filter((one) => one.kind === kind).reduce((all, one) => all + value(one), 0);
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      { visits: sum(kind, (one) => one.count), days: sum(kind, (one) => one.count * one.weight) },
    ]),
  );
}

export function statementContract(store: () => Store): void {
  it('STMT-1: totals are those of the statement, for every pair of dates.', async () => {
    const log = fc.array(entry, { minLength: 150, maxLength: 150 });
    const [[ours = [], theirs = []] = []] = fc.sample(fc.tuple(log, log), {
      numRuns: 1,
      seed: 20260501,
    });
    await store().ingestRanges([range(melbourne(), 0, ours), range(shanghai(), 0, theirs)]);
    const entries = [
      ...statementEntries(melbourne(), ours),
      ...statementEntries(shanghai(), theirs),
    ];
    let seen = 0;
    for (let from = 0; from < 10; from += 3) {
      for (let to = from; to < 10; to += 2) {
        const pair = {
          ours: MELBOURNE,
          theirs: SHANGHAI,
          from: addDays(FIRST, from),
          to: addDays(FIRST, to),
        };
        const { given, received } = foldStatement(entries, pair);
        const between = (host: SpaceId, home: SpaceId) =>
          counted(store(), host, home, pair.from, pair.to);
        expect(await between(MELBOURNE, SHANGHAI)).to.deep.equal(given);
        expect(await between(SHANGHAI, MELBOURNE)).to.deep.equal(received);
        seen += given.free.visits + received.paid.visits;
      }
    }
    expect(seen).to.be.greaterThan(50);
  });
}
