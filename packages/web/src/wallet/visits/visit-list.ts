/** The visits of a visa, newest first, as they are shown. Pure. */

import type { WalletOverview, WalletVisit } from '@covisa/protocol';

/** Visits of one visa, the latest date first. */
export function newestFirst(visits: readonly WalletVisit[]): readonly WalletVisit[] {
  return [...visits].sort(
    (one, other) =>
      (one.date < other.date ? 1 : one.date > other.date ? -1 : 0) || other.index - one.index,
  );
}

/** The name of a visit's host: as the visit has it, else as the directory does, else its id. */
export function hostName(visit: WalletVisit, { directory }: WalletOverview): string {
  const listed = directory.find(({ space }) => space === visit.host)?.name;
  return visit.hostName ?? listed ?? `${visit.host.slice(0, 8)}…`;
}
