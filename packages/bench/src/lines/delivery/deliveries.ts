/** Stamps at random hosts of one large programme, and when each node comes to hold them. */

import { check, foundAtOnce, join, record, type SimSpace, World } from '@covisa/sim';

/** Mean time between two syncs of a node with a random peer: a round. */
const ROUND_SECONDS = 60;
/** How often it is looked who holds what: times are up to the next look. */
const LOOKS_A_ROUND = 10;
/** Stamps come at any time within so many rounds. */
const STAMPING_ROUNDS = 2;
const ROUNDS_MAX = 60;
const FOUNDERS = 20;
const TERMS = {
  allowances: [{ days: 5, count: 'host', window: 'visa-year' }],
  after: { kind: 'regular' },
} as const;

export interface DeliverySize {
  readonly spaces: number;
  readonly stamps: number;
}

/** How long one stamp took, in rounds. */
export interface Delivered {
  readonly toHome: number;
  readonly toAll: number;
}

/** What came of all stamps. */
export interface Deliveries {
  readonly stamps: readonly Delivered[];
  /** Bytes of bodies, both ways, of all nodes in a round in which nothing is new. */
  readonly idleBytes: number;
  /** And in all rounds with stamps on their way; and how many rounds those were. */
  readonly bytes: number;
  readonly rounds: number;
}

/** A stamp that is not everywhere yet. */
interface UnderWay {
  readonly place: {
    readonly space: SimSpace['id'];
    readonly incarnation: 0;
    readonly index: number;
  };
  readonly home: SimSpace;
  readonly at: number;
  readonly lacking: Set<SimSpace>;
  toHome: number | null;
  toAll: number | null;
}

/** Lets a network run until everybody holds every stamp. */
export async function deliveries(
  { spaces: count, stamps }: DeliverySize,
  say: (text: string) => void,
): Promise<Deliveries> {
  const world = new World('delivery');
  const spaces: SimSpace[] = [];
  const settings = { syncIntervalSeconds: ROUND_SECONDS };
  for (let one = 0; one < count; one++) {
    spaces.push(await world.addStopped(`space-${one}`, { settings }));
  }
  say('founding the programme');
  const [founders, others] = [spaces.slice(0, FOUNDERS), spaces.slice(FOUNDERS)];
  await foundAtOnce(world, [{ name: 'Delivery', terms: TERMS, founders, others }]);
  await world.start();
  let bytes = 0;
  world.line.observe = ({ bytesOut, bytesIn }) => {
    bytes += bytesOut + bytesIn;
  };
  world.line.weather.delay = 50;
  await world.pass(2 * ROUND_SECONDS);
  bytes = 0;
  await world.pass(ROUND_SECONDS);
  const idleBytes = bytes;
  bytes = 0;
  say('letting stamps spread');
  const began = world.now;
  const found = await spread(world, spaces, stamps);
  const rounds = (world.now - began) / ROUND_SECONDS;
  await world.stop();
  return { stamps: found, idleBytes, bytes, rounds };
}

async function spread(
  world: World,
  spaces: readonly SimSpace[],
  stamps: number,
): Promise<readonly Delivered[]> {
  const chance = world.chance.child('stamps');
  const looks = STAMPING_ROUNDS * LOOKS_A_ROUND;
  const planned = Array.from({ length: stamps }, () => chance.between(0, looks - 1));
  const all: UnderWay[] = [];
  for (let look = 0; look < ROUNDS_MAX * LOOKS_A_ROUND; look++) {
    for (const at of planned) {
      if (at !== look) continue;
      const [home, host] = chance.some(spaces, 2);
      if (home && host) all.push(await visit(world, spaces, home, host, `${all.length}`));
    }
    await world.pass(ROUND_SECONDS / LOOKS_A_ROUND);
    for (const one of all) await lookAt(one, world.now);
    if (all.length === stamps && all.every((one) => one.toAll !== null)) break;
  }
  // What never arrived took for ever.
  return all.map(({ toHome, toAll }) => ({
    toHome: toHome ?? Number.POSITIVE_INFINITY,
    toAll: toAll ?? Number.POSITIVE_INFINITY,
  }));
}

async function visit(
  world: World,
  spaces: readonly SimSpace[],
  home: SimSpace,
  host: SimSpace,
  name: string,
): Promise<UnderWay> {
  const { clock } = world;
  const { wallet } = await clock.runFor(join(world, home, name));
  const checked = await clock.runFor(check(host, wallet.present({ host })));
  const { index } = await clock.runFor(record(host, checked));
  if (index === null) throw new Error('visit: expected it in the log');
  const place = { space: host.id, incarnation: 0, index } as const;
  const lacking = new Set(spaces.filter((one) => one !== host));
  return { place, home, at: world.now, lacking, toHome: null, toAll: null };
}

async function lookAt(one: UnderWay, now: number): Promise<void> {
  if (one.toAll !== null) return;
  for (const space of one.lacking) {
    if ((await space.disk.store.stampsAt([one.place])).length > 0) one.lacking.delete(space);
  }
  const rounds = (now - one.at) / ROUND_SECONDS;
  if (one.toHome === null && !one.lacking.has(one.home)) one.toHome = rounds;
  if (one.lacking.size === 0) one.toAll = rounds;
}
