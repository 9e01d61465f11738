/**
 * Scans that were made while the node was out of reach: which are kept, for how long, and which
 * instant they are judged at. Pure.
 */

import type { Seconds } from '@covisa/protocol';

/** A scan that waits for the node. */
export interface KeptScan {
  readonly id: string;
  readonly token: string;
  /** By the node's clock, as far as this device knows it. */
  readonly scannedAt: Seconds;
  readonly venue: string | null;
}

/** Seconds that a scan is kept: what is older the node refuses (and the visa is a secret). */
const KEPT_SECONDS_MAX = 12 * 3600;
/** Scans that are kept: more than a desk sees in 12 hours. */
export const KEPT_MAX = 300;
/** Seconds by which the node may find a kept scan ahead of its own clock: none is sent so. */
const CLOCK_SLACK_SECONDS = 2;

/** Whether a scan is too old to be judged. */
function isLapsed({ scannedAt }: KeptScan, now: Seconds): boolean {
  return now - scannedAt > KEPT_SECONDS_MAX;
}

/** The scans that are worth keeping, oldest first. */
export function current(scans: readonly KeptScan[], now: Seconds): readonly KeptScan[] {
  return scans
    .filter((scan) => !isLapsed(scan, now))
    .sort((one, other) => one.scannedAt - other.scannedAt);
}

/**
 * Keeps one more. The same code is kept once, at its first scan; null: there are too many already.
 */
export function keep(
  scans: readonly KeptScan[],
  scan: KeptScan,
  now: Seconds,
): readonly KeptScan[] | null {
  const held = current(scans, now);
  if (held.some(({ token }) => token === scan.token)) return held;
  return held.length >= KEPT_MAX ? null : [...held, scan];
}

/** The instant to send with a scan: never ahead of the node's clock as it was last known. */
export function instantOf({ scannedAt }: KeptScan, now: Seconds): Seconds {
  return Math.min(scannedAt, now - CLOCK_SLACK_SECONDS);
}
