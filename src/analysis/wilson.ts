import { Z_95 } from "./student.ts";

/** A 95% interval; low <= high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval of a proportion (Wilson 1927; method 3 of Newcombe 1998, Stat Med 17:857).
 * `proportion` in 0-1, `trials` > 0 (an effective sample size may be fractional), `z` in standard errors.
 * It holds the proportion and stays within 0-1.
 */
export function wilson(proportion: number, trials: number, z: number = Z_95): Interval {
  const zz = z * z;
  const centre = 2 * trials * proportion + zz;
  const spread = z * Math.sqrt(zz + 4 * trials * proportion * (1 - proportion));
  const scale = 2 * (trials + zz);
  // At 0 and 1 the limit is exact; rounding must not move it.
  const low = proportion <= 0 ? 0 : Math.min(proportion, Math.max(0, (centre - spread) / scale));
  const high = proportion >= 1 ? 1 : Math.max(proportion, Math.min(1, (centre + spread) / scale));
  return { low, high };
}
