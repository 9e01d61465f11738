/** What a node shows of a programme, and from what: without whatever is the node's own. */

import { dayOf, type ProgrammeId, type SpaceId } from '@covisa/protocol';
import type { SimSpace } from '../../world/sim-space.js';

/** Plain data, to be compared as bytes. */
export type Shown = Readonly<Record<string, unknown>>;

/** What a node holds of some spaces' logs. */
interface Held {
  /** Space, incarnation, size, compact range, and the time of the latest heartbeat. */
  readonly logs: readonly (readonly [string, number, number, string, number | null])[];
  readonly forks: readonly unknown[];
  readonly strays: readonly unknown[];
}

/** The members' logs as a node holds them: entries, latest heartbeats, forks and strays. */
export async function heldBy({ disk }: SimSpace, of: readonly string[]): Promise<string> {
  const { store } = disk;
  const spaces = new Set(of);
  const logs = (await store.heads()).filter(({ space }) => spaces.has(space));
  const forks = (await store.forks()).filter(({ space }) => spaces.has(space));
  const shelves = (await store.shelves()).filter(({ space }) => spaces.has(space));
  const held: Held = {
    logs: logs.map(({ space, incarnation, size, range, heartbeat }) => [
      ...([space, incarnation, size, hexOf(range)] as const),
      heartbeat?.time ?? null,
    ]),
    forks: forks.map(({ space, incarnation, common }) => [space, incarnation, common]),
    strays: shelves.map(({ space, strays }) => [
      space,
      strays.map(({ leaf }) => hexOf(leaf)).sort(),
    ]),
  };
  return canonical(held);
}

/** What `heldBy` gives, with the days of the latest heartbeats alone. */
export function toTheDay(held: string): unknown {
  const { logs, ...more }: Held = JSON.parse(held);
  return {
    ...more,
    logs: logs.map(([space, incarnation, size, range, time]) => [
      ...[space, incarnation, size, range],
      time === null ? null : dayOf(time),
    ]),
  };
}

/**
 * Who belongs to a programme, or applies to it and was endorsed, as a node sees it: who only
 * applies is known to those alone that it has asked.
 */
export async function spacesOf(node: SimSpace, id: ProgrammeId): Promise<readonly SpaceId[]> {
  const { spaces, applicants } = await node.engine.programmes.show(id);
  const endorsed = applicants.filter(({ endorsements }) => endorsements > 0);
  return [...new Set([...spaces, ...endorsed].map(({ space }) => space))];
}

/** What a node shows of a programme, its directory, and some of its members' logs. */
export async function shownBy(
  { engine }: SimSpace,
  id: ProgrammeId,
  logs: readonly SpaceId[],
): Promise<Shown> {
  const { standing: _, siblings, ...programme } = await engine.programmes.show(id);
  const directory = (await engine.directory()).flatMap(({ programmes, ...listing }) => {
    const here = programmes.filter((one) => one.programme === id);
    return here.length > 0 ? [{ ...listing, programmes: here }] : [];
  });
  const found: Record<string, unknown> = {
    programme: {
      ...programme,
      // Whether we signed, endorsed or chose is of each node alone; who applies is known to those
      // that it has asked, until somebody endorses it.
      applicants: programme.applicants.flatMap(({ endorsedByUs: _, ...one }) =>
        one.endorsements > 0 ? [one] : [],
      ),
      drafts: programme.drafts.map(({ signedByUs: _, ...one }) => one),
      rivals: programme.rivals.map(({ signedByUs: _, ...one }) => one),
      resting: programme.resting.map(({ signedByUs: _, ...one }) => one),
      siblings: siblings.map(({ version, rosters }) => [version, rosters.map((one) => one.roster)]),
    },
    directory,
  };
  for (const space of logs) found[`log ${space}`] = await engine.logs.verify(space);
  return found;
}

/** What follows from the instants of heartbeats: for how long nothing was heard of a space. */
const OF_INSTANTS: ReadonlySet<string> = new Set([
  ...['heartbeat', 'ageSeconds', 'silent', 'status', 'reason'],
]);

/** What a node shows, but for what follows from the instants of heartbeats. */
export function withoutInstants(shown: Shown): unknown {
  return JSON.parse(
    JSON.stringify(shown, (name, inner: unknown) => (OF_INSTANTS.has(name) ? undefined : inner)),
  );
}

/** JSON with the members of objects in the order of their names. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** The path at which two values differ, and both there; null if they are equal byte for byte. */
export function differenceOf(one: unknown, other: unknown, path = ''): string | null {
  const [text, otherText] = [canonical(one), canonical(other)];
  if (text === otherText) return null;
  if (!isParted(one) || !isParted(other)) return `${path}: ${text} and ${otherText}`;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of [...names].sort()) {
    const inner = differenceOf(one[name], other[name], `${path}/${name}`);
    if (inner !== null) return inner;
  }
  return `${path}: ${text} and ${otherText}`;
}

function isParted(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
