import type { Comparison } from "../contract/index.ts";
import { mcnemarExact } from "./mcnemar.ts";
import { Z_95, Z_POWER_80 } from "./student.ts";

/** Two-sided level of the verdicts. */
const LEVEL = 0.05;

/**
 * The smallest true difference in accuracy (0-1) that a comparison of this size would show four times in
 * five at the 5% level, before adjustment for several comparisons (Miller 2024, arXiv 2411.00640, section
 * 5). The standard error is read back from the width of the 95% interval. Never below the smallest observed
 * difference that exact McNemar can call significant as one of `comparisons` under Holm; "none" where not
 * even all questions won would be; null where nothing is known.
 */
export function smallestDetectable(comparison: Comparison, comparisons: number): number | "none" | null {
  const { differenceLow95: low, differenceHigh95: high, questions, pValue } = comparison;
  if (low === null || high === null) return null;
  // Without an exact p-value the verdict comes from a t-test, which has no such floor.
  const floor = pValue === null ? 0 : fewestWins(comparisons) / questions;
  if (floor > 1) return "none";
  const standardError = (high - low) / 2 / Z_95;
  return Math.min(1, Math.max(floor, (Z_95 + Z_POWER_80) * standardError));
}

/** Questions that must be won, with none lost, for the smallest of `comparisons` p-values to pass Holm. */
function fewestWins(comparisons: number): number {
  let wins = 1;
  while (mcnemarExact(wins, 0) * comparisons >= LEVEL) wins += 1;
  return wins;
}
