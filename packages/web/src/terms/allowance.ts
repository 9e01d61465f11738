/** How many days are free at one space: the answer that a member looks for first. */

import type { Allowance, Consequence, Offer, Terms } from '@covisa/protocol';

/** The free days of one visa at one host. */
export interface FreeDays {
  /** Days, or visits where `unit` says so. 0: none. */
  readonly count: number;
  readonly unit: 'days' | 'visits';
  readonly window: string;
  readonly after: Consequence;
}

const REGULAR: Consequence = { kind: 'regular' };

/** The tightest of several allowances at one host, those for some plans only left aside. */
function perHost(allowances: readonly Allowance[] | undefined): Allowance | null {
  const here = (allowances ?? []).filter(({ count, plans }) => count === 'host' && !plans);
  return here.reduce<Allowance | null>(
    (least, one) => (least === null || one.days < least.days ? one : least),
    null,
  );
}

/**
 * The free days at a host by the programme's terms and its own offer: the offer's where the terms
 * leave that to the host, else the more generous of both. Null: the terms set no number.
 */
export function freeDaysAt(terms: Terms, offer: Offer | null): FreeDays | null {
  const [common, own] = [perHost(terms.allowances), perHost(offer?.allowances)];
  const isOwn = terms.hostDecides?.includes('allowances') === true;
  const isMore = own !== null && (isOwn || common === null || own.days > common.days);
  const chosen = isMore ? own : common;
  if (chosen === null) return null;
  const after = chosen.after ?? offer?.after ?? terms.after ?? REGULAR;
  return { count: chosen.days, unit: chosen.unit ?? 'days', window: chosen.window, after };
}
