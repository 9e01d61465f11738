/** What went wrong between the wallet and a node, in the page's language, with what to do. */

import type { Say } from '../../i18n/words.js';
import { Refused, Unreachable } from '../../platform/network.js';
import { Problem } from '../../ui/problem.js';
import type { ClaimedCard } from '../store/cards.js';
import { homeName } from '../store/read-card.js';
import type { WalletTable } from '../words/load.js';
import { useWallet } from './context.js';

/**
 * An error as people can be told it: what a node refused and silence stay what they are; an answer
 * that nobody here understands gets a sentence in place of its details.
 */
export function toldError(error: unknown, say: Say<WalletTable>): unknown {
  if (error === null || error instanceof Refused || error instanceof Unreachable) return error;
  return new Error(say('oddAnswer'));
}

interface Props {
  readonly card: ClaimedCard;
  /** Null: nothing is shown. */
  readonly error: unknown;
  /** What it means here that the home holds something against it (CONFLICT). */
  readonly conflict?: keyof WalletTable & string;
  readonly onRetry?: () => void;
}

/** A problem with the card's home. */
export function HomeProblem({ card, error, conflict = 'tooManyRequests', onRetry }: Props) {
  const { say } = useWallet();
  const name = homeName(card);
  const known = {
    MEMBER_INACTIVE: say('inactive', { name }),
    MEMBERSHIP_ENDED: say('inactive', { name }),
    PRESENTATION_FORGED: say('replaced', { name }),
    NOT_FOUND: say('unknown', { name }),
    PRESENTATION_STALE: `${say('clockTitle')}. ${say('clockMend')}`,
    VISA_EXPIRED: say('visaRenewFirst'),
    CONFLICT: say(conflict, { name }),
  };
  return (
    <Problem
      error={toldError(error, say)}
      known={known}
      otherwise={say('homeRefused')}
      {...(onRetry && { onRetry })}
    />
  );
}
