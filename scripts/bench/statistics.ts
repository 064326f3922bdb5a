/** Differences below this share say nothing: the machine alone makes them. */
export const NOISE_SHARE = 0.08;

/**
 * The value below which `share` of the values lie, between two of them in proportion.
 * @param share - 0 to 1: 0.5 is the median
 * @throws RangeError without any value: nothing was measured
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new RangeError('Nothing was measured');
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Whether two measured values differ by less than {@link NOISE_SHARE} of the smaller one. */
export function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) < NOISE_SHARE * Math.min(a, b);
}
