/**
 * Programmes that are founded before their nodes run: each space writes to its own log what its
 * owner would have written, and all are handed the logs of their programmes, as files could be. So
 * a thousand nodes begin with the same knowledge, without having said it to each other.
 */

import type { Joined } from '@covisa/node';
import type { KnownEntry, ProgrammeId, SpaceId } from '@covisa/protocol';
import { Disk } from './disk.js';
import { type FoundedProgramme, type Founding, foundingEntries } from './founding-entries.js';
import type { SimSpace } from './sim-space.js';
import type { World } from './world.js';

/** A programme of spaces whose nodes do not run yet. */
export interface SimFounding extends Pick<Founding, 'name' | 'terms'> {
  /** The first one writes roster 0. */
  readonly founders: readonly SimSpace[];
  /** Seated by later rosters, or admitted: as many as there may be. */
  readonly others: readonly SimSpace[];
}

/** Founds the programmes; when it returns all members hold the same of each, and none runs. */
export async function foundAtOnce(
  world: World,
  foundings: readonly SimFounding[],
): Promise<readonly ProgrammeId[]> {
  const founded = foundings.map((one) =>
    foundingEntries({
      ...{ name: one.name, terms: one.terms, time: world.now },
      founders: one.founders.map(({ id }) => id),
      others: one.others.map(({ id }) => id),
    }),
  );
  // A heartbeat over what is written now is later than the one over the beginning of the log.
  await world.pass(1);
  const taking = takingPart(foundings, founded);
  for (const { space, entries, joined } of taking) {
    await world.clock.runFor(space.prepare(entries, joined));
  }
  handLogs(taking);
  return founded.map(({ programme }) => programme);
}

/** A space with what it writes, and the programmes that it is in. */
interface TakingPart {
  readonly space: SimSpace;
  readonly entries: KnownEntry[];
  readonly joined: Joined[];
}

function takingPart(
  foundings: readonly SimFounding[],
  founded: readonly FoundedProgramme[],
): readonly TakingPart[] {
  const all = new Map<SpaceId, TakingPart>();
  for (const [number, { founders, others }] of foundings.entries()) {
    const { programme, entries } = founded[number] as FoundedProgramme;
    const first = founders[0]?.asIntroducer() ?? null;
    for (const space of [...founders, ...others]) {
      const one = all.get(space.id) ?? { space, entries: [], joined: [] };
      all.set(space.id, one);
      one.entries.push(...(entries.get(space.id) ?? []));
      const introducer = space === founders[0] ? null : first;
      one.joined.push({ programme, introducer, preview: null });
    }
  }
  return [...all.values()];
}

/** Gives all spaces the logs of those with which they share a programme. */
function handLogs(all: readonly TakingPart[]): void {
  const disks = new Map<string, Disk>();
  const name = ({ joined }: TakingPart) => joined.map(({ programme }) => programme).join();
  // All are made before any is given: until then each space holds its own log alone.
  for (const one of all) {
    if (!disks.has(name(one))) disks.set(name(one), diskBeside(one, all));
  }
  for (const one of all) {
    const disk = disks.get(name(one));
    if (disk) one.space.disk.takeLogs(disk, one.space.id);
  }
}

/** A disk with the logs of all that share a programme with this one. */
function diskBeside({ joined }: TakingPart, all: readonly TakingPart[]): Disk {
  const programmes = new Set(joined.map(({ programme }) => programme));
  const disk = new Disk();
  for (const one of all) {
    const isBeside = one.joined.some(({ programme }) => programmes.has(programme));
    if (isBeside) disk.takeLogs(one.space.disk, null);
  }
  return disk;
}
