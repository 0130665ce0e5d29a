/**
 * A running sum without rounding error (Shewchuk 1997): the partials add up to the exact sum, so the
 * total does not depend on the order, and a resumed run reports the same cost as an unbroken one.
 */
export type Partials = number[];

/** Adds one finite number in place. */
export function addExactly(partials: Partials, value: number): void {
  let x = value;
  let kept = 0;
  for (let i = 0; i < partials.length; i++) {
    let y = partials[i] ?? 0;
    if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
    const high = x + y;
    const low = y - (high - x);
    if (low !== 0) partials[kept++] = low;
    x = high;
  }
  partials[kept] = x;
  partials.length = kept + 1;
}

/** The exact sum rounded once, half to even. */
export function exactTotal(partials: Partials): number {
  let i = partials.length - 1;
  let high = partials[i] ?? 0;
  let low = 0;
  while (i > 0 && low === 0) {
    i -= 1;
    const x = high;
    const y = partials[i] ?? 0;
    high = x + y;
    low = y - (high - x);
  }
  // A tie is broken by what lies below it.
  const below = partials[i - 1] ?? 0;
  if ((low < 0 && below < 0) || (low > 0 && below > 0)) {
    const doubled = low * 2;
    const rounded = high + doubled;
    if (rounded - high === doubled) high = rounded;
  }
  return high;
}

/** The sum of finite numbers, rounded once. */
export function exactSum(values: Iterable<number>): number {
  const partials: Partials = [];
  for (const value of values) addExactly(partials, value);
  return exactTotal(partials);
}
