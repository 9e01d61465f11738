/** What the chapters share: the spaces, the people, and what was agreed. */

import type { Json } from '#node/cli/client.js';
import type { ProgrammeView } from '#node/engine/services.js';
import type { Network } from './network.js';
import type { Person } from './people.js';
import type { Report } from './report.js';
import type { Space } from './space.js';

/** The story's spaces. */
export interface Spaces {
  readonly melbourne: Space;
  readonly sydney: Space;
  readonly shanghai: Space;
  readonly berlin: Space;
  /** Calls out only. */
  readonly lisbon: Space;
  /** Founds nothing, joins late, leaves soon. */
  readonly auckland: Space;
}

/** The members who travel. */
export interface People {
  /** Of Melbourne, by the command line. */
  mia: Person;
  /** Of Melbourne. */
  readonly max: Person;
  readonly noor: Person;
  /** Paid until 2030-03-15 only. */
  readonly eve: Person;
  readonly rae: Person;
  /** Of Sydney. */
  readonly sam: Person;
  /** Of Lisbon. */
  readonly lia: Person;
}

/** What the story begins with. */
export interface Stage {
  readonly report: Report;
  readonly network: Network;
  readonly spaces: Spaces;
}

/** What it goes on with. */
export interface Story extends Stage {
  readonly people: People;
  readonly programme: string;
}

/** A programme as a node sees it. */
export function programmeAt(space: Space, programme: string): Promise<Json<ProgrammeView>> {
  return space.client.get(`/api/programmes/${programme}`);
}

/** Who takes part: all that run, without Auckland, which is not in the programme for long. */
function running({ network, spaces }: Stage): readonly Space[] {
  return network.running.filter((space) => space !== spaces.auckland);
}

/** News reach everybody who takes part. */
export function settleMembers(story: Stage): Promise<void> {
  return story.network.settle(running(story));
}

/** A day passes, and the signs of life reach everybody. */
export async function nextDay(story: Stage): Promise<void> {
  await story.network.advanceDays(1);
  await settleMembers(story);
}
