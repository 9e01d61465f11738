/** What withholding keepers can cost: in formulas, for the chapter and against the model. */

/** That a stamp is hidden from whoever asks all its keepers, of whom a share is down or lies. */
export function hiddenShare(bad: number, replicas: number): number {
  return bad ** replicas;
}

/**
 * Free days beyond the limit that a member gets on average who goes on as long as any host gives
 * one, with a home that is never in reach: each day is hidden from later hosts with probability
 * `hidden`, for good, and the last is given when `limit` of them can be seen.
 */
export function overspend(limit: number, hidden: number): number {
  return (limit * hidden) / (1 - hidden);
}
