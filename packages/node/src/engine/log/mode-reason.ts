/** Why a node may not append to its log, in sentences for its owner. */

/** What was seen when another copy of this node was found to write to the log. */
export interface Supersession {
  /** Entries that this node held then. */
  readonly held: number;
  /** Entries of the log that another node was seen to hold. */
  readonly seen: number;
  /**
   * `forked`: they are others than ours. `resumed`: the recovery key has given the space new keys.
   */
  readonly cause: 'outgrown' | 'forked' | 'resumed';
}

/** For a restored node: `held` of the `seen` entries that anybody was seen to hold. */
export function recoveringReason(held: number, seen: number): string {
  const lacking = seen > held ? ` It holds ${held} of the ${seen} that were seen.` : '';
  return `This node was restored or copied, and asks its peers for its own later entries.${lacking} Visits wait in the journal.`;
}

/** For a restored node to which nobody gives what somebody was seen to hold. */
export const RECOVERING_IN_VAIN =
  'For three days nobody has given the rest. Where whoever holds it does not come back, stop this node and go on with the recovery key: covisa recover.';

/** For a node beside which another one writes. */
export function supersededReason({ held, seen, cause }: Supersession): string {
  switch (cause) {
    case 'outgrown':
      return `Another copy of this node has written since: this one held ${held} entries, ${seen} were seen. Stop one of the two. Where this is the only one left, start it again once it has synced: it goes on from what its peers hold.`;
    case 'forked':
      return `Another copy of this node has written other entries: this one held ${held}, a peer showed ${seen} that do not continue them. Stop this copy. Where it is the only one left, stop it and go on with the recovery key: covisa recover.`;
    case 'resumed':
      return 'The recovery key has given this space new keys on another machine. This node writes no more; stop it. If that was not you, whoever did it holds your recovery words: tell the other spaces.';
  }
}
