/** The programmes of an overview, as listings are shown with. */

import type { WalletOverview } from '@covisa/protocol';
import type { Programme } from '../../listings/programme.js';

/** The programmes that the home told of. */
export function knownProgrammes({ programmes }: WalletOverview): readonly Programme[] {
  return programmes.map(({ id, name, roster, terms, spaces }) => ({
    ...{ id, name, roster, terms },
    purpose: '',
    members: spaces.length,
    admitted: 0,
  }));
}
