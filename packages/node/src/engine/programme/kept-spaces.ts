/** Whose logs belong to the gossip of a programme, and with whom they are exchanged. */

import {
  type ProgrammeInput,
  type ProgrammeState,
  participants,
  programmeState,
  type SpaceId,
} from '@covisa/protocol';

/** The states that other choices among rosters would give: each of those that hold, once. */
export function otherStates(
  input: ProgrammeInput,
  state: ProgrammeState,
): readonly ProgrammeState[] {
  const { chosen = [] } = input;
  return state.siblings.flatMap(({ rosters, followed }) =>
    rosters
      .filter((roster) => roster !== followed)
      .flatMap((roster) => {
        const others = chosen.filter((one) => !rosters.includes(one));
        return programmeState({ ...input, chosen: [...others, roster] }) ?? [];
      }),
  );
}

/**
 * Everybody that is or was in the programme, or was endorsed: stamps of those that left or closed
 * still count, and who has not heard of it yet has to. Those that take part by a roster which this
 * node does not follow are among them: their votes and stamps have to be here when the owner
 * chooses anew.
 */
export function keptSpaces(own: SpaceId, states: readonly ProgrammeState[]): ReadonlySet<SpaceId> {
  const spaces = states.flatMap((state) => [
    ...[...state.chain, ...state.contenders].flatMap((roster) => roster.members),
    ...state.admitted,
    ...state.applicants.map((one) => one.space),
    ...state.left,
    ...state.closed,
    ...state.removed.map((one) => one.space),
  ]);
  return new Set([own, ...spaces]);
}

/**
 * Participants by any of the rosters that hold, and before the founding the founders: who follows
 * another one still hears of what happens, or nobody could choose anew. Who is removed by a roster
 * that is not final may still say which other has its votes.
 */
export function partnersOf(states: readonly ProgrammeState[]): ReadonlySet<SpaceId> {
  return new Set(
    states.flatMap((state) => [
      ...(state.founded ? participants(state) : state.roster.members),
      ...(state.isFinal ? [] : state.roster.removed.map((one) => one.space)),
    ]),
  );
}

/**
 * Those that apply, and of which no more than an opening is kept. Who returns is no stranger: its
 * log has been kept whole. Nor is it who has its endorsements, before its profile is known here: it
 * is taken whole at once.
 */
export function strangersIn(state: ProgrammeState | null): ReadonlySet<SpaceId> {
  const strangers = (state?.applicants ?? []).filter(
    ({ returns, endorsers, needed }) => returns === 0 && endorsers.length < needed,
  );
  return new Set(strangers.map(({ space }) => space));
}
