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

/** The stage of the whole story. */
export interface Story {
  readonly report: Report;
  readonly network: Network;
  readonly spaces: Spaces;
  readonly people: People;
  readonly programme: string;
}

/** A programme as a node sees it. */
export function programmeAt(space: Space, programme: string): Promise<Json<ProgrammeView>> {
  return space.client.get(`/api/programmes/${programme}`);
}

/** Who takes part: all that run, without Auckland, which is not in the programme for long. */
export function running({ network, spaces }: Story): readonly Space[] {
  return network.running.filter((space) => space !== spaces.auckland);
}

/** News reach everybody who takes part. */
export function settleMembers(story: Story): Promise<void> {
  return story.network.settle(running(story));
}

/** A day passes, and most signs of life reach the others. */
export async function nextDay(story: Story): Promise<void> {
  await story.network.advanceDays(1);
  await story.network.gather(running(story));
}
