/** What a home refuses of a claim, by its code, as sentences of this page. */

import type { Say } from '../../i18n/words.js';
import type { WalletTable } from '../words/load.js';

/** The page's own sentences. */
export function claimProblems(say: Say<WalletTable>): Readonly<Record<string, string>> {
  return {
    NOT_FOUND: say('claimUsed'),
    MEMBER_INACTIVE: say('claimInactive'),
    REQUEST_INVALID: say('claimTorn'),
  };
}
