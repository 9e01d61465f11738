/** What a home refuses of a claim, by its code, as sentences of this page. */

import type { Say } from '../../i18n/words.js';
import { toldError } from '../app/home-problem.js';
import { WrongAnswer } from '../home/home-client.js';
import type { WalletTable } from '../words/load.js';

/** An error of a claim as people can be told it. */
export function claimError(error: unknown, say: Say<WalletTable>): unknown {
  return error instanceof WrongAnswer ? new Error(say('claimWrong')) : toldError(error, say);
}

/** The page's own sentences. */
export function claimProblems(say: Say<WalletTable>): Readonly<Record<string, string>> {
  return {
    NOT_FOUND: say('claimUsed'),
    MEMBER_INACTIVE: say('claimInactive'),
    MEMBERSHIP_ENDED: say('claimInactive'),
    CONFLICT: say('claimTooMany'),
    REQUEST_INVALID: say('claimTorn'),
  };
}
