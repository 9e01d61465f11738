/**
 * When a network has come to rest: of each programme, all its honest members agree on who is in it,
 * and hold the same of the log of everybody who is or was: liars, those that left and those that
 * closed included. The same entries, the same forks proven, the same strays beyond them.
 */

import type { ProgrammeView } from '@covisa/node';
import type { SpaceId } from '@covisa/protocol';
import type { LogHead, Shelf, StoredFork } from '@covisa/store';
import type { SimSpace } from '../world/sim-space.js';
import { membersBy, viewsOf } from './membership.js';
import type { Play } from './play.js';

/** What one node holds of a programme: texts by what they are of. */
type Holding = ReadonlyMap<string, string>;

/** What differs still, in words; empty: nothing. */
export async function differences(play: Play): Promise<readonly string[]> {
  const found = [...(await unready(play))];
  const views = await viewsOf(play);
  const names = new Map(play.spaces.map(({ id, name }) => [id, name]));
  for (const [number, programme] of play.programmes.entries()) {
    const members = membersBy(play, views, programme);
    const spaces = everInIt(members.flatMap((one) => views.get(one)?.get(programme) ?? []));
    const holding = (member: number): Promise<Holding> =>
      holdingOf(play.space(member), views.get(member)?.get(programme), spaces, names);
    const [first, ...others] = members;
    if (first === undefined) continue;
    const reference = await holding(first);
    for (const other of others) {
      const both = [play.space(first).name, play.space(other).name] as const;
      for (const one of unlike(reference, await holding(other), both)) {
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
  { disk: { store } }: SimSpace,
  view: ProgrammeView | undefined,
  spaces: ReadonlySet<SpaceId>,
  names: ReadonlyMap<SpaceId, string>,
): Promise<Holding> {
  const isMeant = ({ space }: { readonly space: SpaceId }) => spaces.has(space);
  const name = (space: SpaceId) => names.get(space) ?? space;
  const log = ({ space, incarnation }: LogHead | Shelf | StoredFork) =>
    `${name(space)}/${incarnation}`;
  const heads = await store.heads();
  const forks = await store.forks();
  const shelves = await store.shelves();
  const standings = (view?.spaces ?? [])
    .map(({ space, standing }) => `${name(space)} ${standing}`)
    .sort()
    .join(', ');
  return new Map([
    ['the roster', `version ${view?.rosterVersion} with ${standings}`],
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
function everInIt(views: readonly ProgrammeView[]): ReadonlySet<SpaceId> {
  const spaces = new Set<SpaceId>();
  for (const view of views) {
    for (const { space, standing } of view.spaces) {
      if (standing !== 'applicant') spaces.add(space);
    }
  }
  return spaces;
}
