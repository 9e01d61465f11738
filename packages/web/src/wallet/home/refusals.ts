/** What a home's refusals mean for the wallet. */

import { Refused } from '../../platform/network.js';
import type { Standing } from '../store/cards.js';
import { WrongAnswer } from './home-client.js';

/** The codes that say that the time in a presentation is not the node's. */
export const TIME_CODES: readonly string[] = ['PRESENTATION_STALE', 'PRESENTATION_FROM_FUTURE'];

/** The codes of a claim's refusal after which no other try with its code and key can succeed. */
const FINAL_CODES: readonly string[] = ['NOT_FOUND', 'KEY_INVALID'];

/** Whether a claim that failed this way has bound no visa to its key, and never will. */
export function isFinal(error: unknown): boolean {
  return error instanceof Refused ? FINAL_CODES.includes(error.code) : error instanceof WrongAnswer;
}

/** What a refusal says of the visa; null: nothing. */
export function standingBy(code: string): Standing | null {
  switch (code) {
    case 'MEMBER_INACTIVE':
    case 'MEMBERSHIP_ENDED':
      return 'inactive';
    case 'PRESENTATION_FORGED':
      // The home knows another phone's key now.
      return 'replaced';
    case 'NOT_FOUND':
      return 'unknown';
    default:
      return null;
  }
}
