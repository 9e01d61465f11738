/** Why a host did not check the member in at the door, as a sentence that ends with the way out. */

import type { Say } from '../../i18n/words.js';
import { Refused, Unreachable } from '../../platform/network.js';
import type { WalletTable } from '../words/load.js';

/** The word for an error. Whatever it was, reception can still scan the code. */
export function arrivalWord(error: unknown): keyof WalletTable & string {
  if (error instanceof Unreachable) return 'doorAway';
  if (!(error instanceof Refused)) return 'doorRefused';
  switch (error.code) {
    case 'SELF_CHECK_IN_OFF':
      return 'selfOff';
    case 'NOT_FOUND':
      return 'doorVenue';
    case 'RATE_LIMITED':
      return 'doorBusy';
    default:
      return 'doorRefused';
  }
}

/** The sentence for an error. */
export function arrivalWhy(error: unknown, say: Say<WalletTable>): string {
  return say(arrivalWord(error));
}
