/** How a member stands, as a badge. */

import type { Say } from '../../i18n/words.js';
import type { MemberState } from './list.js';
import type { MembersTable } from './words/load.js';

const TONES: Readonly<Record<MemberState, 'good' | 'warn' | 'bad'>> = {
  active: 'good',
  'no-link': 'warn',
  unclaimed: 'warn',
  'claim-lapsed': 'warn',
  ended: 'warn',
  paused: 'warn',
  revoked: 'bad',
};

interface Props {
  readonly say: Say<MembersTable>;
  readonly state: MemberState;
}

/** The badge. */
export function StateBadge({ say, state }: Props) {
  return <span class={`badge ${TONES[state]}`}>{say(`state-${state}`)}</span>;
}
