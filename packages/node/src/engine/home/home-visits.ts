/** A visa's visits, as its home and its holder see them. */

import { doubleVisits, type StampUsage } from '@covisa/protocol';
import type { VisaVisit } from '../services.js';
import type { View } from '../view.js';

/** All visits of a usage, voided ones among them, by date. */
export function visaVisits(usage: StampUsage, view: View): readonly VisaVisit[] {
  const doubled = new Map(
    doubleVisits(usage).map(({ k, stamps }) => [k, stamps.map((stamp) => stamp.host)]),
  );
  return usage.stamps
    .map(({ stamp, voided }) => ({
      host: stamp.host,
      hostName: view.space(stamp.host)?.profile?.name ?? null,
      venue: stamp.entry.venue,
      date: stamp.entry.date,
      kind: stamp.entry.kind,
      weight: stamp.entry.weight,
      voided,
      doubledWith: voided ? [] : (doubled.get(stamp.k) ?? []).filter((host) => host !== stamp.host),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
