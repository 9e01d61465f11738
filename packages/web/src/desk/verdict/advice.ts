/** What reception does about a verdict whose reason does not say it already. */

import type { ReasonCode } from '@covisa/protocol';
import type { ArrivalTable } from '../words/load.js';

const ADVICE: { readonly [code in ReasonCode]?: keyof ArrivalTable } = {
  VISA_EXPIRED: 'adviceExpired',
  SPACE_REFUSED: 'adviceRefused',
  VISA_REFUSED: 'adviceRefused',
  OFFLINE_HOME_SILENT: 'adviceSilent',
  OFFLINE_TOO_MANY: 'adviceSilent',
};

/** The name of the sentence; null: the reason says enough. */
export function adviceOn(code: ReasonCode): keyof ArrivalTable | null {
  return ADVICE[code] ?? null;
}
