/**
 * Quantile of ascending values by linear interpolation between order statistics at position
 * (n - 1) × share: definition 7 of Hyndman and Fan 1996, the default of R and NumPy.
 * share in 0-1; null when there are no values.
 */
export function quantile(ascending: Float64Array, share: number): number | null {
  if (ascending.length === 0) return null;
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const low = ascending[below] ?? 0;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
