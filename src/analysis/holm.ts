/**
 * Holm's step-down adjustment of the p-values of one family (Holm 1979), in the given order.
 * null = no test was possible; it is left out of the family and stays null.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  tested.sort((x, y) => x.p - y.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let largest = 0;
  for (const [rank, { p, index }] of tested.entries()) {
    largest = Math.max(largest, Math.min(1, (tested.length - rank) * p));
    adjusted[index] = largest;
  }
  return adjusted;
}
