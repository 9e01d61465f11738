/**
 * Who is in a programme, by the story: a node's own word for it would take whoever wrongly thinks
 * that it is out, or was never in, from all that is demanded of members.
 */

import type { ProgrammeView } from '@covisa/node';
import type { ProgrammeId } from '@covisa/protocol';
import type { Join, Play } from './play.js';

/** What the honest nodes that run show of their programmes, by number. */
export type Views = ReadonlyMap<number, ReadonlyMap<ProgrammeId, ProgrammeView>>;

export async function viewsOf(play: Play): Promise<Views> {
  const views = new Map<number, ReadonlyMap<ProgrammeId, ProgrammeView>>();
  for (const number of play.honest()) {
    const node = play.space(number);
    if (!node.isRunning) continue;
    const shown = await node.engine.programmes.list();
    views.set(number, new Map(shown.map((view) => [view.id, view])));
  }
  return views;
}

/** Whether a space is in a programme from the beginning, and nobody had it leave or close since. */
export function isSeated(play: Play, number: number, programme: ProgrammeId): boolean {
  const story = play.story.programmes[play.programmes.indexOf(programme)];
  const all = [...(story?.founders ?? []), ...(story?.others ?? [])];
  return all.includes(number) && !play.parting.has(number);
}

/**
 * The honest members of a programme, by number: who is seated; and of those that came later, or
 * that set out to go, whomever one of the seated takes for a member. What came of that may hang on
 * a crash, and on who endorsed whom in time. Where nobody is seated any more, each is by its own
 * word. Who goes and knows of no application of its own is none: nobody follows the link for it.
 */
export function membersBy(play: Play, views: Views, programme: ProgrammeId): readonly number[] {
  const honest = play.honest();
  const seated = honest.filter((number) => isSeated(play, number, programme));
  const isTaken = (number: number, by: readonly number[]): boolean =>
    by.some((witness) => takes(views.get(witness)?.get(programme), play.space(number).id));
  return honest.filter((number) => {
    if (seated.includes(number)) return true;
    if (play.parting.has(number) && !knowsOfJoin(play, number, programme)) return false;
    return isTaken(number, seated.length > 0 ? seated : [number]);
  });
}

/** Whether a space has heard that it applied to a programme, if it did, on the disk that it has. */
function knowsOfJoin(play: Play, number: number, programme: ProgrammeId): boolean {
  const joins = play.joins.filter(
    (one) => one.space === number && play.programme(one.programme) === programme,
  );
  const isKnown = ({ heardAt }: Join): boolean =>
    heardAt !== null && !play.isRestored(number, heardAt, play.at);
  return joins.length === 0 || joins.some(isKnown);
}

/** Whether a view of a programme has this space for a member. */
export function takes(view: ProgrammeView | undefined, id: string): boolean {
  const standing = view?.spaces.find(({ space }) => space === id)?.standing;
  return standing === 'member' || standing === 'admitted';
}

/** The honest spaces that take part in each programme, by number. */
export type Participants = ReadonlyMap<ProgrammeId, readonly number[]>;

/** Who takes part in each programme. */
export async function participantsOf(play: Play): Promise<Participants> {
  const views = await viewsOf(play);
  return new Map(
    play.programmes.map((programme) => [programme, membersBy(play, views, programme)]),
  );
}

/** Whether two spaces meet in a programme, so that each holds the other's log. */
export function isMet(participants: Participants, one: number, other: number): boolean {
  return [...participants.values()].some((all) => all.includes(one) && all.includes(other));
}
