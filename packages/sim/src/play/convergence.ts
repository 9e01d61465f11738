/**
 * When a network has come to rest: of each programme, all its honest members agree on who is in it,
 * and hold the same of the log of everybody who is or was: liars, those that left and those that
 * closed included. The same entries, the same forks proven, the same strays beyond them.
 */

import type { ProgrammeId, SpaceId } from '@covisa/protocol';
import type { LogHead, Shelf, StoredFork } from '@covisa/store';
import type { Play } from './play.js';

/** What one node holds of a programme: texts by what they are of. */
type Holding = ReadonlyMap<string, string>;

/** What differs still, in words; empty: nothing. */
export async function differences(play: Play): Promise<readonly string[]> {
  const found = [...(await unready(play))];
  for (const [number, programme] of play.programmes.entries()) {
    const members = await membersOf(play, programme);
    const spaces = await everInIt(play, programme, members);
    const [first, ...others] = members;
    if (first === undefined) continue;
    const reference = await holdingOf(play, first, programme, spaces);
    for (const other of others) {
      const holding = await holdingOf(play, other, programme, spaces);
      const names = [play.space(first).name, play.space(other).name] as const;
      for (const one of unlike(reference, holding, names)) {
        found.push(`programme ${number}: ${one}`);
      }
    }
  }
  return found;
}

/** Honest nodes that do not write yet: what their desks keep back is not published. */
async function unready(play: Play): Promise<readonly string[]> {
  const found: string[] = [];
  for (const number of play.honest()) {
    const node = play.space(number);
    if (!node.isRunning) continue;
    const { mode, pendingVisits } = await node.engine.status();
    if (mode !== 'ready') found.push(`${node.name} is ${mode}, with ${pendingVisits} visits`);
  }
  return found;
}

function unlike(one: Holding, other: Holding, names: readonly [string, string]): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((what) => {
    const [left, right] = [one.get(what) ?? 'nothing', other.get(what) ?? 'nothing'];
    return left === right ? [] : [`${what}: ${names[0]} holds ${left}, ${names[1]} ${right}`];
  });
}

/** What a member holds of these spaces' logs, and whom it takes for members. */
async function holdingOf(
  play: Play,
  number: number,
  programme: ProgrammeId,
  spaces: ReadonlySet<SpaceId>,
): Promise<Holding> {
  const { disk, engine } = play.space(number);
  const isMeant = ({ space }: { readonly space: SpaceId }) => spaces.has(space);
  const name = (space: SpaceId) => play.spaces.find(({ id }) => id === space)?.name ?? space;
  const log = ({ space, incarnation }: LogHead | Shelf | StoredFork) =>
    `${name(space)}/${incarnation}`;
  const [heads, forks, shelves, view] = await Promise.all([
    disk.store.heads(),
    disk.store.forks(),
    disk.store.shelves(),
    engine.programmes.show(programme),
  ]);
  const standings = view.spaces
    .map(({ space, standing }) => `${name(space)} ${standing}`)
    .sort()
    .join(', ');
  return new Map([
    ['the roster', `version ${view.rosterVersion} with ${standings}`],
    ...heads.filter(isMeant).map((head) => [log(head), shownOf(head)] as const),
    ...forks
      .filter(isMeant)
      .map((fork) => [`the fork of ${log(fork)}`, `${fork.common} in common`] as const),
    ...shelves.filter(isMeant).map((shelf) => [`shelf ${log(shelf)}`, leavesOf(shelf)] as const),
  ]);
}

function shownOf({ size, range }: LogHead): string {
  return `${size} entries ${Buffer.from(range).toString('base64url').slice(-12)}`;
}

function leavesOf({ strays }: Shelf): string {
  return strays.map(({ leaf }) => Buffer.from(leaf).toString('base64url').slice(0, 8)).join(' ');
}

/** Whoever is or was in a programme by the word of any of its members; applicants are not yet. */
async function everInIt(
  play: Play,
  programme: ProgrammeId,
  members: readonly number[],
): Promise<ReadonlySet<SpaceId>> {
  const spaces = new Set<SpaceId>();
  for (const member of members) {
    const view = await play.space(member).engine.programmes.show(programme);
    for (const { space, standing } of view.spaces) {
      if (standing !== 'applicant') spaces.add(space);
    }
  }
  return spaces;
}

/** The numbers of the honest spaces that take part in a programme, each by its own word. */
export async function membersOf(play: Play, programme: ProgrammeId): Promise<readonly number[]> {
  const members: number[] = [];
  for (const number of play.honest()) {
    const node = play.space(number);
    if (!node.isRunning || play.closed.has(number)) continue;
    const own = (await node.engine.programmes.list()).find(({ id }) => id === programme);
    if (own?.standing === 'member' || own?.standing === 'admitted') members.push(number);
  }
  return members;
}
