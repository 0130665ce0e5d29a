import type { Comparison } from "../contract/index.ts";
import { Z_95, Z_POWER_80 } from "./student.ts";

/**
 * The smallest true difference in accuracy (0-1) that a comparison of this size would show four times in
 * five at the 5% level, before adjustment for several comparisons (Miller 2024, arXiv 2411.00640, section
 * 5). The standard error is read back from the width of the 95% interval; null where there is none.
 */
export function smallestDetectable(comparison: Comparison): number | null {
  const { differenceLow95: low, differenceHigh95: high } = comparison;
  if (low === null || high === null) return null;
  const standardError = (high - low) / 2 / Z_95;
  return Math.min(1, (Z_95 + Z_POWER_80) * standardError);
}
