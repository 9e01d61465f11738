/** Medians and percentiles of samples. */

function sortedSamples(samples: readonly number[]): readonly number[] {
  if (samples.length === 0) throw new RangeError('samples: expected at least one, got none');
  return [...samples].sort((one, other) => one - other);
}

/**
 * The smallest sample that at least `percent` of all samples do not exceed (nearest rank), for
 * percentages above 0 up to 100.
 * @throws RangeError without samples, or for a percentage out of range
 */
export function percentile(samples: readonly number[], percent: number): number {
  if (!(percent > 0 && percent <= 100)) {
    throw new RangeError(`percent: expected above 0 and up to 100, got ${percent}`);
  }
  const sorted = sortedSamples(samples);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN;
}

/**
 * The middle sample, or the mean of the two in the middle.
 * @throws RangeError without samples
 */
export function median(samples: readonly number[]): number {
  const sorted = sortedSamples(samples);
  const middle = (sorted.length - 1) / 2;
  const [lower, upper] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return ((lower ?? Number.NaN) + (upper ?? Number.NaN)) / 2;
}
