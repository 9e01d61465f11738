/**
 * Many small disasters, one seed each: visits, cuts, kills, restored backups and idle hours in any
 * order; then everything is mended, and what must hold is looked at.
 */

import { calendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { Network, settle } from './support/network.js';
import { check, found, member, stamp, TERMS, type Wallet } from './support/people.js';
import type { Backup, TestSpace } from './support/test-space.js';

const HOUR = 3600;
const FROM = calendarDate.parse('2026-11-01');
const TO = calendarDate.parse('2027-12-31');
/** A fourth one only calls out. */
const PUBLIC = ['melbourne', 'shanghai', 'berlin'] as const;

type Event =
  | {
      readonly kind: 'visit';
      readonly node: number;
      readonly wallet: number;
      readonly asks: boolean;
    }
  | {
      readonly kind: 'void' | 'kill' | 'stop' | 'backup' | 'restore' | 'strand';
      readonly node: number;
    }
  | { readonly kind: 'profile' | 'sync' | 'lose'; readonly node: number }
  | { readonly kind: 'cut'; readonly node: number; readonly other: number }
  | { readonly kind: 'heal' }
  | { readonly kind: 'pass'; readonly hours: number };

const node = fc.nat(PUBLIC.length);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('visit' as const),
      node,
      wallet: fc.nat(2),
      asks: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'void',
        'kill',
        'stop',
        'backup',
        'restore',
        'strand',
        'profile',
        'sync',
        'lose',
      ),
      node,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), node, other: node }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('heal' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      hours: fc.integer({ min: 1, max: 30 }),
    }),
  },
);

/** Four spaces in a programme, each of which knows the three others; and three members. */
class Simulation {
  readonly network: Network;
  readonly spaces: readonly TestSpace[];
  readonly wallets: readonly Wallet[];
  readonly #backups = new Map<TestSpace, Backup>();
  /** Visits that a desk acknowledged and that no restored backup has taken back since. */
  readonly acknowledged = new Map<string, { readonly host: TestSpace; readonly date: string }>();

  constructor(network: Network, spaces: readonly TestSpace[], wallets: readonly Wallet[]) {
    this.network = network;
    this.spaces = spaces;
    this.wallets = wallets;
    for (const space of spaces) this.#backups.set(space, space.backup());
  }

  static async start(): Promise<Simulation> {
    const network = new Network('simulation');
    const settings = { syncIntervalSeconds: HOUR, heartbeatIntervalSeconds: 6 * HOUR };
    const [melbourne, shanghai, berlin] = await network.addAll(PUBLIC, { settings });
    const bath = await network.add('bath', { settings, isPublic: false });
    const spaces = [melbourne, shanghai, berlin, bath] as const;
    await found(network, spaces, TERMS);
    const wallets: Wallet[] = [];
    for (const home of spaces.slice(0, 3)) {
      wallets.push((await member(network, home, `of ${home.name}`)).wallet);
    }
    await network.syncAll();
    return new Simulation(network, spaces, wallets);
  }

  #space(index: number): TestSpace {
    const space = this.spaces[index];
    if (!space) throw new Error('event: expected one of a node');
    return space;
  }

  async play(one: Event): Promise<void> {
    if (one.kind === 'heal') this.network.heal();
    else if (one.kind === 'pass') await this.network.pass(one.hours * HOUR, HOUR);
    else if (one.kind === 'cut') this.#cut(this.#space(one.node), this.#space(one.other));
    else if (one.kind === 'visit') await this.#visit(this.#space(one.node), one.wallet, one.asks);
    else await this.#disturb(this.#space(one.node), one.kind);
    await settle();
  }

  /** From the other one; from all, where it is the other one itself. */
  #cut(space: TestSpace, other: TestSpace): void {
    this.network.cut([space], space === other ? this.spaces : [other]);
  }

  async #visit(host: TestSpace, index: number, asks = false): Promise<void> {
    const wallet = this.wallets[index];
    if (!wallet || wallet.home === host || !host.isRunning) return;
    if (wallet.read.claims.expiresAt <= this.network.now) {
      if (!wallet.home.isRunning) return;
      await wallet.renew();
    }
    const checked = await check(host, wallet);
    const asked = asks ? await host.engine.desk.askGrant(checked.id) : checked;
    const { id, date } = await stamp(host, asked);
    if (host.isRunning) this.acknowledged.set(id, { host, date });
  }

  async #disturb(space: TestSpace, kind: Event['kind']): Promise<void> {
    const { gossip } = space.isRunning ? space.engine : { gossip: null };
    if (kind === 'lose') this.network.loseAnswers(space, 3);
    if (kind === 'backup') this.#backups.set(space, space.backup());
    if (kind === 'restore') await this.#restore(space);
    if (kind === 'strand') await this.#strand(space);
    if (kind === 'stop') await (space.isRunning ? space.stop() : space.start());
    if (kind === 'kill') await this.#kill(space);
    if (kind === 'sync') await gossip?.syncNow(null);
    if (kind === 'void' && gossip) await this.#voidLast(space);
    if (kind === 'profile' && gossip) {
      const change = { name: `${space.name} ${this.network.now}` };
      await space.engine.changeProfile(change).catch(() => undefined);
    }
  }

  /** Kills it with a visit half done. */
  async #kill(space: TestSpace): Promise<void> {
    const visiting = this.#visit(space, 0).catch(() => undefined);
    for (let step = 0; step < this.acknowledged.size * 7; step++) await Promise.resolve();
    space.crash();
    await visiting;
    await space.start();
  }

  /**
   * An earlier database under today's head file, as after a mended disk: what no peer holds is
   * lost.
   */
  async #restore(space: TestSpace): Promise<void> {
    const backup = this.#backups.get(space);
    if (!backup) return;
    const { head } = space.backup();
    for (const [id, { host }] of this.acknowledged) {
      if (host === space) this.acknowledged.delete(id);
    }
    await space.restore(backup, head);
  }

  /** Restored where nobody can be asked, and in use at once. */
  async #strand(space: TestSpace): Promise<void> {
    this.#cut(space, space);
    await this.#restore(space);
    for (const [index] of this.wallets.entries()) await this.#visit(space, index);
  }

  async #voidLast(space: TestSpace): Promise<void> {
    const last = (await space.engine.desk.visits(FROM, TO)).at(-1);
    if (!last) return;
    const undone = await space.engine.desk.void(last.id).catch(() => null);
    if (undone) this.acknowledged.delete(last.id);
  }

  /** Mends everything and gives the nodes time. */
  async mend(): Promise<void> {
    this.network.heal();
    for (const space of this.spaces) if (!space.isRunning) await space.start();
    await settle();
    await this.network.pass(6 * HOUR, HOUR);
    await this.network.syncAll(3);
  }
}

describe('A network of four nodes', () => {
  it('comes together again after whatever happens, with one history of each log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 40 }), async (events) => {
        const simulation = await Simulation.start();
        for (const one of events) await simulation.play(one);
        await simulation.mend();
        await checkAll(simulation);
        await simulation.network.stop();
      }),
      { numRuns: 10 },
    );
  }).timeout(60_000);
});

async function checkAll({ spaces, wallets, acknowledged }: Simulation): Promise<void> {
  for (const space of spaces) {
    const status = await space.engine.status();
    expect(status, space.name).to.include({ mode: 'ready', pendingVisits: 0 });
    const own = await space.engine.logs.verify(space.id);
    expect(own.ok, space.name).to.equal(true);
    for (const other of spaces) {
      const seen = await other.engine.logs.verify(space.id);
      expect(seen, `${space.name} at ${other.name}`).to.deep.equal(own);
    }
  }
  const published: string[] = [];
  for (const { home } of wallets) {
    for (const { id } of await home.engine.home.list()) {
      const visits = (await home.engine.home.visits(id)).filter(({ voided }) => !voided);
      const days = visits.map(({ host, date }) => `${host} ${date}`);
      expect(new Set(days).size, 'one visit a host and date').to.equal(days.length);
      published.push(...days);
    }
  }
  const lost = [...acknowledged.values()].filter(
    ({ host, date }) => !published.includes(`${host.id} ${date}`),
  );
  expect(lost.map(({ host, date }) => `${host.name} ${date}`)).to.deep.equal([]);
}
