import { incompleteBeta } from "./incomplete-beta.ts";

/** Two-sided 95% quantile of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

/** Quantile behind a test with 80% power (one-sided 80%) of the standard normal distribution. */
export const Z_POWER_80 = 0.8416212335729143;

/** Probability that a Student t variable with df > 0 degrees of freedom is at least |t| away from 0. */
export function studentTwoSidedP(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** The t with a two-sided tail of 5%: half-width of a 95% interval in standard errors. df >= 1. */
export function student95(df: number): number {
  let low = Z_95;
  let high = 13;
  // The tail falls with t, so bisection ends at neighbouring doubles.
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentTwoSidedP(middle, df) > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
