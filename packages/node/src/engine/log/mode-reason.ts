/** Why a node may not append to its log, in sentences for its owner. */

/** What was seen when another copy of this node was found to write to the log. */
export interface Supersession {
  /** Entries that this node held then. */
  readonly held: number;
  /** Entries of the log that another node was seen to hold. */
  readonly seen: number;
  /** Whether they are others than ours. */
  readonly isForked: boolean;
}

/** For a restored node: `held` of the `seen` entries that anybody was seen to hold. */
export function recoveringReason(held: number, seen: number): string {
  const lacking = seen > held ? ` It holds ${held} of the ${seen} that were seen.` : '';
  return `This node was restored or copied, and asks its peers for its own later entries.${lacking} Visits wait in the journal.`;
}

/** For a node beside which another one writes. */
export function supersededReason({ held, seen, isForked }: Supersession): string {
  return isForked
    ? `Another copy of this node has written other entries: this one held ${held}, a peer showed ${seen} that do not continue them. Stop this copy. Where it is the only one left, only the recovery key goes on; that comes in a later version.`
    : `Another copy of this node has written since: this one held ${held} entries, ${seen} were seen. Stop one of the two. Where this is the only one left, start it again once it has synced: it goes on from what its peers hold.`;
}
