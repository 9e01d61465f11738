/** With which phone a member came, as the host was shown it. */

import { openSeal } from '@covisa/protocol';
import type { Acknowledged } from '../play/ledger.js';
import type { Play } from '../play/play.js';

/** The holder key in the seal of a visit; undefined where there is none. */
export function holderKeyOf(play: Play, { visit, host }: Acknowledged): string | undefined {
  const { visaNumber, k, seal } = visit;
  if (visaNumber === null) return undefined;
  return openSeal(seal, { visaNumber, k, host: play.space(host).id })?.holderKey?.join();
}
