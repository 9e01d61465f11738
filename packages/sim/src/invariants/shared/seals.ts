/** What the seals of visits hold: with which phone a member came, and by what proof or grant. */

import { openSeal, type SealContents } from '@covisa/protocol';
import type { Acknowledged } from '../../play/ledger.js';
import type { Play } from '../../play/play.js';

/** What the seal of a visit holds; null where there is none. */
export function contentsOf(play: Play, { visit, host }: Acknowledged): SealContents | null {
  const { visaNumber, k, seal } = visit;
  if (visaNumber === null) return null;
  return openSeal(seal, { visaNumber, k, host: play.space(host).id });
}

/** The holder key in the seal of a visit; undefined where there is none. */
export function holderKeyOf(play: Play, one: Acknowledged): string | undefined {
  return contentsOf(play, one)?.holderKey?.join();
}
